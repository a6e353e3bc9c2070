// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/decoding/html_text.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "indexer/decoding/html_ascii.h"
#include "schema/analysis/utf8.h"

namespace pullquote::html {
namespace {

constexpr unsigned char byte(char c) {
  return static_cast<unsigned char>(c);
}

/// What windows-1252 has where Latin-1 has the C1 controls; empty: nothing.
constexpr std::array<std::string_view, 32> kWindows1252{
    "\u20AC", "",       "\u201A", "\u0192", "\u201E", "\u2026", "\u2020", "\u2021",
    "\u02C6", "\u2030", "\u0160", "\u2039", "\u0152", "",       "\u017D", "",
    "",       "\u2018", "\u2019", "\u201C", "\u201D", "\u2022", "\u2013", "\u2014",
    "\u02DC", "\u2122", "\u0161", "\u203A", "\u0153", "",       "\u017E", "\u0178"};

bool is_wide_space(std::int32_t c) {
  return c == 0xA0 || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F ||
         c == 0x205F || c == 0x3000 || c == 0x1680;
}

bool is_invisible(std::int32_t c) {
  return c == 0xAD || c == 0x200B || c == 0x2060 || c == 0xFEFF;
}

/// Scripts written without spaces between words.
bool is_unspaced(std::int32_t c) {
  return (c >= 0x0E00 && c <= 0x0EFF) || (c >= 0x1000 && c <= 0x109F) ||
         (c >= 0x1780 && c <= 0x17FF) || (c >= 0x3040 && c <= 0x30FF) ||
         (c >= 0x3400 && c <= 0x9FFF) || (c >= 0x20000 && c <= 0x3FFFF);
}

bool is_wide_punctuation(std::int32_t c) {
  return (c >= 0xA0 && c <= 0xBF) || (c >= 0x2000 && c <= 0x2BFF) || (c >= 0x3000 && c <= 0x303F) ||
         (c >= 0xFF00 && c <= 0xFF0F) || c == 0xFFFD;
}

void append_space(std::string& out) {
  if (!out.empty() && out.back() != ' ' && out.back() != '\n') out.push_back(' ');
}

}  // namespace

std::string_view cut_utf8(std::string_view text, std::size_t bytes) {
  if (text.size() <= bytes) return text;
  while (bytes > 0 && is_continuation(text[bytes])) --bytes;
  return text.substr(0, bytes);
}

void append_collapsed(std::string_view text, std::string& out) {
  std::size_t i = 0;
  while (i < text.size()) {
    // The common case: a run of printable ASCII that needs no change.
    std::size_t run = i;
    while (run < text.size() && byte(text[run]) > 0x20 && byte(text[run]) < 0x7F) ++run;
    out.append(text.substr(i, run - i));
    i = run;
    if (i == text.size()) break;
    const char c = text[i];
    if (byte(c) < 0x80) {
      if (is_space(c)) append_space(out);
      ++i;
      continue;
    }
    const std::size_t start = i;
    const std::int32_t next = next_code_point(text, i);
    if (is_wide_space(next)) {
      append_space(out);
    } else if (next == kIllFormed) {
      out.append("\uFFFD");
    } else if (next >= 0x80 && next < 0xA0) {
      out.append(kWindows1252[static_cast<std::size_t>(next - 0x80)]);
    } else if (!is_invisible(next)) {
      out.append(text.substr(start, i - start));
    }
  }
}

std::string collapse_space(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  append_collapsed(text, out);
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

std::uint32_t count_words(std::string_view text) {
  std::uint32_t words = 0;
  std::uint32_t unspaced = 0;
  bool inside = false;
  for (std::size_t i = 0; i < text.size();) {
    const char c = text[i];
    if (byte(c) < 0x80) {
      const bool letter = is_ascii_alnum(c);
      // An apostrophe joins: "don't" is one word.
      if (letter && !inside) ++words;
      inside = letter || (inside && c == '\'');
      ++i;
      continue;
    }
    const std::int32_t next = next_code_point(text, i);
    if (is_unspaced(next)) {
      ++unspaced;
      inside = false;
    } else if (next == kIllFormed || is_wide_punctuation(next)) {
      inside = inside && next == 0x2019;
    } else {
      if (!inside) ++words;
      inside = true;
    }
  }
  return words + unspaced / 2;
}

bool starts_with_quotation_mark(std::string_view text) {
  static constexpr std::array<std::string_view, 8> kMarks{"\"",     "'",      "\u201C", "\u201D",
                                                          "\u201E", "\u2018", "\u00AB", "\u00BB"};
  return std::any_of(kMarks.begin(), kMarks.end(),
                     [&](std::string_view mark) { return text.starts_with(mark); });
}

bool ends_like_sentence(std::string_view text) {
  static constexpr std::array<std::string_view, 12> kClosers{
      "\"", "'", ")", "]", " ", "\n", "\u201D", "\u2019", "\u00BB", "\u203A", "\u300D", "*"};
  static constexpr std::array<std::string_view, 10> kEnds{
      ".", "!", "?", "\u2026", "\u3002", "\uFF01", "\uFF1F", "\u0964", "\u061F", "\u06D4"};
  for (bool closed = true; closed;) {
    closed = false;
    for (const std::string_view closer : kClosers) {
      if (!text.ends_with(closer)) continue;
      text.remove_suffix(closer.size());
      closed = true;
    }
  }
  for (const std::string_view end : kEnds) {
    if (text.ends_with(end)) return true;
  }
  return false;
}

}  // namespace pullquote::html
