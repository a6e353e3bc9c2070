// SPDX-License-Identifier: GPL-3.0-or-later
/// Page to lines: unwrapping, bullets, words, ends of sentences.
#include "indexer/extraction/page_line.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <array>

#include "indexer/extraction/credit_names.h"
#include "indexer/extraction/paragraphs.h"
#include "indexer/extraction/utf8.h"

namespace pullquote {
namespace {

constexpr std::size_t kMaxWrappedBytes = 100;  ///< of a line in text wrapped to a width
constexpr std::size_t kMinWrappedBytes = 45;   ///< of a line that was broken because it was full

constexpr std::size_t kLongLine = 25;  ///< words that need no full stop to be prose
constexpr std::size_t kLeastListed = 4;

struct RawLine {
  std::string text;
  bool after_blank = false;
};

std::vector<RawLine> raw_lines(std::string_view text) {
  std::vector<RawLine> lines;
  bool after_blank = false;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    std::string line = single_line(text.substr(0, end));
    const bool blank = line.empty();
    if (!blank) lines.push_back({std::move(line), after_blank});
    after_blank = blank;
    if (end == std::string_view::npos) break;
    text.remove_prefix(end + 1);
  }
  return lines;
}

bool ends_mid_sentence(std::string_view line) {
  return line.find_last_of(".!?:\"')]") != line.size() - 1 && !line.ends_with("\u201D");
}

bool is_full(const RawLine& line) {
  return line.text.size() >= kMinWrappedBytes && line.text.size() <= kMaxWrappedBytes;
}

/// "govern-"
bool breaks_word(std::string_view line) {
  if (line.size() < 2 || line.back() != '-') return false;
  const char before = line[line.size() - 2];
  return (before >= 'a' && before <= 'z') || (before & 0x80) != 0;
}

/// Lines of one width that mostly break in mid-sentence were wrapped by a program.
bool is_wrapped(const std::vector<RawLine>& lines) {
  std::size_t broken = 0;
  std::size_t full = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].text.size() > kMaxWrappedBytes) return false;
    if (i + 1 == lines.size() || lines[i + 1].after_blank || !is_full(lines[i])) continue;
    ++full;
    broken += ends_mid_sentence(lines[i].text) ? 1 : 0;
  }
  return full >= 3 && broken * 10 >= full * 6;
}

std::vector<RawLine> unwrap(std::vector<RawLine> lines) {
  std::vector<RawLine> joined;
  bool open = false;  // the line before was broken because it was full
  for (RawLine& line : lines) {
    const bool full = is_full(line) || breaks_word(line.text);
    if (open && !line.after_blank) {
      std::string& before = joined.back().text;
      // "govern-" + "ment": whether the hyphen stays is settled later, over the whole text.
      if (!before.ends_with('-')) before += ' ';
      before += line.text;
    } else {
      joined.push_back(std::move(line));
    }
    open = full;
  }
  return joined;
}

bool is_bullet_sign(std::int32_t c) {
  constexpr std::array<std::int32_t, 9> kSigns{'*',    '+',    '-',    0x2022, 0xB7,
                                               0x25CF, 0x25AA, 0x2023, 0x25E6};
  return std::find(kSigns.begin(), kSigns.end(), c) != kSigns.end();
}

/// Removes "* ", "• " and the like; a text browser writes 'o' for the third level of a list.
bool take_bullet(std::string& text) {
  bool found = false;
  for (;;) {
    std::size_t at = 0;
    const std::int32_t sign = next_code_point(text, at);
    if (text.size() == at && is_bullet_sign(sign)) {
      text.clear();
      return true;
    }
    if (!(is_bullet_sign(sign) || sign == 'o') || text.compare(at, 1, " ") != 0) return found;
    text.erase(0, at + 1);
    found = true;
    if (text.empty()) return true;
  }
}

std::size_t count_words(std::string_view text) {
  std::size_t words = 0;
  std::size_t spaceless = 0;
  bool in_word = false;
  for (std::size_t at = 0; at < text.size();) {
    const std::int32_t c = next_code_point(text, at);
    if (is_spaceless(c)) {
      ++spaceless;
      in_word = false;
    } else if (u_isalnum(c)) {
      words += in_word ? 0 : 1;
      in_word = true;
    } else if (c != '\'' && c != 0x2019 && c != '-' && c != '.') {
      in_word = false;
    }
  }
  return words + (spaceless + 1) / 2;
}

/// The last code point that is no closing mark or bracket; 0: none.
std::int32_t last_sign(std::string_view text) {
  constexpr std::u32string_view kClosers = U"\"')]\u201D\u2019\u00BB\u300D\u300F\uFF09\u203A*_";
  while (!text.empty()) {
    std::size_t start = text.size() - 1;
    while (start > 0 && (text[start] & 0xC0) == 0x80) --start;
    std::size_t at = start;
    const std::int32_t c = next_code_point(text, at);
    if (kClosers.find(static_cast<char32_t>(c)) == std::u32string_view::npos) return c;
    text.remove_suffix(text.size() - start);
  }
  return 0;
}

