// SPDX-License-Identifier: GPL-3.0-or-later
/// Small tests on text whose markup is ASCII whatever its content is.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

namespace pullquote::html {

constexpr bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}
constexpr bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
constexpr bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}
constexpr bool is_lower(char c) {
  return c >= 'a' && c <= 'z';
}
constexpr bool is_ascii_alnum(char c) {
  return is_digit(c) || is_upper(c) || is_lower(c);
}
constexpr char to_lower(char c) {
  return is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c;
}

/// `prefix` is in lower case.
constexpr bool starts_with_ignoring_case(std::string_view text, std::string_view prefix) {
  if (text.size() < prefix.size()) return false;
  for (std::size_t i = 0; i < prefix.size(); ++i) {
    if (to_lower(text[i]) != prefix[i]) return false;
  }
  return true;
}

/// `other` is in lower case.
constexpr bool equals_ignoring_case(std::string_view text, std::string_view other) {
  return text.size() == other.size() && starts_with_ignoring_case(text, other);
}

/// `needle` is in lower case. Quadratic at worst in the needle, which is short.
constexpr std::size_t find_ignoring_case(std::string_view text, std::string_view needle) {
  for (std::size_t i = 0; i + needle.size() <= text.size(); ++i) {
    if (starts_with_ignoring_case(text.substr(i), needle)) return i;
  }
  return std::string_view::npos;
}

inline std::string lower_ascii(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), to_lower);
  return out;
}

constexpr std::string_view trim(std::string_view text) {
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return text;
}

}  // namespace pullquote::html
