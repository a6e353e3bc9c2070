// SPDX-License-Identifier: GPL-3.0-or-later
/// Integer and string encodings of Xapian's glass backend (docs/index-format.md lists the bytes).
#pragma once

#include <bit>
#include <cstdint>
#include <string>
#include <string_view>

namespace pullquote::glass {

/// Seven bits a byte, low bits first, the top bit set on all bytes but the last.
inline void append_uint(std::string& out, std::uint64_t value) {
  char bytes[10];
  std::size_t size = 0;
  while (value >= 0x80) {
    bytes[size++] = static_cast<char>(value | 0x80);
    value >>= 7;
  }
  bytes[size++] = static_cast<char>(value);
  out.append(bytes, size);
}

/// Reads what append_uint wrote and moves `from` behind it. The bytes are our own: no checks.
inline std::uint64_t read_uint(const char*& from) {
  std::uint64_t value = 0;
  unsigned shift = 0;
  unsigned char byte = 0;
  do {
    byte = static_cast<unsigned char>(*from++);
    value |= static_cast<std::uint64_t>(byte & 0x7f) << shift;
    shift += 7;
  } while ((byte & 0x80) != 0);
  return value;
}

/// Big-endian with a length prefix in unary, so that byte order is numeric order: two bytes below
/// 0x8000, then one more for every seven bits.
inline void append_sortable_uint(std::string& out, std::uint32_t value) {
  if (value < 0x8000) {
    out.push_back(static_cast<char>(value >> 8));
    out.push_back(static_cast<char>(value));
    return;
  }
  const auto length = static_cast<std::size_t>((37 - std::countl_zero(value)) / 7);
  const unsigned mask = 0xffu << (10 - length);
  const std::size_t start = out.size();
  out.resize(start + length);
  for (std::size_t i = 1; i != length; ++i) {
    out[out.size() - i] = static_cast<char>(value);
    value >>= 8;
  }
  out[start] = static_cast<char>(value | mask);
}

inline void append_string(std::string& out, std::string_view bytes) {
  append_uint(out, bytes.size());
  out.append(bytes);
}

}  // namespace pullquote::glass
