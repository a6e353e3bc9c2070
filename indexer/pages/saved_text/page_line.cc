// SPDX-License-Identifier: GPL-3.0-or-later
/// A page becomes lines in four steps: its list of links goes (page_links.h), wrapped lines are
/// joined (page_wrapping.h), bullets are taken off, and each line is measured.
///
/// The measures are those that tell prose from links in text without markup: number of words, how
/// the line ends, whether words begin in lower case, known phrases. They look at one line only;
/// only two passes look at neighbours, which join "By" with the names below it and mark lists of
/// results or dates. Cost: linear in the page.
#include "indexer/pages/saved_text/page_line.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <array>

#include "indexer/pages/credit_names.h"
#include "indexer/pages/saved_text/page_links.h"
#include "indexer/pages/saved_text/page_wrapping.h"
#include "schema/analysis/utf8.h"

namespace pullquote {
namespace {

constexpr std::size_t kLongLine = 25;    ///< words that need no full stop to be prose
constexpr std::size_t kLeastListed = 4;  ///< lines in a row that make a list

/// Signs that text browsers and writers set before items.
bool is_bullet_sign(std::int32_t c) {
  constexpr std::array<std::int32_t, 9> kSigns{'*',    '+',    '-',    0x2022, 0xB7,
                                               0x25CF, 0x25AA, 0x2023, 0x25E6};
  return std::find(kSigns.begin(), kSigns.end(), c) != kSigns.end();
}

/// Removes "* ", "• " and the like, however many, and returns whether there was one. A text browser
/// writes 'o' for the third level of a list.
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

/// Runs of letters and digits; apostrophes, hyphens and full stops within a run don't end it
/// ("U.S.", "cease-fire"). Two letters without spaces between words count as one word.
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

/// The last code point that is no closing mark, bracket or emphasis sign; 0: none.
std::int32_t last_sign(std::string_view text) {
  constexpr std::u32string_view kClosers = U"\"')]\u201D\u2019\u00BB\u300D\u300F\uFF09\u203A*_";
  while (!text.empty()) {
    const std::size_t start = character_start(text, text.size() - 1);
    std::size_t at = start;
    const std::int32_t c = next_code_point(text, at);
    if (kClosers.find(static_cast<char32_t>(c)) == std::u32string_view::npos) return c;
    text.remove_suffix(text.size() - start);
  }
  return 0;
}

/// Marks that end sentences, in Latin, Chinese, Arabic, Urdu and Hindi; colons too.
bool is_terminal(std::int32_t c) {
  constexpr std::u32string_view kTerminal = U".!?:;\u2026\u3002\uFF01\uFF1F\u061F\u06D4\u0964";
  return c != 0 && kTerminal.find(static_cast<char32_t>(c)) != std::u32string_view::npos;
}

/// Whether a full stop and a space follow a word in lower case: another sentence begins within the
/// line. "J. Smith" and "U.S. Senate" have no such stop.
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

/// Whether seven tenths of the words begin in lower case or in a script without cases, so that the
/// line is no list of names or titles.
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

/// Without the number of a footnote: "He agreed. [3]" ends as "He agreed." does.
std::string_view without_reference(std::string_view text) {
  if (!text.ends_with(']')) return text;
  const std::size_t open = text.rfind('[');
  const bool number = open != std::string_view::npos && open + 2 < text.size() &&
                      text.find_first_not_of("0123456789", open + 1) == text.size() - 1;
  if (!number) return text;
  text = text.substr(0, open);
  while (text.ends_with(' ')) text.remove_suffix(1);
  return text;
}

/// Fills the features that depend on the text alone.
void measure(PageLine& line) {
  line.words = count_words(line.text);
  const std::int32_t last = last_sign(without_reference(line.text));
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

/// "June 9 -- Harbour Hall, Port Saviour", "Rovers 3 - 1 United", "Entry: 12 crowns": a number and
/// a joint, but no sentence.
bool may_be_listed(const PageLine& line) {
  if (line.furniture.kind != Furniture::None || line.words < 3 || line.ends_sentence) return false;
  if (line.text.find_first_of("0123456789") == std::string::npos) return false;
  for (std::string_view joint : {" - ", " -- ", " \u2013 ", " \u2014 ", ": "}) {
    if (line.text.find(joint) != std::string::npos) return true;
  }
  return false;
}

/// Marks runs of such lines. Numbers and dashes line after line are a list that a writer made;
/// links to other stories differ more from each other.
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
  const std::string unlinked = without_link_list(text);
  std::vector<PageLine> lines;
  for (WholeLine& source : whole_lines(unlinked)) {
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
