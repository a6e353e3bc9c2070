// SPDX-License-Identifier: GPL-3.0-or-later
/// Unwrapping: the lines of a page as they were before a program broke them at a width.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace pullquote {

/// A line of the page as its writer had it.
struct WholeLine {
  std::string text;          ///< a single line, not empty
  bool after_blank = false;  ///< a blank line stands before it
};

/// Splits a page (clean UTF-8) at its line ends, blank lines left out. Where the page was wrapped
/// to a width, the pieces of a paragraph are joined into one line; else each line stays as it is. A
/// hyphen at the end of a piece is kept (dehyphenate.h decides about it). Linear, but for sorting
/// the line lengths; thread-safe.
std::vector<WholeLine> whole_lines(std::string_view text);

}  // namespace pullquote
