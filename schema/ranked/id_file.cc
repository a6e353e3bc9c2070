// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/ranked/id_file.h"

#include <algorithm>
#include <cstring>
#include <numeric>
#include <utility>
#include <vector>

#include "schema/ranked/block_checksum.h"
#include "schema/store/index_damage.h"
#include "schema/store/object_bytes.h"
#include "schema/store/varint.h"

namespace pullquote {

namespace {

constexpr std::string_view kMagic = "PQIDFILE";
constexpr std::uint32_t kVersion = 4;

struct Header {
  char magic[8];
  std::uint32_t version;
  std::uint32_t checksum;
  std::uint64_t count;
  std::uint64_t entry_bytes;
  std::uint32_t order_checksum;
  std::uint32_t prefix_count;
  std::uint32_t prefix_bytes;
  std::uint32_t unused;
};
static_assert(sizeof(Header) == 48);
constexpr std::size_t kSummed = 16;

std::uint64_t group_count(std::uint64_t count) {
  return (count + kIdGroup - 1) / kIdGroup;
}

/// What lies between header and entries.
std::uint64_t index_bytes(const Header& header) {
  const std::uint64_t numbers = 2 * header.count + header.prefix_count;
  return group_count(header.count) * sizeof(std::uint64_t) + numbers * sizeof(std::uint32_t) +
         header.prefix_bytes;
}

std::string_view header_fault(const Header& header, std::uint64_t file_bytes) {
  if (std::string_view(header.magic, sizeof header.magic) != kMagic) return "it is no file of ids";
  if (header.version != kVersion) return "it has another version";
  if (header.checksum != block_checksum(bytes_of(header).substr(kSummed))) {
    return "its header is damaged";
  }
  const std::uint64_t behind = file_bytes - sizeof header;
  // The first comparison keeps the number of index bytes from overflowing.
  if (header.count > behind / sizeof(std::uint32_t) || index_bytes(header) > behind ||
      header.entry_bytes != behind - index_bytes(header)) {
    return "it is not as long as its header says";
  }
  return {};
}

}  // namespace

IdFile::IdFile(const std::filesystem::path& path, std::uint32_t doccount)
    : path_(path), mapping_(path), size_(doccount) {
  const std::string_view file = mapping_.bytes();
  Header header;
  if (file.size() < sizeof header) throw_damaged("it ends within its header");
  std::memcpy(&header, file.data(), sizeof header);
  if (const auto fault = header_fault(header, file.size()); !fault.empty()) throw_damaged(fault);
  if (header.count != doccount) throw_damaged("it belongs to another number of articles");
  begins_ = reinterpret_cast<const std::uint64_t*>(file.data() + sizeof header);
  ends_ = reinterpret_cast<const std::uint32_t*>(begins_ + group_count(header.count));
  by_hash_ = {ends_ + header.count, header.count};
  order_checksum_ = header.order_checksum;
  prefix_ends_ = {ends_ + 2 * header.count, header.prefix_count};
  entries_ = file.substr(sizeof header + index_bytes(header));
  prefixes_ = file.substr(file.size() - entries_.size() - header.prefix_bytes, header.prefix_bytes);
}

void IdFile::throw_damaged(std::string_view what) const {
  throw_derived_damaged(path_, std::string(what));
}

std::string_view IdFile::prefix(std::uint64_t number) const {
  if (number == 0) return {};
  if (number > prefix_ends_.size()) throw_damaged("an entry is damaged");
  const std::uint32_t begin = number == 1 ? 0 : prefix_ends_[number - 2];
  const std::uint32_t end = prefix_ends_[number - 1];
  if (begin > end || end > prefixes_.size()) throw_damaged("a prefix of its ids is damaged");
  return prefixes_.substr(begin, end - begin);
}

std::string IdFile::id(std::uint32_t docid) const {
  const std::uint64_t begin = docid == 1 ? 0 : end_of(docid - 1);
  const std::uint64_t end = end_of(docid);
  std::uint32_t checksum = 0;
  if (begin > end || end > entries_.size() || end - begin < sizeof checksum) {
    throw_damaged("an entry is damaged");
  }
  std::memcpy(&checksum, entries_.data() + begin, sizeof checksum);
  std::string_view rest = entries_.substr(begin + sizeof checksum, end - begin - sizeof checksum);
  const auto number = take_varint(rest);
  if (!number) throw_damaged("an entry is damaged");
  std::string id(prefix(*number));
  id += rest;
  if (checksum != id_hash(id) - docid) throw_damaged("an entry is damaged");
  return id;
}

void IdFile::check_order() const {
  if (order_checked_.load(std::memory_order_relaxed)) return;
  const std::string_view bytes(reinterpret_cast<const char*>(by_hash_.data()),
                               by_hash_.size_bytes());
  if (block_checksum(bytes) != order_checksum_) {
    throw_damaged("the order of its ids is damaged");
  }
  for (const std::uint32_t docid : by_hash_) {
    if (docid == 0 || docid > size_) throw_damaged("the order of its ids names no article");
  }
  order_checked_.store(true, std::memory_order_relaxed);
}

std::optional<std::uint32_t> IdFile::find(std::string_view wanted) const {
  check_order();
  const std::uint32_t hash = id_hash(wanted);
  auto at = std::partition_point(by_hash_.begin(), by_hash_.end(),
                                 [&](std::uint32_t docid) { return id_hash(id(docid)) < hash; });
  for (; at != by_hash_.end(); ++at) {
    const std::string other = id(*at);
    if (other == wanted) return *at;
    if (id_hash(other) != hash) break;
  }
  return std::nullopt;
}

void IdFile::check_all() const {
  check_order();
  for (std::uint32_t docid = 1; docid <= size_; ++docid) id(docid);
}

void IdFile::expect_entry(std::uint32_t docid) const {
  const std::uint64_t end = end_of(docid);
  if (end > 0 && end <= entries_.size()) __builtin_prefetch(entries_.data() + end - 1);
}

std::uint32_t id_hash(std::string_view id) {
  return block_checksum(id);
}

std::string id_file_front(std::span<const std::uint32_t> entry_bytes,
                          std::span<const std::uint32_t> hashes,
                          std::span<const std::string_view> prefixes) {
  std::vector<std::uint64_t> begins;
  std::vector<std::uint32_t> ends;
  std::uint64_t end = 0;
  for (const std::uint32_t bytes : entry_bytes) {
    if (ends.size() % kIdGroup == 0) begins.push_back(end);
    end += bytes;
    ends.push_back(static_cast<std::uint32_t>(end - begins.back()));
  }
  std::vector<std::uint32_t> order(hashes.size());
  std::iota(order.begin(), order.end(), std::uint32_t{1});
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    return std::pair(hashes[a - 1], a) < std::pair(hashes[b - 1], b);
  });
  std::vector<std::uint32_t> prefix_ends;
  std::string prefix_bytes;
  for (const std::string_view prefix : prefixes) {
    prefix_bytes += prefix;
    prefix_ends.push_back(static_cast<std::uint32_t>(prefix_bytes.size()));
  }
  Header header{};
  std::memcpy(header.magic, kMagic.data(), kMagic.size());
  header.version = kVersion;
  header.count = entry_bytes.size();
  header.entry_bytes = end;
  header.order_checksum = block_checksum(bytes_of(order));
  header.prefix_count = static_cast<std::uint32_t>(prefixes.size());
  header.prefix_bytes = static_cast<std::uint32_t>(prefix_bytes.size());
  header.checksum = block_checksum(bytes_of(header).substr(kSummed));
  std::string front(bytes_of(header));
  front += bytes_of(begins);
  front += bytes_of(ends);
  front += bytes_of(order);
  front += bytes_of(prefix_ends);
  front += prefix_bytes;
  return front;
}

void append_id_entry(std::uint32_t docid, std::uint32_t hash, std::uint32_t prefix,
                     std::string_view rest, std::string& out) {
  const std::uint32_t checksum = hash - docid;
  out += bytes_of(checksum);
  append_varint(prefix, out);
  out += rest;
}

}  // namespace pullquote
