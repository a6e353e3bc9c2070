// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/terminal/text_layout.h"

#include <unicode/uchar.h>

#include <algorithm>

#include "schema/analysis/utf8.h"

namespace pullquote::cli {
namespace {

/// A byte offset for a ByteSpan.
std::uint32_t offset(std::size_t bytes) {
  return static_cast<std::uint32_t>(bytes);
}

/// The columns that a character takes.
std::size_t width_of(UChar32 character) {
  if (character < 0) return 1;  // an ill-formed byte, shown as one replacement character
  const auto category = u_charType(character);
  if (category == U_NON_SPACING_MARK || category == U_ENCLOSING_MARK || category == U_FORMAT_CHAR) {
    return 0;
  }
  const int width = u_getIntPropertyValue(character, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_FULLWIDTH || width == U_EA_WIDE ? 2 : 1;
}

/// The end of the line that begins at `start`: a blank, a newline, or the end of `text`.
std::size_t line_end(std::string_view text, std::size_t start, std::size_t columns) {
  std::size_t end = start;  // of the words that fit so far
  std::size_t used = 0;
  std::size_t word = start;
  while (word < text.size()) {
    const std::size_t word_end = std::min(text.find_first_of(" \n", word), text.size());
    used += display_width(text.substr(word, word_end - word));
    if (used > columns && end > start) return end;
    end = word_end;
    if (end == text.size() || text[end] == '\n') return end;
    ++used;
    word = word_end + 1;
  }
  return text.size();
}

}  // namespace

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t i = 0; i < text.size();) width += width_of(next_code_point(text, i));
  return width;
}

std::vector<ByteSpan> break_lines(std::string_view text, std::size_t columns) {
  std::vector<ByteSpan> lines;
  std::size_t start = 0;
  while (start < text.size()) {
    const std::size_t end = line_end(text, start, columns);
    lines.push_back({offset(start), offset(end)});
    start = end + 1;
  }
  return lines;
}

std::string wrap(std::string_view text, std::size_t columns, std::string_view indent) {
  const std::size_t room = columns > indent.size() ? columns - indent.size() : 1;
  std::string out;
  for (const ByteSpan& line : break_lines(text, room)) {
    if (line.start < line.end) out += indent;
    out.append(text.substr(line.start, line.end - line.start)) += '\n';
  }
  return out;
}

std::string marked_text(std::string_view text, ByteSpan line, const std::vector<ByteSpan>& marked,
                        std::string_view on, std::string_view off) {
  std::string out;
  std::uint32_t done = line.start;
  for (const ByteSpan& mark : marked) {
    const std::uint32_t start = std::max(mark.start, done);
    const std::uint32_t end = std::min(mark.end, line.end);
    if (start >= end) continue;
    out.append(text.substr(done, start - done)).append(on);
    out.append(text.substr(start, end - start)).append(off);
    done = end;
  }
  return out.append(text.substr(done, line.end - done));
}

}  // namespace pullquote::cli
