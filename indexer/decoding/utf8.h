// SPDX-License-Identifier: GPL-3.0-or-later
/// Code points out of UTF-8 and back, one at a time.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace pullquote {

/// What next_code_point returns for bytes that are no character.
inline constexpr std::int32_t kIllFormed = -1;

/// The code point at `at` < text.size(), which moves past it. Ill-formed bytes (stray or missing
/// continuations, overlong forms, surrogates, beyond U+10FFFF) give kIllFormed and move past the
/// longest prefix that could have begun a character, at least one byte.
inline std::int32_t next_code_point(std::string_view text, std::size_t& at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const std::int32_t first = byte(at++);
  if (first < 0x80) return first;
  const int length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
  if (first < 0xC2 || first > 0xF4) return kIllFormed;
  std::int32_t c = first & (0x7F >> length);
  for (int i = 1; i < length; ++i) {
    if (at >= text.size()) return kIllFormed;
    const std::int32_t next = byte(at);
    const std::int32_t low = i > 1 ? 0x80 : first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
    const std::int32_t high = i > 1 ? 0xBF : first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
    if (next < low || next > high) return kIllFormed;
    c = (c << 6) | (next & 0x3F);
    ++at;
  }
  return c;
}

/// Appends a code point that is a character (no surrogate, at most U+10FFFF).
inline void append_code_point(std::string& out, std::int32_t c) {
  const auto put = [&](std::int32_t byte) { out.push_back(static_cast<char>(byte)); };
  if (c < 0x80) {
    put(c);
  } else if (c < 0x800) {
    put(0xC0 | (c >> 6));
    put(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    put(0xE0 | (c >> 12));
    put(0x80 | ((c >> 6) & 0x3F));
    put(0x80 | (c & 0x3F));
  } else {
    put(0xF0 | (c >> 18));
    put(0x80 | ((c >> 12) & 0x3F));
    put(0x80 | ((c >> 6) & 0x3F));
    put(0x80 | (c & 0x3F));
  }
}

}  // namespace pullquote
