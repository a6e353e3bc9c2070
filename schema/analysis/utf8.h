// SPDX-License-Identifier: GPL-3.0-or-later
/// Code points out of UTF-8 that may be ill-formed, and back, by ICU's macros.
///
///     for (std::size_t at = 0; at < text.size();) use(next_code_point(text, at));
#pragma once

#include <unicode/utf8.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace pullquote {

/// The value of next_code_point() for bytes that are no character.
inline constexpr std::int32_t kIllFormed = -1;

/// Decodes the code point at `at` < text.size() and moves `at` behind it. Ill-formed bytes (stray
/// or missing continuation bytes, overlong forms, surrogates, numbers beyond U+10FFFF) give
/// kIllFormed; `at` then moves by the longest prefix that could have begun a character, at least
/// one byte.
inline std::int32_t next_code_point(std::string_view text, std::size_t& at) {
  // At most four bytes are looked at, so that ICU's 32-bit indexes do for a text of any size.
  const auto* const bytes = reinterpret_cast<const std::uint8_t*>(text.data() + at);
  const auto left = static_cast<std::int32_t>(text.size() - at < 4 ? text.size() - at : 4);
  std::int32_t length = 0;
  UChar32 c = 0;
  U8_NEXT(bytes, length, left, c);
  at += static_cast<std::size_t>(length);
  return c;
}

/// Appends a code point that is a character: no surrogate, at most U+10FFFF.
inline void append_code_point(std::string& out, std::int32_t c) {
  std::uint8_t bytes[U8_MAX_LENGTH];
  std::int32_t length = 0;
  U8_APPEND_UNSAFE(bytes, length, c);
  out.append(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(length));
}

/// Whether a byte continues a character that an earlier byte began.
constexpr bool is_continuation(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0) == 0x80;
}

/// The first byte of the character that byte `at` belongs to; `at` itself where one begins, and at
/// text.size().
constexpr std::size_t character_start(std::string_view text, std::size_t at) {
  while (at > 0 && at < text.size() && is_continuation(text[at])) --at;
  return at;
}

}  // namespace pullquote
