// SPDX-License-Identifier: GPL-3.0-or-later
/// Blocks of a glass table (Xapian's B-tree), as they are written and read here.
///
/// A block is its revision (4 bytes), level (1; leaves are level 0), largest free space (2), total
/// free space (2), end of the directory (2); then the directory of 2-byte item offsets, rising by
/// key; then free space; then the items, filled from the block's end. All integers are big-endian.
/// A leaf item is its length less 3 with three flags (2), key length (1), key, component number
/// unless it is the first (2), and the tag or a part of it. A branch item is a block number (4),
/// key length (1), key, component number (2); the first one of a block has an empty key.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <string>

namespace pullquote::glass {

inline constexpr std::size_t kBlockBytes = 8192;
inline constexpr std::size_t kHeaderBytes = 11;
inline constexpr std::size_t kLevelOffset = 4;
inline constexpr std::size_t kDirectoryEndOffset = 9;

/// Of the first byte of a leaf item; the other bits belong to its length.
inline constexpr unsigned char kCompressed = 0x80;
inline constexpr unsigned char kLastComponent = 0x40;
inline constexpr unsigned char kFirstComponent = 0x20;
inline constexpr std::size_t kItemLengthMask = 0x1fff;
/// What the stored length of a leaf item leaves out.
inline constexpr std::size_t kItemLengthLess = 3;

inline void put16(unsigned char* at, std::size_t value) {
  at[0] = static_cast<unsigned char>(value >> 8);
  at[1] = static_cast<unsigned char>(value);
}

inline void put32(unsigned char* at, std::uint32_t value) {
  put16(at, value >> 16);
  put16(at + 2, value & 0xffff);
}

inline std::uint32_t get16(const unsigned char* at) {
  return std::uint32_t{at[0]} << 8 | at[1];
}

inline std::uint32_t get32(const unsigned char* at) {
  return get16(at) << 16 | get16(at + 2);
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

}  // namespace pullquote::glass
