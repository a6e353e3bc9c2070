// SPDX-License-Identifier: GPL-3.0-or-later
/// What is said about a damaged index. The remedy depends on what is damaged: files that are
/// derived from the stored articles can be made again, the articles themselves cannot.
#pragma once

#include <filesystem>
#include <string>

#include "pullquote/error.h"

namespace pullquote {

inline constexpr const char* kIndexRemedy = "rebuild the index or roll back to an older generation";

/// @param what  which file or record, and what is wrong with it. @throws IndexCorrupt always.
[[noreturn]] inline void throw_index_corrupt(const std::string& what) {
  throw IndexCorrupt(what + "; " + kIndexRemedy);
}

inline constexpr const char* kDerivedRemedy =
    "run 'pullquote reindex', or roll back to an older generation";

/// Of a derived file. @param what  is wrong with it. @throws IndexCorrupt always.
[[noreturn]] inline void throw_derived_damaged(const std::filesystem::path& file,
                                               const std::string& what) {
  throw IndexCorrupt(file.string() + " cannot be used: " + what + "; " + kDerivedRemedy);
}

}  // namespace pullquote
