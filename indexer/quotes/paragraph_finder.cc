// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/quotes/paragraph_finder.h"

#include "indexer/quotes/characters.h"

namespace pullquote::quotes {
namespace {

/// The line before `newline` ends a sentence and the one after it can start another.
bool breaks_paragraph(std::string_view body, std::size_t line_start, std::size_t newline) {
  std::size_t next = newline + 1;
  while (next < body.size() && (body[next] == ' ' || body[next] == '\t')) ++next;
  if (next >= body.size() || body[next] == '\n' || body[next] == '\r') return true;
  std::size_t end = newline;
  while (end > line_start && is_ascii_space(body[end - 1])) --end;
  if (end == line_start) return true;
  const char last = body[end - 1];
  const bool ends_sentence = last == '.' || last == '!' || last == '?' || last == ':' ||
                             last == '"' || last == '\'' || last == ')' ||
                             static_cast<unsigned char>(last) >= 0x80;
  const char first = body[next];
  return ends_sentence && !(first >= 'a' && first <= 'z');
}

}  // namespace

std::vector<Paragraph> find_paragraphs(std::string_view body) {
  std::vector<Paragraph> blocks;
  std::size_t start = 0;
  std::size_t line_start = 0;
  const auto close = [&](std::size_t end) {
    while (start < end && is_ascii_space(body[start])) ++start;
    std::size_t last = end;
    while (last > start && is_ascii_space(body[last - 1])) --last;
    if (last > start) {
      blocks.push_back({static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(last)});
    }
    start = end;
  };
  for (std::size_t newline = body.find('\n'); newline != std::string_view::npos;
       newline = body.find('\n', newline + 1)) {
    if (breaks_paragraph(body, line_start, newline)) close(newline);
    line_start = newline + 1;
  }
  close(body.size());
  return blocks;
}

}  // namespace pullquote::quotes
