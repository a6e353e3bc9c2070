// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/ranked/id_file.h"

#include <cstring>

#include "schema/ranked/block_checksum.h"
#include "schema/ranked/ranked_file.h"
#include "schema/store/object_bytes.h"

namespace pullquote {

namespace {

constexpr std::string_view kMagic = "PQIDFILE";
constexpr std::uint32_t kVersion = 1;

struct Header {
  char magic[8];
  std::uint32_t version;
  std::uint32_t checksum;
  std::uint64_t count;
  std::uint64_t entry_bytes;
};
static_assert(sizeof(Header) == 32);
constexpr std::size_t kSummed = 16;

std::string_view header_fault(const Header& header, std::uint64_t file_bytes) {
  if (std::string_view(header.magic, sizeof header.magic) != kMagic) return "it is no file of ids";
  if (header.version != kVersion) return "it has another version";
  if (header.checksum != block_checksum(bytes_of(header).substr(kSummed))) {
    return "its header is damaged";
  }
  const std::uint64_t behind = file_bytes - sizeof header;
  if (header.count > behind / sizeof(std::uint64_t) ||
      behind - header.count * sizeof(std::uint64_t) != header.entry_bytes) {
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
  ends_ = reinterpret_cast<const std::uint64_t*>(file.data() + sizeof header);
  entries_ = file.substr(sizeof header + header.count * sizeof(std::uint64_t));
}

void IdFile::throw_damaged(std::string_view what) const {
  throw_ranked_damaged(path_, what);
}

std::string_view IdFile::id(std::uint32_t docid) const {
  const std::uint64_t begin = docid == 1 ? 0 : ends_[docid - 2];
  const std::uint64_t end = ends_[docid - 1];
  std::uint32_t checksum = 0;
  if (begin > end || end > entries_.size() || end - begin < sizeof checksum) {
    throw_damaged("an entry is damaged");
  }
  std::memcpy(&checksum, entries_.data() + begin, sizeof checksum);
  const std::string_view id =
      entries_.substr(begin + sizeof checksum, end - begin - sizeof checksum);
  if (checksum != block_checksum(id) - docid) throw_damaged("an entry is damaged");
  return id;
}

void IdFile::expect_entry(std::uint32_t docid) const {
  const std::uint64_t end = ends_[docid - 1];
  if (end > 0 && end <= entries_.size()) __builtin_prefetch(entries_.data() + end - 1);
}

std::string id_file_header(std::uint64_t count, std::uint64_t entry_bytes) {
  Header header{};
  std::memcpy(header.magic, kMagic.data(), kMagic.size());
  header.version = kVersion;
  header.count = count;
  header.entry_bytes = entry_bytes;
  header.checksum = block_checksum(bytes_of(header).substr(kSummed));
  return std::string(bytes_of(header));
}

void append_id_entry(std::uint32_t docid, std::string_view id, std::string& out) {
  const std::uint32_t checksum = block_checksum(id) - docid;
  out += bytes_of(checksum);
  out += id;
}

}  // namespace pullquote
