// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/quotes/source_lines.h"

#include <utility>

#include "indexer/quotes/characters.h"
#include "indexer/quotes/tag_finder.h"

namespace pullquote::quotes {
namespace {

constexpr std::size_t kMaxSourceBytes = 300;
constexpr char32_t kMinus = 0x2212;

bool is_long_dash(char32_t c) {
  return is_dash(c) || c == kMinus;
}

/// What stands before the dash ends a sentence, marks and brackets aside.
bool ends_sentence_before(std::string_view text, std::size_t end) {
  CodePoint last = code_point_before(text, end);
  if (last.value == '"' || last.value == 0x201D || last.value == ')') {
    last = code_point_before(text, end - last.length);
  }
  return ends_sentence(last.value);
}

}  // namespace

Document part_of(std::string_view body, const Lexicon& lexicon, Paragraph part,
                 std::vector<MarkedSpan> marked) {
  Document document;
  document.body = body;
  document.lexicon = &lexicon;
  document.blocks = {part};
  for (const MarkedSpan& span : marked) {
    if (span.outer_start >= part.start && span.outer_end <= part.end) {
      document.spans.push_back(span);
    }
  }
  tokenize(document);
  split_sentences(document);
  return document;
}

bool starts_with_dash(std::string_view text) {
  return is_long_dash(code_point_at(text, 0).value);
}

bool is_source_line(std::string_view body, const Lexicon& lexicon, Paragraph line, bool surely) {
  if (line.end - line.start > kMaxSourceBytes) return false;
  const Document document = part_of(body, lexicon, line, {});
  const TokenRange all{0, static_cast<std::uint32_t>(document.tokens.size())};
  return source_line(document, all, surely).has_value();
}

std::optional<Paragraph> source_line_within(std::string_view body, const Lexicon& lexicon,
                                            Paragraph paragraph) {
  const std::string_view text = body.substr(paragraph.start, paragraph.end - paragraph.start);
  for (std::size_t at = text.size(); at > 0 && text.size() - at < kMaxSourceBytes;) {
    const CodePoint c = code_point_before(text, at);
    at -= c.length;
    if (!is_long_dash(c.value) || at == 0 || !is_ascii_space(text[at - 1])) continue;
    std::size_t end = at;
    bool new_line = false;
    while (end > 0 && is_ascii_space(text[end - 1])) new_line |= text[--end] == '\n';
    if (end == 0 || (!new_line && !ends_sentence_before(text, end))) return std::nullopt;
    const Paragraph line{paragraph.start + static_cast<std::uint32_t>(at), paragraph.end};
    return is_source_line(body, lexicon, line, false) ? std::optional(line) : std::nullopt;
  }
  return std::nullopt;
}

}  // namespace pullquote::quotes
