// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/quotes/marks.h"

#include <array>

#include "indexer/quotes/characters.h"
#include "schema/analysis/ascii.h"

namespace pullquote::quotes {
namespace {

constexpr char32_t kOpeningCurly = 0x201C;
constexpr char32_t kClosingCurly = 0x201D;
constexpr char32_t kLowQuote = 0x201E;
constexpr char32_t kOpeningSingle = 0x2018;
constexpr char32_t kClosingSingle = 0x2019;

bool is_double_glyph(char32_t c) {
  return c == '"' || c == kOpeningCurly || c == kClosingCurly || c == kLowQuote || c == 0x201F ||
         c == 0xFF02;
}

bool is_guillemet(char32_t c) {
  return c == 0xAB || c == 0xBB;
}

bool is_single_glyph(char32_t c) {
  return c == '\'' || c == kOpeningSingle || c == kClosingSingle || c == 0x201A || c == 0x201B;
}

/// Space, an opening bracket, a dash: what stands before an opening mark.
bool opens_after(CodePoint before) {
  const char32_t c = before.value;
  return before.length == 0 || is_space(c) || c == '(' || c == '[' || c == '{' || c == '/' ||
         c == '>' || c == '=' || c == '|' || (is_dash(c) && c != '-');
}

/// Space or punctuation: what stands after a closing mark.
bool closes_before(CodePoint after) {
  const char32_t c = after.value;
  return after.length == 0 || is_space(c) || is_dash(c) ||
         (c < 0x80 && !is_letter(c) && !is_digit(c) && c != '[' && c != '(' && c != '$' &&
          c != '#' && c != '@' && c != '<') ||
         c == 0x2026;
}

bool is_stop(char32_t c) {
  return ends_sentence(c) || c == ',' || c == ';';
}

/// Punctuation that belongs to what comes before it.
bool cannot_begin(char32_t c) {
  return c == ',' || c == ';' || c == ':' || c == ')' || c == '?' || c == '!' || c == '%';
}

/// Which way a mark looks. Its neighbours decide; where they don't, the glyph.
MarkSide side_of(CodePoint before, CodePoint after, MarkSide by_glyph) {
  // Another mark next to it says nothing: '"…'" and “‘…’”.
  const bool mark_before = is_double_glyph(before.value) || is_single_glyph(before.value);
  const bool mark_after = is_double_glyph(after.value) || is_single_glyph(after.value);
  const bool may_open = (opens_after(before) || mark_before) && !is_space(after.value) &&
                        after.length != 0 && !cannot_begin(after.value);
  const bool may_close =
      (closes_before(after) || mark_after) && !is_space(before.value) && before.length != 0;
  // Against its glyph a mark opens only before a word (Swedish ”so”).
  const bool word_after = is_letter(after.value) || is_digit(after.value);
  if (by_glyph == MarkSide::Closes && may_open && !word_after) return MarkSide::Closes;
  if (may_open && !may_close) return MarkSide::Opens;
  if (may_close && !may_open) return MarkSide::Closes;
  if (by_glyph != MarkSide::Either) return by_glyph;
  if (is_stop(before.value)) return MarkSide::Closes;  // '."Next': a space is missing
  return MarkSide::Either;
}

Mark make_mark(std::string_view body, std::size_t at, std::size_t length, Paragraph block,
               MarkFamily family, MarkSide by_glyph) {
  const std::string_view text = body.substr(0, block.end);
  const CodePoint before = at > block.start ? code_point_before(text, at) : CodePoint{};
  const CodePoint after = code_point_at(text, at + length);
  return {static_cast<std::uint32_t>(at),
          static_cast<std::uint8_t>(length),
          family,
          side_of(before, after, by_glyph),
          is_digit(before.value),
          by_glyph != MarkSide::Either,
          is_stop(before.value)};
}

/// A run of straight apostrophes: two are a double mark, three a double and a single one.
std::size_t double_mark_in_run(std::size_t run_start, std::size_t run, bool opens) {
  if (run == 3 && !opens) return run_start + 1;
  return run_start;
}

bool is_glued_apostrophe(CodePoint before, CodePoint after) {
  return (is_letter(before.value) || is_digit(before.value)) &&
         (is_letter(after.value) || is_digit(after.value));
}

/// "'tis", "'em", "'90s": words that begin with an apostrophe.
bool starts_clipped_word(std::string_view rest) {
  static constexpr std::array<std::string_view, 12> kClipped{
      "tis", "twas", "em", "til", "till", "cause", "n", "bout", "round", "twere", "cuz", "neath"};
  if (rest.size() >= 2 && is_digit(static_cast<unsigned char>(rest[0])) &&
      is_digit(static_cast<unsigned char>(rest[1]))) {
    return rest.size() == 2 || rest[2] == 's' || rest[2] == ' ';
  }
  for (const std::string_view word : kClipped) {
    if (rest.size() < word.size()) continue;
    std::size_t same = 0;
    while (same < word.size() && ascii_lower(rest[same]) == word[same]) ++same;
    if (same == word.size() && !is_letter(code_point_at(rest, same).value)) return true;
  }
  return false;
}

}  // namespace

void find_double_marks(std::string_view body, Paragraph block, std::vector<Mark>& marks) {
  std::size_t at = block.start;
  while (at < block.end) {
    const auto lead = static_cast<unsigned char>(body[at]);
    if (lead == '"') {
      marks.push_back(make_mark(body, at, 1, block, MarkFamily::Double, MarkSide::Either));
    } else if (lead == '\'' || lead == '`') {
      std::size_t run = 1;
      while (at + run < block.end && static_cast<unsigned char>(body[at + run]) == lead) ++run;
      if (run == 2 || run == 3) {
        const CodePoint before = at > block.start ? code_point_before(body, at) : CodePoint{};
        const std::size_t mark = double_mark_in_run(at, run, opens_after(before));
        const MarkSide glyph = lead == '`' ? MarkSide::Opens : MarkSide::Either;
        marks.push_back(make_mark(body, mark, 2, block, MarkFamily::Double, glyph));
      }
      at += run;
      continue;
    } else if (lead == 0xE2 || lead == 0xC2 || lead == 0xEF) {
      const CodePoint c = code_point_at(body.substr(0, block.end), at);
      if (is_double_glyph(c.value)) {
        const MarkSide glyph = c.value == kClosingCurly ? MarkSide::Closes
                               : c.value == 0xFF02      ? MarkSide::Either
                                                        : MarkSide::Opens;
        marks.push_back(make_mark(body, at, c.length, block, MarkFamily::Double, glyph));
      } else if (is_guillemet(c.value)) {
        const MarkSide glyph = c.value == 0xAB ? MarkSide::Opens : MarkSide::Closes;
        marks.push_back(make_mark(body, at, c.length, block, MarkFamily::Guillemet, glyph));
      } else if ((c.value == kOpeningSingle || c.value == kClosingSingle) &&
                 code_point_at(body.substr(0, block.end), at + c.length).value == c.value) {
        const MarkSide glyph = c.value == kClosingSingle ? MarkSide::Closes : MarkSide::Opens;
        const std::size_t length = 2U * c.length;  // ‘‘ and ’’ for “ and ”
        marks.push_back(make_mark(body, at, length, block, MarkFamily::Double, glyph));
        at += c.length;
      }
      at += c.length;
      continue;
    }
    ++at;
  }
}

void find_single_marks(std::string_view body, Paragraph block, std::vector<Mark>& marks) {
  const std::string_view text = body.substr(0, block.end);
  std::size_t at = block.start;
  while (at < block.end) {
    const auto lead = static_cast<unsigned char>(body[at]);
    if (lead != '\'' && lead != 0xE2) {
      ++at;
      continue;
    }
    const CodePoint c = code_point_at(text, at);
    if (is_single_glyph(c.value)) {
      const CodePoint before = at > block.start ? code_point_before(text, at) : CodePoint{};
      const CodePoint after = code_point_at(text, at + c.length);
      const bool doubled = (before.value == '\'' || after.value == '\'') && c.value == '\'';
      if (!doubled && !is_glued_apostrophe(before, after)) {
        const MarkSide glyph = c.value == kOpeningSingle || c.value == 0x201A ? MarkSide::Opens
                               : c.value == kClosingSingle                    ? MarkSide::Closes
                                                                              : MarkSide::Either;
        Mark mark = make_mark(body, at, c.length, block, MarkFamily::Single, glyph);
        if (mark.side == MarkSide::Opens && starts_clipped_word(text.substr(at + c.length))) {
          mark.side = MarkSide::Either;  // nothing single marks of no direction are used for
        }
        marks.push_back(mark);
      }
    }
    at += c.length;
  }
}

}  // namespace pullquote::quotes
