// SPDX-License-Identifier: GPL-3.0-or-later
/// What is said about a damaged index: whatever is wrong, the remedy is the same.
#pragma once

#include <string>

#include "pullquote/error.h"

namespace pullquote {

inline constexpr const char* kIndexRemedy = "rebuild the index or roll back to an older generation";

/// @param what  which file or record, and what is wrong with it. @throws IndexCorrupt always.
[[noreturn]] inline void throw_index_corrupt(const std::string& what) {
  throw IndexCorrupt(what + "; " + kIndexRemedy);
}

}  // namespace pullquote
