// SPDX-License-Identifier: GPL-3.0-or-later
/// LEB128: seven bits a byte, low bits first, the high bit set on all bytes but the last.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace pullquote {

inline void append_varint(std::uint64_t value, std::string& out) {
  while (value >= 0x80) {
    out.push_back(static_cast<char>(value | 0x80));
    value >>= 7;
  }
  out.push_back(static_cast<char>(value));
}

/// Takes a number off the front of `bytes`; empty when none is whole or it passes 64 bits.
inline std::optional<std::uint64_t> take_varint(std::string_view& bytes) {
  std::uint64_t value = 0;
  for (unsigned shift = 0, i = 0; shift < 64 && i < bytes.size(); shift += 7, ++i) {
    const auto byte = static_cast<unsigned char>(bytes[i]);
    if (shift == 63 && byte > 1) return std::nullopt;
    value |= static_cast<std::uint64_t>(byte & 0x7F) << shift;
    if (byte < 0x80) {
      bytes.remove_prefix(i + 1);
      return value;
    }
  }
  return std::nullopt;
}

/// Signed numbers with small absolute values become small unsigned ones: 0, -1, 1, -2, ...
inline std::uint64_t zigzag(std::int64_t value) {
  return (static_cast<std::uint64_t>(value) << 1) ^ static_cast<std::uint64_t>(value >> 63);
}

inline std::int64_t unzigzag(std::uint64_t value) {
  return static_cast<std::int64_t>(value >> 1) ^ -static_cast<std::int64_t>(value & 1);
}

}  // namespace pullquote
