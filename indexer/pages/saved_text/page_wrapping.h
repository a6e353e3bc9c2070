// SPDX-License-Identifier: GPL-3.0-or-later
/// Lines of a page as they were before a program wrapped them to a width.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace pullquote {

struct WholeLine {
  std::string text;          ///< a single line, not empty
  bool after_blank = false;  ///< a blank line stands before it
};

/// Splits a page at its line ends; where it was wrapped to a width, the pieces of a paragraph are
/// one line. A line was broken because it was full when the next word had no room on it.
std::vector<WholeLine> whole_lines(std::string_view text);

}  // namespace pullquote
