// SPDX-License-Identifier: GPL-3.0-or-later
/// Rows of a data/lexicon file: columns separated by tabs, '#' starts a comment line.
#pragma once

#include <string_view>
#include <vector>

namespace pullquote {

/// Calls `visit(piece)` for what lies between separators; empty pieces are pieces.
template <class Visit>
void for_each_piece(std::string_view text, char separator, Visit&& visit) {
  for (;;) {
    const std::size_t at = text.find(separator);
    visit(text.substr(0, at));
    if (at == std::string_view::npos) return;
    text.remove_prefix(at + 1);
  }
}

/// Calls `visit(columns)` for each row of `file`.
template <class Visit>
void for_each_row(std::string_view file, Visit visit) {
  std::vector<std::string_view> columns;
  for_each_piece(file, '\n', [&](std::string_view line) {
    if (line.empty() || line.front() == '#') return;
    columns.clear();
    for_each_piece(line, '\t', [&](std::string_view column) { columns.push_back(column); });
    visit(columns);
  });
}

}  // namespace pullquote