bool is_terminal(std::int32_t c) {
  constexpr std::u32string_view kTerminal = U".!?:;\u2026\u3002\uFF01\uFF1F\u061F\u06D4\u0964";
  return c != 0 && kTerminal.find(static_cast<char32_t>(c)) != std::u32string_view::npos;
}

/// A full stop within the line with a new sentence after it.
bool has_inner_sentence_end(std::string_view text) {
  for (std::size_t at = text.find(". "); at != std::string_view::npos;
       at = text.find(". ", at + 1)) {
    const bool after_word = at >= 3 &&
                            (text[at - 1] & 0x80 || (text[at - 1] >= 'a' && text[at - 1] <= 'z')) &&
                            text[at - 2] != ' ' && text[at - 2] != '.';
    if (after_word) return true;
  }
  return text.find("\u3002") != std::string_view::npos;
}

/// Words mostly begin with a small letter, or their script has none: no list of names or titles.
bool reads_on(std::string_view text) {
  std::size_t words = 0;
  std::size_t small = 0;
  bool in_word = false;
  for (std::size_t at = 0; at < text.size();) {
    const std::int32_t c = next_code_point(text, at);
    const bool letter = u_isalnum(c);
    if (letter && !in_word) {
      ++words;
      small += u_islower(c) || u_charType(c) == U_OTHER_LETTER ? 1 : 0;
    }
    in_word = letter || (in_word && (c == '\'' || c == 0x2019 || c == '-' || c == '.'));
  }
  return small * 10 >= words * 7;
}

void measure(PageLine& line) {
  line.words = count_words(line.text);
  const std::int32_t last = last_sign(line.text);
  line.ends_openly = last == 0x2026 || line.text.ends_with("...");
  line.ends_sentence = is_terminal(last);
  line.furniture = match_furniture(line.text, line.words);
}

/// "By" on a line of its own belongs to the names below it.
void join_byline(std::vector<PageLine>& lines) {
  if (lines.size() < 2) return;
  PageLine& label = lines[lines.size() - 2];
  const PageLine& names = lines.back();
  if (label.furniture.kind != Furniture::Byline ||
      label.furniture.label_bytes < label.text.size() || names.furniture.kind != Furniture::None ||
      names.ends_sentence || !looks_like_names(names.text, 8)) {
    return;
  }
  label.text += ' ' + names.text;
  measure(label);
  lines.pop_back();
}

/// "June 9 -- Harbour Hall, Port Saviour", "Rovers 3 - 1 United", "Entry: 12 crowns".
bool may_be_listed(const PageLine& line) {
  if (line.furniture.kind != Furniture::None || line.words < 3 || line.ends_sentence) return false;
  if (line.text.find_first_of("0123456789") == std::string::npos) return false;
  for (std::string_view joint : {" - ", " -- ", " \u2013 ", " \u2014 ", ": "}) {
    if (line.text.find(joint) != std::string::npos) return true;
  }
  return false;
}

/// Numbers and dashes line after line are a list that somebody wrote; titles of stories differ
/// more.
void mark_lists(std::vector<PageLine>& lines) {
  for (std::size_t first = 0; first < lines.size();) {
    std::size_t last = first;
    while (last < lines.size() && may_be_listed(lines[last])) ++last;
    for (std::size_t i = first; i < last && last - first >= kLeastListed; ++i) {
      lines[i].is_listed = true;
    }
    first = last + 1;
  }
}

}  // namespace

bool is_spaceless(std::int32_t c) {
  if (c < 0x0E00) return false;
  UErrorCode status = U_ZERO_ERROR;
  const UScriptCode script = uscript_getScript(c, &status);
  return script == USCRIPT_HAN || script == USCRIPT_HIRAGANA || script == USCRIPT_KATAKANA ||
         script == USCRIPT_THAI || script == USCRIPT_LAO || script == USCRIPT_KHMER ||
         script == USCRIPT_MYANMAR;
}

std::vector<PageLine> split_page(std::string_view text) {
  std::vector<RawLine> raw = raw_lines(text);
  if (is_wrapped(raw)) raw = unwrap(std::move(raw));
  std::vector<PageLine> lines;
  lines.reserve(raw.size());
  for (RawLine& source : raw) {
    PageLine line;
    line.text = std::move(source.text);
    line.after_blank = source.after_blank;
    line.is_bullet = take_bullet(line.text);
    measure(line);
    if (line.text.empty() || (line.words == 0 && line.text.size() < 4)) continue;
    lines.push_back(std::move(line));
    join_byline(lines);
  }
  mark_lists(lines);
  return lines;
}

bool is_prose(const PageLine& line) {
  if (line.words >= kLongLine && (line.ends_sentence || reads_on(line.text))) return true;
  if (line.ends_openly && line.words < 20) return false;
  if (line.ends_sentence && line.words >= 7) return true;
  return line.words >= 18 && has_inner_sentence_end(line.text);
}

}  // namespace pullquote
