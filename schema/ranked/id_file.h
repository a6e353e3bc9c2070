// SPDX-License-Identifier: GPL-3.0-or-later
/// The ids of a part's articles by docid, mapped: ranked.ids. Naming ten hits takes ten
/// microseconds each from the stored records, which is longer than finding them.
///
/// Header (32 bytes): "PQIDFILE", u32 version, u32 block_checksum of what follows in the header,
/// u64 number of articles N, u64 bytes of all entries. Then u64 ends[N], the end of each entry from
/// where the first one begins, and the entries: u32 block_checksum of the id, less the docid, and
/// the id. Little-endian. Derived from the stored records.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "schema/store/mapped_file.h"

namespace pullquote {

/// Immutable and thread-safe.
class IdFile final {
 public:
  /// Checks the header and the length. @throws IndexUnavailable, RankedIndexDamaged
  IdFile(const std::filesystem::path& path, std::uint32_t doccount);

  /// @param docid  from 1 to the number of articles. @throws RankedIndexDamaged
  std::string_view id(std::uint32_t docid) const;

  /// Says that expect_entry(docid) will follow soon, after others: what it needs is fetched.
  void expect_end(std::uint32_t docid) const { __builtin_prefetch(&ends_[docid - 1]); }
  /// The same of id(docid).
  void expect_entry(std::uint32_t docid) const;

  std::uint32_t size() const { return size_; }

 private:
  [[noreturn]] void throw_damaged(std::string_view what) const;

  std::filesystem::path path_;
  MappedFile mapping_;
  std::uint32_t size_ = 0;
  const std::uint64_t* ends_ = nullptr;
  std::string_view entries_;
};

/// The header of a file.
std::string id_file_header(std::uint64_t count, std::uint64_t entry_bytes);

/// Appends one entry.
void append_id_entry(std::uint32_t docid, std::string_view id, std::string& out);

}  // namespace pullquote
