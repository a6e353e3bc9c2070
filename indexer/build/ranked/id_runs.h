// SPDX-License-Identifier: GPL-3.0-or-later
/// ranked.ids, made of runs that workers wrote for their ranges of docids. A run has the ids one
/// after another; they are divided into prefix and rest when all are known, so that the file
/// doesn't depend on the ranges.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "schema/io/build_file.h"

namespace pullquote {

/// A finished run. Its file is removed when it is joined.
struct IdRun {
  std::filesystem::path path;
  std::vector<std::uint32_t> sizes;   ///< bytes of each id
  std::vector<std::uint32_t> hashes;  ///< id_hash() of each
};

/// One thread at a time. Throws WriteFailed.
class IdRunWriter final {
 public:
  explicit IdRunWriter(std::filesystem::path path);
  /// The id of the next docid.
  void add(std::string_view id);
  IdRun finish();

 private:
  IdRun run_;
  BuildFile file_;
};

/// Joins runs in docid order. Takes some 40 bytes of memory an article, and up to some MB. @throws
/// WriteFailed
void write_ids(const std::filesystem::path& path, const std::vector<IdRun>& runs);

}  // namespace pullquote
