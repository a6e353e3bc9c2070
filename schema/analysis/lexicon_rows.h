// SPDX-License-Identifier: GPL-3.0-or-later
/// Rows of a data/lexicon file: columns separated by tabs, '#' starts a comment line.
#pragma once

#include <string_view>
#include <vector>

namespace pullquote {

/// Splits at every `separator`; empty pieces are kept.
inline std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> pieces;
  for (;;) {
    const std::size_t at = text.find(separator);
    pieces.push_back(text.substr(0, at));
    if (at == std::string_view::npos) return pieces;
    text.remove_prefix(at + 1);
  }
}

/// Calls `visit(columns)` for each row of `file`.
template <class Visit>
void for_each_row(std::string_view file, Visit visit) {
  for (const std::string_view line : split(file, '\n')) {
    if (!line.empty() && line.front() != '#') visit(split(line, '\t'));
  }
}

}  // namespace pullquote
