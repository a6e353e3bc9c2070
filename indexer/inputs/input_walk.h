// SPDX-License-Identifier: GPL-3.0-or-later
/// From the inputs as given to the files that they mean, in a fixed order.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "pullquote/error.h"

namespace pullquote {

struct FoundFile {
  std::string path;           ///< as given or found; "-" is stdin
  std::string relative_path;  ///< see find_files()
  std::uint64_t bytes = 0;    ///< 0 for what has no size: pipes
  std::int64_t modified = 0;  ///< unix seconds
};

/// All files of `inputs`: each input in turn, folders recursively with entries in byte order of
/// their names, files before what other folders hold only as their names sort. A name that does not
/// exist but has * ? or [ ] is a pattern. Hidden entries of folders, sidecars, symbolic links to
/// folders and special files in folders are left out; a folder that cannot be read is a rejection.
///
/// The relative path is the path below the folder given; for patterns, below the folder before the
/// first wildcard; for files given by name, below the deepest folder that holds all of those. Where
/// two inputs hold the same relative path, the later file keeps its path as given. A file that
/// several inputs hold is found once, by the first of them.
/// @param skip_folder  is not entered; empty: none.
/// @throws Error when an input does not exist or a pattern matches nothing.
std::vector<std::variant<FoundFile, Rejection>> find_files(
    const std::vector<std::string>& inputs, const std::filesystem::path& skip_folder = {});

/// "page.txt.meta.json" and the like.
bool is_sidecar_name(std::string_view name);

}  // namespace pullquote
