// SPDX-License-Identifier: GPL-3.0-or-later
/// Counts and walks in the code points of UTF-8. Places are byte offsets.
#pragma once

#include <cstddef>
#include <string_view>

#include "schema/analysis/utf8.h"

namespace pullquote {

/// The number of code points that begin in the bytes [from, to).
inline std::size_t code_points(std::string_view text, std::size_t from, std::size_t to) {
  std::size_t count = 0;
  for (; from < to; ++from) count += is_continuation(text[from]) ? 0 : 1;
  return count;
}

/// The byte offset `count` code points after `from`, or the end of the text.
inline std::size_t code_points_after(std::string_view text, std::size_t from, std::size_t count) {
  for (; count > 0 && from < text.size(); --count) {
    do ++from;
    while (from < text.size() && is_continuation(text[from]));
  }
  return from;
}

/// The byte offset `count` code points before `from`, or 0.
inline std::size_t code_points_before(std::string_view text, std::size_t from, std::size_t count) {
  for (; count > 0 && from > 0; --count) {
    do --from;
    while (from > 0 && is_continuation(text[from]));
  }
  return from;
}

}  // namespace pullquote
