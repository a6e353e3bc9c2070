// SPDX-License-Identifier: GPL-3.0-or-later
/// Wrapping is greedy: a program breaks a line when the next word has no room on it. So the line
/// break between two lines was the program's if the first word of the second wouldn't have fitted
/// on the first; otherwise the writer ended a paragraph there.
///
/// That needs the width. Lines of 40 to 100 columns with another line below are full; a page is
/// wrapped if it has three of them, six tenths of them break in mid-sentence, and at most one line
/// in twenty is wider. The width is the 98th percentile of full lines, because tables and addresses
/// may stick out. Three columns of slack allow for trailing marks and for programs that count
/// differently.
///
/// East Asian letters take two columns (roughly Unicode's East Asian Width, UAX #11), and a break
/// between two of them leaves no space behind.
#include "indexer/pages/saved_text/page_wrapping.h"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "indexer/decoding/paragraphs.h"
#include "schema/analysis/utf8.h"

namespace pullquote {
namespace {

constexpr std::size_t kMaxColumns = 100;  ///< of a line in text wrapped to a width
constexpr std::size_t kMinColumns = 40;   ///< of a line that was broken because it was full
constexpr std::size_t kSlack = 3;         ///< columns that the width may vary by

/// A line of the page as it was saved.
struct RawLine {
  std::string text;
  std::size_t columns = 0;  ///< with its indentation
  bool after_blank = false;
};

/// Letters of Chinese, Japanese and Korean take two columns.
bool is_wide(std::int32_t c) {
  return (c >= 0x2E80 && c <= 0xD7FF) || (c >= 0xF900 && c <= 0xFAFF) ||
         (c >= 0xFF01 && c <= 0xFF60);
}

/// The wide letters that are set without spaces: all but Korean.
bool is_spaceless_wide(std::int32_t c) {
  return is_wide(c) && !(c >= 0xAC00 && c <= 0xD7FF);
}

/// Columns of a line on a terminal; combining marks count as one.
std::size_t count_columns(std::string_view text) {
  std::size_t columns = 0;
  for (std::size_t at = 0; at < text.size();) columns += is_wide(next_code_point(text, at)) ? 2 : 1;
  return columns;
}

/// The first code point; 0 for empty text.
std::int32_t first_letter(std::string_view text) {
  std::size_t at = 0;
  return text.empty() ? 0 : next_code_point(text, at);
}

/// The last code point; 0 for empty text.
std::int32_t last_letter(std::string_view text) {
  return text.empty() ? 0 : first_letter(text.substr(character_start(text, text.size() - 1)));
}

/// The lines of a page, blank ones left out but noted in the next.
std::vector<RawLine> raw_lines(std::string_view text) {
  std::vector<RawLine> lines;
  bool after_blank = false;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    std::string_view raw = text.substr(0, end);
    while (raw.ends_with(' ') || raw.ends_with('\r')) raw.remove_suffix(1);
    std::string line = single_line(raw);
    const bool blank = line.empty();
    if (!blank) lines.push_back({std::move(line), count_columns(raw), after_blank});
    after_blank = blank;
    if (end == std::string_view::npos) break;
    text.remove_prefix(end + 1);
  }
  return lines;
}

/// Whether no mark that ends a sentence or quotation ends the line.
bool ends_mid_sentence(std::string_view line) {
  return line.find_last_of(".!?:\"')]") != line.size() - 1 && !line.ends_with("\u201D");
}

/// Whether the length of the line lies in the range of wrapped lines.
bool may_be_full(const RawLine& line) {
  return line.columns >= kMinColumns && line.columns <= kMaxColumns;
}

/// "* ", "- ", "12. ": the line begins an item of a list, whatever room the line before had.
bool begins_item(std::string_view line) {
  if (line.starts_with("* ") || line.starts_with("- ") || line.starts_with("+ ") ||
      line.starts_with("o ") || line.starts_with("\u2022")) {
    return true;
  }
  const std::size_t digits = line.find_first_not_of("0123456789");
  return digits > 0 && digits <= 3 && line.substr(digits).starts_with(". ");
}

/// Whether a program wrapped the page: most full lines break in mid-sentence. Tables and addresses
/// may be wider.
bool is_wrapped(const std::vector<RawLine>& lines) {
  std::size_t broken = 0;
  std::size_t full = 0;
  std::size_t wide = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    wide += lines[i].columns > kMaxColumns ? 1 : 0;
    if (i + 1 == lines.size() || lines[i + 1].after_blank || !may_be_full(lines[i])) continue;
    ++full;
    broken += ends_mid_sentence(lines[i].text) ? 1 : 0;
  }
  return full >= 3 && broken * 10 >= full * 6 && wide * 20 <= lines.size();
}

/// The width that nearly all full lines stay within, in columns.
std::size_t width_of(const std::vector<RawLine>& lines) {
  std::vector<std::size_t> columns;
  for (const RawLine& line : lines) {
    if (may_be_full(line)) columns.push_back(line.columns);
  }
  if (columns.empty()) return kMaxColumns;
  std::sort(columns.begin(), columns.end());
  return columns[columns.size() - 1 - columns.size() / 50];
}

/// Whether the line ends in a broken word: "govern-".
bool breaks_word(std::string_view line) {
  if (line.size() < 2 || line.back() != '-') return false;
  const char before = line[line.size() - 2];
  return (before >= 'a' && before <= 'z') || (before & 0x80) != 0;
}

/// Whether `next` is the rest of the paragraph of `line`.
bool goes_on(const RawLine& line, const RawLine& next, std::size_t width) {
  if (next.after_blank || line.columns > kMaxColumns || begins_item(next.text)) return false;
  if (breaks_word(line.text)) return true;
  const std::string_view text = next.text;
  const std::size_t word =
      is_spaceless_wide(first_letter(text)) ? 2 : count_columns(text.substr(0, text.find(' ')));
  return line.columns >= kMinColumns && line.columns + 1 + word + kSlack > width;
}

/// Whether a space stood where the program broke the line.
bool sets_space(std::string_view before, std::string_view after) {
  return !is_spaceless_wide(last_letter(before)) || !is_spaceless_wide(first_letter(after));
}

}  // namespace

std::vector<WholeLine> whole_lines(std::string_view text) {
  std::vector<RawLine> raw = raw_lines(text);
  const bool wrapped = is_wrapped(raw);
  const std::size_t width = wrapped ? width_of(raw) : 0;
  std::vector<WholeLine> lines;
  for (std::size_t i = 0; i < raw.size(); ++i) {
    if (wrapped && i > 0 && goes_on(raw[i - 1], raw[i], width)) {
      std::string& before = lines.back().text;
      // "govern-" + "ment": whether the hyphen stays is settled later, over the whole text.
      if (!before.ends_with('-') && sets_space(before, raw[i].text)) before += ' ';
      before += raw[i].text;
    } else {
      lines.push_back({raw[i].text, raw[i].after_blank});
    }
  }
  return lines;
}

}  // namespace pullquote
