// SPDX-License-Identifier: GPL-3.0-or-later
/// ranked.ids, made of runs that workers wrote for their ranges of docids.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/build/build_file.h"

namespace pullquote {

/// A finished run. Its file is removed when it is joined.
struct IdRun {
  std::filesystem::path path;
  std::vector<std::uint32_t> sizes;   ///< bytes of each entry
  std::vector<std::uint32_t> hashes;  ///< id_hash() of each
};

/// One thread at a time. Throws WriteFailed.
class IdRunWriter final {
 public:
  IdRunWriter(std::filesystem::path path, std::uint32_t first_docid);
  /// The id of the next docid.
  void add(std::string_view id);
  IdRun finish();

 private:
  IdRun run_;
  std::uint32_t next_docid_;
  BuildFile file_;
  std::string entry_;
};

/// Joins runs in docid order. @throws WriteFailed
void write_ids(const std::filesystem::path& path, const std::vector<IdRun>& runs);

}  // namespace pullquote
