// SPDX-License-Identifier: GPL-3.0-or-later
/// The hash of a folded word that its key is made of, eight bytes at a time: nearly all words are
/// one or two steps. It depends on the machine's order of bytes, so no file holds it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "schema/analysis/word_bytes.h"

namespace pullquote {

/// Bytes that may be read behind the end of a word.
inline constexpr std::size_t kWordHashPadding = 8;

/// @param bytes  `size` of them, at least one, with kWordHashPadding readable ones behind them.
inline std::uint32_t padded_word_hash(const char* bytes, std::size_t size) {
  std::uint64_t state = 0;
  const auto add = [&state](std::uint64_t eight) {
    state = (state ^ eight) * 0x9E3779B97F4A7C15ULL;
    state ^= state >> 32;
  };
  for (; size > 8; size -= 8, bytes += 8) add(load8(bytes));
  add(load8(bytes) & (~0ULL >> (64 - 8 * size)));
  return static_cast<std::uint32_t>((state * 0xD6E8FEB86659FD93ULL) >> 32);
}

/// Of any word but an empty one.
inline std::uint32_t word_hash(std::string_view folded) {
  std::string padded(folded);
  padded.resize(folded.size() + kWordHashPadding);
  return padded_word_hash(padded.data(), folded.size());
}

}  // namespace pullquote
