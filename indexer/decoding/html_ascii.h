// SPDX-License-Identifier: GPL-3.0-or-later
/// Small tests on text whose markup is ASCII whatever its content is.
#pragma once

#include <cstddef>
#include <string_view>

#include "schema/analysis/ascii.h"

namespace pullquote::html {

constexpr bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}
/// `needle` is in lower case. Quadratic at worst in the needle, which is short.
constexpr std::size_t find_ignoring_case(std::string_view text, std::string_view needle) {
  for (std::size_t i = 0; i + needle.size() <= text.size(); ++i) {
    if (starts_with_ignoring_case(text.substr(i), needle)) return i;
  }
  return std::string_view::npos;
}

constexpr std::string_view trim(std::string_view text) {
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return text;
}

}  // namespace pullquote::html
