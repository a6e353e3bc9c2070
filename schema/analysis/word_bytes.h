// SPDX-License-Identifier: GPL-3.0-or-later
/// Several bytes of a word at once, for hash tables that compare words as numbers.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>

namespace pullquote {

static_assert(std::endian::native == std::endian::little, "the first byte is the lowest");

/// Eight bytes, which must be readable.
inline std::uint64_t load8(const char* bytes) {
  std::uint64_t value = 0;
  std::memcpy(&value, bytes, 8);
  return value;
}

/// Four bytes.
inline std::uint64_t load4(const char* bytes) {
  std::uint32_t value = 0;
  std::memcpy(&value, bytes, 4);
  return value;
}

/// Whether two words of one size are equal. For short ones quicker than the call that memcmp is.
inline bool same_bytes(const char* left, const char* right, std::size_t size) {
  if (size >= 8) {
    for (std::size_t at = 0; at + 8 < size; at += 8) {
      if (load8(left + at) != load8(right + at)) return false;
    }
    return load8(left + size - 8) == load8(right + size - 8);
  }
  if (size >= 4) {
    return load4(left) == load4(right) && load4(left + size - 4) == load4(right + size - 4);
  }
  for (std::size_t at = 0; at < size; ++at) {
    if (left[at] != right[at]) return false;
  }
  return true;
}

}  // namespace pullquote
