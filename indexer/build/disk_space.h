// SPDX-License-Identifier: GPL-3.0-or-later
/// How much disk a build, or reindexing, takes at its widest, said and checked before the work
/// instead of found out after it.
///
/// At the end of the merge there lie, for each byte of records: the sorted runs of postings and
/// positions (about 2), and the finished tables (4, short articles 6). Before that there is the
/// spool in place of the tables. So eight bytes a byte of records are enough; the index itself
/// keeps about two thirds of it. Measured in docs/design/0010-build-speed.md.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "schema/io/filesystem.h"

namespace pullquote {

/// Bytes of disk for records of so many bytes.
std::uint64_t space_for_records(std::uint64_t record_bytes);

/// The same before anything was read, from the sizes of the input files: packed ones are taken to
/// hold three times their size, pages of HTML an eighth of it. Pipes count nothing.
/// @param skip_folder  below which nothing counts: the index itself
/// @throws Error when an input does not exist.
std::uint64_t space_for_inputs(const std::vector<std::string>& inputs,
                               const std::filesystem::path& skip_folder = {});

/// @throws WriteFailed naming folder, need and what is free, when that is less.
void check_space(Filesystem& filesystem, const std::filesystem::path& folder,
                 std::uint64_t needed_bytes);

/// "812 MB"
std::string readable_space(std::uint64_t bytes);

}  // namespace pullquote
