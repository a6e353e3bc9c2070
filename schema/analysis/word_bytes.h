// SPDX-License-Identifier: GPL-3.0-or-later
/// Several bytes of a word at once, for hash tables that compare words as numbers.
#pragma once

#include <cstdint>
#include <cstring>

namespace pullquote {

/// Eight bytes, which must be readable; in the machine's order.
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

}  // namespace pullquote
