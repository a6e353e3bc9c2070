// SPDX-License-Identifier: GPL-3.0-or-later
/// Integer and string encodings of Xapian's glass backend (docs/index-format.md lists the bytes).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "schema/store/glass_block.h"  // IWYU pragma: export

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

inline void append_string(std::string& out, std::string_view bytes) {
  append_uint(out, bytes.size());
  out.append(bytes);
}

}  // namespace pullquote::glass
