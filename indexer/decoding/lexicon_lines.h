// SPDX-License-Identifier: GPL-3.0-or-later
/// Walks the lines of a lexicon file that was compiled in: tab-separated, '#' starts a comment
/// line.
#pragma once

#include <span>
#include <string_view>
#include <vector>

namespace pullquote {

/// Calls `visit` with each piece of `text` between separators, empty ones left out.
template <class Visit>
void for_each_piece(std::string_view text, char separator, Visit&& visit) {
  while (!text.empty()) {
    const std::size_t end = text.find(separator);
    const std::string_view piece = text.substr(0, end);
    if (!piece.empty()) visit(piece);
    if (end == std::string_view::npos) return;
    text.remove_prefix(end + 1);
  }
}

/// Calls `visit` with the columns of each row. Views look into `lexicon`.
template <class Visit>
void for_each_lexicon_row(std::string_view lexicon, Visit&& visit) {
  std::vector<std::string_view> columns;
  for_each_piece(lexicon, '\n', [&](std::string_view line) {
    if (line.front() == '#') return;
    columns.clear();
    for_each_piece(line, '\t', [&](std::string_view column) { columns.push_back(column); });
    visit(std::span<const std::string_view>(columns));
  });
}

}  // namespace pullquote
