// SPDX-License-Identifier: GPL-3.0-or-later
/// Tests on ASCII characters, whatever the locale is. Bytes from 0x80 are neither letters nor
/// digits and have no case, so that UTF-8 passes unchanged.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

namespace pullquote {

constexpr bool is_ascii_digit(char c) {
  return c >= '0' && c <= '9';
}
constexpr bool is_ascii_upper(char c) {
  return c >= 'A' && c <= 'Z';
}
constexpr bool is_ascii_lower(char c) {
  return c >= 'a' && c <= 'z';
}
constexpr bool is_ascii_letter(char c) {
  return is_ascii_upper(c) || is_ascii_lower(c);
}
constexpr bool is_ascii_alnum(char c) {
  return is_ascii_letter(c) || is_ascii_digit(c);
}
constexpr char ascii_lower(char c) {
  return is_ascii_upper(c) ? static_cast<char>(c - 'A' + 'a') : c;
}

inline std::string ascii_lower(std::string_view text) {
  std::string lower(text);
  std::transform(lower.begin(), lower.end(), lower.begin(), [](char c) { return ascii_lower(c); });
  return lower;
}

/// Whether `text` begins with `prefix`, which is in lower case, in any case.
constexpr bool starts_with_ignoring_case(std::string_view text, std::string_view prefix) {
  if (text.size() < prefix.size()) return false;
  for (std::size_t i = 0; i < prefix.size(); ++i) {
    if (ascii_lower(text[i]) != prefix[i]) return false;
  }
  return true;
}

/// Whether `text` is `other`, which is in lower case, in any case.
constexpr bool equals_ignoring_case(std::string_view text, std::string_view other) {
  return text.size() == other.size() && starts_with_ignoring_case(text, other);
}

}  // namespace pullquote
