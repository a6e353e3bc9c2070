// SPDX-License-Identifier: GPL-3.0-or-later
/// Layout to paragraphs; see the header for the rules.
#include "indexer/decoding/paragraphs.h"

#include <algorithm>
#include <cstdint>

#include "indexer/decoding/block_quote_marks.h"
#include "indexer/decoding/byte_scan.h"
#include "schema/analysis/utf8.h"

namespace pullquote {
namespace {

/// Wrapped lines are at most this long in any layout we know (typewriters, terminals, mail).
constexpr std::size_t kMaxWrappedBytes = 100;

/// Bytes of the white space character at the front of `text`; 0: it begins with something else.
std::size_t space_length(std::string_view text) {
  const auto first = static_cast<unsigned char>(text.front());
  if (first <= ' ') return 1;
  if (first < 0x80) return 0;
  std::size_t end = 0;
  const std::int32_t code = next_code_point(text, end);
  const bool space = code == 0xA0 || code == 0x1680 || (code >= 0x2000 && code <= 0x200A) ||
                     code == 0x2028 || code == 0x2029 || code == 0x202F || code == 0x205F ||
                     code == 0x3000;
  return space ? end : 0;
}

void append_single_line(std::string& out, std::string_view text) {
  const std::size_t start = out.size();
  bool pending = false;
  for (std::size_t at = 0; at < text.size();) {
    if (const std::size_t space = space_length(text.substr(at)); space != 0) {
      pending = true;
      at += space;
      continue;
    }
    if (pending && out.size() > start) out.push_back(' ');
    pending = false;
    // A stretch of words, up to its last whole one: a space at its end may be the first of several.
    std::size_t plain = single_spaced_prefix(text.substr(at));
    while (plain > 0 && text[at + plain - 1] == ' ') --plain;
    plain = std::max<std::size_t>(plain, 1);
    out.append(text, at, plain);
    at += plain;
  }
}

struct Line {
  std::string_view text;   ///< without indent and trailing blanks
  std::size_t indent = 0;  ///< columns; a tab counts as four
  char mark = '\0';        ///< block_quote_marks.h
};

Line make_line(std::string_view raw) {
  Line line;
  std::size_t at = 0;
  for (std::size_t space = 0; at < raw.size() && (space = space_length(raw.substr(at))) != 0;) {
    if (is_block_quote_mark(raw[at])) {
      line.mark = raw[at];
    } else {
      line.indent += raw[at] == '\t' ? 4 : 1;
    }
    at += space;
  }
  std::size_t end = raw.size();
  while (end > at && static_cast<unsigned char>(raw[end - 1]) <= ' ') --end;
  line.text = raw.substr(at, end - at);
  return line;
}

std::vector<Line> split_lines(std::string_view text) {
  std::vector<Line> lines;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    lines.push_back(make_line(text.substr(0, end)));
    if (end == std::string_view::npos) break;
    text.remove_prefix(end + 1);
  }
  return lines;
}

bool ends_sentence(std::string_view line) {
  constexpr std::string_view kClosers = "\"')]";
  while (!line.empty()) {
    if (line.ends_with("\u201D") || line.ends_with("\u2019")) {
      line.remove_suffix(3);
    } else if (line.ends_with("\u00BB")) {
      line.remove_suffix(2);
    } else if (kClosers.find(line.back()) != std::string_view::npos) {
      line.remove_suffix(1);
    } else {
      break;
    }
  }
  if (line.empty()) return true;
  return line.back() == '.' || line.back() == '!' || line.back() == '?' || line.back() == ':' ||
         line.ends_with("\u2026") || line.ends_with("\u3002");
}

enum class Layout : std::uint8_t { LineIsParagraph, Wrapped, Indented };

/// What breaks between neighbouring lines mean in this text.
Layout layout_of(const std::vector<Line>& lines) {
  std::size_t inner = 0;       // lines that another follows
  std::size_t unfinished = 0;  // of those, that end in mid-sentence
  std::size_t indented = 0;
  std::size_t flush = 0;
  std::size_t shortest = SIZE_MAX;
  for (const Line& line : lines) {
    if (!line.text.empty()) shortest = std::min(shortest, line.indent);
  }
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const Line& line = lines[i];
    if (line.text.empty()) continue;
    if (line.text.size() > kMaxWrappedBytes) return Layout::LineIsParagraph;
    (line.indent >= shortest + 2 ? indented : flush) += 1;
    if (i + 1 < lines.size() && !lines[i + 1].text.empty()) {
      ++inner;
      unfinished += ends_sentence(line.text) ? 0 : 1;
    }
  }
  if (indented > 0 && flush > 0) return Layout::Indented;
  return unfinished * 2 >= inner ? Layout::Wrapped : Layout::LineIsParagraph;
}

}  // namespace

std::string single_line(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  append_single_line(out, text);
  return out;
}

std::string reflow(std::string_view text) {
  const std::vector<Line> lines = split_lines(text);
  const Layout layout = layout_of(lines);
  std::size_t least = SIZE_MAX;
  for (const Line& line : lines) {
    if (!line.text.empty()) least = std::min(least, line.indent);
  }
  std::string out;
  out.reserve(text.size() + lines.size());
  bool after_blank = true;
  for (const Line& line : lines) {
    if (line.text.empty()) {
      after_blank = true;
      continue;
    }
    const bool begins = after_blank || layout == Layout::LineIsParagraph ||
                        (layout == Layout::Indented && line.indent >= least + 2);
    if (!out.empty()) out.append(begins ? "\n\n" : " ");
    if (begins && line.mark != '\0') out.push_back(line.mark);
    append_single_line(out, line.text);
    after_blank = false;
  }
  return out;
}

std::string join_paragraphs(const std::vector<std::string>& paragraphs) {
  std::string out;
  for (const std::string& paragraph : paragraphs) {
    if (paragraph.empty()) continue;
    if (!out.empty()) out += "\n\n";
    out += paragraph;
  }
  return out;
}

}  // namespace pullquote
