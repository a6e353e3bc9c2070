// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/ranked/id_file.h"

#include <algorithm>
#include <cstring>
#include <numeric>
#include <utility>
#include <vector>

#include "schema/io/index_damage.h"
#include "schema/store/block_checksum.h"
#include "schema/store/doc_id.h"
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
  std::uint64_t prefix_bytes;
  std::uint32_t order_checksum;
  std::uint32_t unused;
};
static_assert(sizeof(Header) == 48);
constexpr std::size_t kSummed = 16;

std::uint64_t group_count(std::uint64_t count) {
  return (count + kIdGroup - 1) / kIdGroup;
}

/// What lies between header and prefixes.
std::uint64_t index_bytes(std::uint64_t count) {
  return group_count(count) * sizeof(std::uint64_t) + 2 * count * sizeof(std::uint32_t);
}

std::string_view header_fault(const Header& header, std::uint64_t file_bytes) {
  if (std::string_view(header.magic, sizeof header.magic) != kMagic) return "it is no file of ids";
  if (header.version != kVersion) return "it has another version";
  if (header.checksum != block_checksum(bytes_of(header).substr(kSummed))) {
    return "its header is damaged";
  }
  const std::uint64_t behind = file_bytes - sizeof header;
  // Each comparison keeps the next one from overflowing.
  if (header.count > behind / sizeof(std::uint32_t) || index_bytes(header.count) > behind ||
      header.prefix_bytes > behind - index_bytes(header.count) ||
      header.entry_bytes != behind - index_bytes(header.count) - header.prefix_bytes) {
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
  prefixes_ = file.substr(sizeof header + index_bytes(header.count), header.prefix_bytes);
  entries_ = file.substr(file.size() - header.entry_bytes);
}

void IdFile::throw_damaged(std::string_view what) const {
  throw_derived_damaged(path_, std::string(what));
}

std::optional<IdFile::Entry> IdFile::entry(DocId docid) const {
  const std::uint64_t begin = docid == 1 ? 0 : end_of(docid - 1);
  const std::uint64_t end = end_of(docid);
  Entry entry;
  if (begin > end || end > entries_.size() || end - begin <= sizeof entry.checksum) {
    return std::nullopt;
  }
  std::memcpy(&entry.checksum, entries_.data() + begin, sizeof entry.checksum);
  entry.rest = entries_.substr(begin + sizeof entry.checksum, end - begin - sizeof entry.checksum);
  const auto place = take_varint(entry.rest);
  if (!place || *place > prefixes_.size()) return std::nullopt;
  if (*place == 0) return entry;
  if (entry.rest.empty()) return std::nullopt;
  const auto size = static_cast<unsigned char>(entry.rest.front());
  entry.rest.remove_prefix(1);
  entry.prefix = prefixes_.substr(*place - 1, size);
  return entry;
}

std::string IdFile::id(DocId docid) const {
  const std::optional<Entry> found = entry(docid);
  if (!found) throw_damaged("an entry is damaged");
  std::string id;
  id.reserve(found->prefix.size() + found->rest.size());
  id.append(found->prefix).append(found->rest);
  if (found->checksum != id_hash(id) - docid) throw_damaged("an entry is damaged");
  return id;
}

void IdFile::check_order() const {
  if (order_checked_.load(std::memory_order_relaxed)) return;
  const std::string_view bytes(reinterpret_cast<const char*>(by_hash_.data()),
                               by_hash_.size_bytes());
  if (block_checksum(bytes) != order_checksum_) {
    throw_damaged("the order of its ids is damaged");
  }
  for (const DocId docid : by_hash_) {
    if (docid == 0 || docid > size_) throw_damaged("the order of its ids names no article");
  }
  order_checked_.store(true, std::memory_order_relaxed);
}

std::optional<std::uint32_t> IdFile::find(std::string_view wanted) const {
  check_order();
  const std::uint32_t hash = id_hash(wanted);
  auto at = std::partition_point(by_hash_.begin(), by_hash_.end(),
                                 [&](DocId docid) { return id_hash(id(docid)) < hash; });
  for (; at != by_hash_.end(); ++at) {
    const std::string other = id(*at);
    if (other == wanted) return *at;
    if (id_hash(other) != hash) break;
  }
  return std::nullopt;
}

void IdFile::check_all() const {
  check_order();
  for (DocId docid = 1; docid <= size_; ++docid) id(docid);
}

void IdFile::expect_entry(DocId docid) const {
  const std::uint64_t end = end_of(docid);
  if (end > 0 && end <= entries_.size()) __builtin_prefetch(entries_.data() + end - 1);
}

void IdFile::expect_prefix(DocId docid) const {
  const auto expected = entry(docid);
  if (!expected || expected->prefix.empty()) return;
  __builtin_prefetch(&expected->prefix.front());
  __builtin_prefetch(&expected->prefix.back());
}

std::uint32_t id_hash(std::string_view id) {
  return block_checksum(id);
}

std::string id_file_front(std::span<const std::uint32_t> entry_bytes,
                          std::span<const std::uint32_t> hashes, std::string_view prefixes) {
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
  Header header{};
  std::memcpy(header.magic, kMagic.data(), kMagic.size());
  header.version = kVersion;
  header.count = entry_bytes.size();
  header.entry_bytes = end;
  header.prefix_bytes = prefixes.size();
  header.order_checksum = block_checksum(bytes_of(order));
  header.checksum = block_checksum(bytes_of(header).substr(kSummed));
  std::string front(bytes_of(header));
  front += bytes_of(begins);
  front += bytes_of(ends);
  front += bytes_of(order);
  front += prefixes;
  return front;
}

void append_id_entry(DocId docid, std::uint32_t hash, IdPrefix prefix, std::string_view rest,
                     std::string& out) {
  const std::uint32_t checksum = hash - docid;
  out += bytes_of(checksum);
  append_varint(prefix.size == 0 ? 0 : prefix.begin + 1, out);
  if (prefix.size != 0) out += static_cast<char>(prefix.size);
  out += rest;
}

}  // namespace pullquote
