// SPDX-License-Identifier: GPL-3.0-or-later
/// Eight bytes at a time: tests for the text that nearly all text is, so that the careful loops run
/// over the few bytes that need them. (Plain loops over single bytes took half of the reading
/// time.)
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace pullquote {

namespace detail {
inline constexpr std::uint64_t kHighBits = 0x8080808080808080u;
inline constexpr std::uint64_t kEach = 0x0101010101010101u;

/// The high bit of each byte that equals `byte`; all bytes of `word` are ASCII.
inline std::uint64_t equal_bytes(std::uint64_t word, unsigned char byte) {
  return ~((word ^ (kEach * byte)) + (kHighBits - kEach)) & kHighBits;
}
}  // namespace detail

inline std::uint64_t load8(std::string_view text, std::size_t at) {
  std::uint64_t word;
  std::memcpy(&word, text.data() + at, sizeof word);
  return word;
}

/// True when all eight bytes are ASCII from ' ' to '~' or DEL.
inline bool is_printable8(std::uint64_t word) {
  // No byte has its high bit; with it set, none loses it when 0x20 is taken away.
  const std::uint64_t controls = ~((word | detail::kHighBits) - detail::kEach * 0x20);
  return ((word | controls) & detail::kHighBits) == 0;
}

/// True when one of eight printable bytes is `byte`.
inline bool has_byte8(std::uint64_t word, unsigned char byte) {
  return detail::equal_bytes(word, byte) != 0;
}

/// Length of the longest prefix of whole words that is printable ASCII without DEL.
inline std::size_t printable_prefix(std::string_view text) {
  std::size_t at = 0;
  for (; at + 8 <= text.size(); at += 8) {
    const std::uint64_t word = load8(text, at);
    if (!is_printable8(word) || has_byte8(word, 0x7F)) break;
  }
  return at;
}

/// The same, also without two spaces in a row.
inline std::size_t single_spaced_prefix(std::string_view text) {
  std::size_t at = 0;
  for (; at + 9 <= text.size(); at += 8) {
    const std::uint64_t word = load8(text, at);
    const std::uint64_t next = load8(text, at + 1);
    if (!is_printable8(word) || !is_printable8(next)) break;
    if ((detail::equal_bytes(word, ' ') & detail::equal_bytes(next, ' ')) != 0) break;
  }
  return at;
}

}  // namespace pullquote
