// SPDX-License-Identifier: GPL-3.0-or-later
/// What sqlite_build.cc and sqlite_search.cc agree on: row ids that carry the time, newest first,
/// and outlets as one token each.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace pullquote::bench {

/// Room for a million articles of one second.
inline constexpr std::int64_t kRowsOfASecond = 1 << 20;

/// The row ids of a second, which stand before those of every earlier second. Unknown times are
/// second 0 of a clock that began long before newspapers.
inline constexpr std::int64_t kUnknownTime = -(std::int64_t{1} << 40);
inline std::int64_t first_row(std::int64_t unix_seconds) {
  return -unix_seconds * kRowsOfASecond;
}
inline std::int64_t last_row(std::int64_t unix_seconds) {
  return first_row(unix_seconds) + kRowsOfASecond - 1;
}

/// A filter term as letters and digits only, which tokenisers keep whole and the digit at its end
/// from being stemmed.
inline std::string outlet_token(std::string_view term) {
  std::string token = "o";
  for (const char c : term) {
    token += "0123456789abcdef"[(static_cast<unsigned char>(c) >> 4) & 15];
    token += "0123456789abcdef"[static_cast<unsigned char>(c) & 15];
  }
  return token + "0";
}

}  // namespace pullquote::bench
