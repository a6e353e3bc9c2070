// SPDX-License-Identifier: GPL-3.0-or-later
/// The ids of a part's articles by docid, and docids by id, mapped: ranked.ids. Naming ten hits
/// takes ten microseconds each from the stored records, which is longer than finding them.
///
/// Header (48 bytes): "PQIDFILE", u32 version, u32 block_checksum of what follows in the header,
/// u64 number of articles N, u64 bytes of all entries, u64 bytes of all prefixes, u32
/// block_checksum of the docids by id, u32 0. Then u64 for every 256 articles, where their entries
/// begin from the first one's beginning; u32 for every article, the end of its entry from there;
/// u32 x N, the docids in order of the block_checksum of their ids, ties by docid; the prefixes;
/// and the entries: u32 block_checksum of the id, less the docid; where its prefix begins, counted
/// from 1 at the first one's beginning (LEB128; 0: it has none); u8 the bytes of its prefix, if it
/// has one; and the rest of the id. Little-endian. An end or a prefix that is wrong shows in the
/// checksum of the entry. Derived from the stored records.
///
/// Prefixes are what many ids begin with, such as the address of an outlet: a quarter of the
/// bytes of the ids of real news. An id is found by bisection over some twenty entries; a list for
/// each in ranked.postings took eighteen times the bytes.
#pragma once

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "schema/io/mapped_file.h"
#include "schema/store/doc_id.h"

namespace pullquote {

/// Articles whose entries are counted from one place.
inline constexpr std::uint32_t kIdGroup = 256;

/// Immutable and thread-safe.
class IdFile final {
 public:
  /// Checks the header and the length. @throws IndexUnavailable, IndexCorrupt
  IdFile(const std::filesystem::path& path, std::uint32_t doccount);

  /// @param docid  from 1 to the number of articles. @throws IndexCorrupt
  std::string id(DocId docid) const;

  /// The docid of an id; empty when no article has it. Some microseconds. @throws IndexCorrupt
  std::optional<std::uint32_t> find(std::string_view id) const;

  /// Reads everything. @throws IndexCorrupt
  void check_all() const;

  /// For the ids of several articles: expect_end(), expect_entry(), expect_prefix() and id() in
  /// this order, each for all docids before the next. Each fetches what the following one reads.
  void expect_end(DocId docid) const {
    __builtin_prefetch(&begins_[(docid - 1) / kIdGroup]);
    __builtin_prefetch(&ends_[docid - 1]);
  }
  void expect_entry(DocId docid) const;
  void expect_prefix(DocId docid) const;

  std::uint32_t size() const { return size_; }

 private:
  [[noreturn]] void throw_damaged(std::string_view what) const;
  void check_order() const;
  /// The two pieces of an id, which are not checked; empty when the entry can't be right.
  struct Entry {
    std::uint32_t checksum = 0;
    std::string_view prefix;
    std::string_view rest;
  };
  std::optional<Entry> entry(DocId docid) const;
  std::uint64_t end_of(DocId docid) const {
    return begins_[(docid - 1) / kIdGroup] + ends_[docid - 1];
  }

  std::filesystem::path path_;
  MappedFile mapping_;
  std::uint32_t size_ = 0;
  const std::uint64_t* begins_ = nullptr;  ///< of every kIdGroup entries
  const std::uint32_t* ends_ = nullptr;
  std::span<const std::uint32_t> by_hash_;  ///< docids
  std::uint32_t order_checksum_ = 0;        ///< of by_hash_
  /// Whether by_hash_ was found sound; relaxed order is enough, since it never changes.
  mutable std::atomic<bool> order_checked_ = false;
  std::string_view prefixes_;
  std::string_view entries_;
};

/// No id has more bytes.
inline constexpr std::size_t kMostIdBytes = (std::size_t{1} << 24) - 32;
// What an entry takes besides its id is less than 32 bytes, and ends are 32-bit numbers.
static_assert(kIdGroup * (kMostIdBytes + 32) <= std::uint64_t{1} << 32);

/// What orders the docids by id.
std::uint32_t id_hash(std::string_view id);

/// What an id begins with, as one of the prefixes.
struct IdPrefix {
  std::uint64_t begin = 0;  ///< in all prefixes, one after another
  std::uint8_t size = 0;    ///< bytes; 0: the id has no prefix
};

/// Everything before the entries, of which these are the sizes, and the hashes of their ids.
/// @param prefixes  one after another.
std::string id_file_front(std::span<const std::uint32_t> entry_bytes,
                          std::span<const std::uint32_t> hashes, std::string_view prefixes);

/// Appends one entry. @param hash  id_hash() of the id. @param rest  of the id behind the prefix.
void append_id_entry(DocId docid, std::uint32_t hash, IdPrefix prefix, std::string_view rest,
                     std::string& out);

}  // namespace pullquote
