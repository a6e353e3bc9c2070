// SPDX-License-Identifier: GPL-3.0-or-later
/// Questions about single characters of UTF-8 text that may be ill-formed. No allocation, no
/// tables.
#pragma once

#include <cstdint>
#include <string_view>

#include "schema/analysis/ascii.h"
#include "schema/analysis/utf8.h"

namespace pullquote::quotes {

struct CodePoint {
  char32_t value = 0;
  std::uint8_t length = 0;  ///< bytes taken; 1 for a byte that is not UTF-8; 0 at the end
};

constexpr bool is_ascii_space(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f' || c == '\v';
}

/// The code point at `at`. A byte that starts no well-formed sequence stands for U+FFFD.
inline CodePoint code_point_at(std::string_view text, std::size_t at) {
  if (at >= text.size()) return {};
  std::size_t end = at;
  const std::int32_t c = next_code_point(text, end);
  if (c == kIllFormed) return {0xFFFD, 1};
  return {static_cast<char32_t>(c), static_cast<std::uint8_t>(end - at)};
}

/// The code point that ends just before `at`; length 0 at the start.
inline CodePoint code_point_before(std::string_view text, std::size_t at) {
  if (at == 0) return {};
  std::size_t start = at - 1;
  while (start > 0 && at - start < 4 && is_continuation(text[start])) {
    --start;
  }
  const CodePoint found = code_point_at(text, start);
  return start + found.length == at ? found : CodePoint{0xFFFD, 1};
}

constexpr bool is_space(char32_t c) {
  return (c < 0x80 && is_ascii_space(static_cast<char>(c))) || c == 0xA0 || c == 0x85 ||
         (c >= 0x2000 && c <= 0x200B) || c == 0x202F || c == 0x2028 || c == 0x2029 || c == 0x3000 ||
         c == 0xFEFF;
}

constexpr bool is_digit(char32_t c) {
  return c >= '0' && c <= '9';
}

constexpr bool is_upper(char32_t c) {
  return (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0xDE && c != 0xD7) ||
         (c >= 0x100 && c <= 0x137 && c % 2 == 0) || (c >= 0x139 && c <= 0x148 && c % 2 == 1) ||
         (c >= 0x14A && c <= 0x177 && c % 2 == 0) || c == 0x178 || c == 0x179 || c == 0x17B ||
         c == 0x17D || (c >= 0x391 && c <= 0x3A9) || (c >= 0x400 && c <= 0x42F);
}

/// Letters and whatever else belongs to words: all but ASCII that is no letter and the punctuation
/// and symbols of the blocks that news uses.
constexpr bool is_letter(char32_t c) {
  if (c < 0x80) return is_ascii_letter(static_cast<char>(c));
  if (c < 0xC0) return c == 0xAA || c == 0xB5 || c == 0xBA || c == 0xAD;
  if (c == 0xD7 || c == 0xF7) return false;
  if (c >= 0x2000 && c < 0x2C00) return c == 0x200C || c == 0x200D;
  if (c >= 0x3000 && c <= 0x3020) return false;
  return c < 0xFE30 || (c > 0xFE6F && c < 0xFF00) || (c > 0xFF20 && c < 0xFFE0) || c > 0xFFFF;
}

constexpr bool is_dash(char32_t c) {
  return c == '-' || (c >= 0x2010 && c <= 0x2015);
}

constexpr bool ends_sentence(char32_t c) {
  return c == '.' || c == '!' || c == '?' || c == 0x2026 || c == 0x203D;
}

}  // namespace pullquote::quotes
