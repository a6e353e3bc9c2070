// SPDX-License-Identifier: GPL-3.0-or-later
/// Runs only on records that the JSON parser refused.
#include "indexer/decoding/json_repair.h"

#include <cstdint>
#include <optional>

#include "schema/analysis/ascii.h"

namespace pullquote {
namespace {

/// The code unit of the escape "\uXXXX" at `at`.
std::optional<std::uint32_t> unicode_escape(std::string_view json, std::size_t at) {
  if (at + 6 > json.size() || json[at] != '\\' || json[at + 1] != 'u') return std::nullopt;
  std::uint32_t unit = 0;
  for (std::size_t i = at + 2; i < at + 6; ++i) {
    const char c = json[i];
    const char lower = ascii_lower(c);
    if (is_ascii_digit(c)) {
      unit = unit * 16 + static_cast<std::uint32_t>(c - '0');
    } else if (lower >= 'a' && lower <= 'f') {
      unit = unit * 16 + static_cast<std::uint32_t>(lower - 'a' + 10);
    } else {
      return std::nullopt;
    }
  }
  return unit;
}

bool is_high(std::uint32_t unit) {
  return unit >= 0xD800 && unit < 0xDC00;
}
bool is_low(std::uint32_t unit) {
  return unit >= 0xDC00 && unit < 0xE000;
}

}  // namespace

std::string repair_json_strings(std::string_view json) {
  std::string out;
  out.reserve(json.size());
  for (std::size_t at = 0; at < json.size();) {
    const char c = json[at];
    if (c != '\\' || at + 1 == json.size()) {
      out.push_back(static_cast<unsigned char>(c) < ' ' ? ' ' : c);
      ++at;
      continue;
    }
    const auto unit = unicode_escape(json, at);
    if (!unit) {
      out.append(json, at, 2);
      at += 2;
    } else if (is_high(*unit) && is_low(unicode_escape(json, at + 6).value_or(0))) {
      out.append(json, at, 12);
      at += 12;
    } else {
      out.append(is_high(*unit) || is_low(*unit) ? "\\uFFFD" : json.substr(at, 6));
      at += 6;
    }
  }
  return out;
}

bool ends_inside_value(std::string_view json) {
  std::int64_t depth = 0;
  bool in_string = false;
  for (std::size_t at = 0; at < json.size(); ++at) {
    const char c = json[at];
    if (in_string) {
      if (c == '\\') ++at;
      if (c == '"') in_string = false;
    } else if (c == '"') {
      in_string = true;
    } else if (c == '{' || c == '[') {
      ++depth;
    } else if (c == '}' || c == ']') {
      --depth;
    }
  }
  return in_string || depth > 0;
}

}  // namespace pullquote
