// SPDX-License-Identifier: GPL-3.0-or-later
/// Everything the tokenizer wants to know about a character, looked up instead of computed.
///
/// Unicode's properties are spread over several tables of ICU, and folding asks its normalisers;
/// that costs about a microsecond a character. The answers are kept in blocks of 64 code points
/// that are filled when first touched, so that a program pays for the scripts it meets and no
/// others.
#pragma once

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "schema/analysis/characters.h"
#include "schema/analysis/utf8.h"

namespace pullquote {

struct CharInfo {
  static constexpr std::uint8_t kLong = 0xFF;

  CharClass kind = CharClass::Other;
  bool mark = false;         ///< combining: folding drops or keeps it with its base
  bool loses_marks = false;  ///< as a base
  bool may_compose = false;  ///< a word with this needs a look by the normaliser
  std::uint8_t lowered_bytes = 0;
  std::uint8_t folded_bytes = 0;  ///< or kLong: more than `folded` holds, ask for it
  std::array<char, 4> lowered{};  ///< simple lower case, as UTF-8
  std::array<char, 6> folded{};
};
static_assert(sizeof(CharInfo) == 16);

/// Not from the table: what char_info() remembers.
CharInfo compute_char_info(char32_t c);

namespace detail {

inline constexpr char32_t kBlockSize = 64;
using CharBlock = std::array<CharInfo, kBlockSize>;

/// The basic multilingual plane. Blocks are immutable once published here and live as long as the
/// program; two threads that fill one at the same time agree on which stays.
extern std::array<std::atomic<const CharBlock*>, 0x10000 / kBlockSize> char_blocks;

const CharBlock& fill_block(char32_t index);

}  // namespace detail

/// Thread-safe.
inline CharInfo char_info(char32_t c) {
  if (c >= 0x10000) return compute_char_info(c);
  const char32_t index = c / detail::kBlockSize;
  const detail::CharBlock* block = detail::char_blocks[index].load(std::memory_order_acquire);
  if (block == nullptr) block = &detail::fill_block(index);
  return (*block)[c % detail::kBlockSize];
}

/// What stands at one place of a text.
struct Decoded {
  char32_t c = 0;
  std::uint32_t bytes = 1;  ///< length in the text; 1 for an ill-formed byte
  CharClass kind = CharClass::Other;
  bool mark = false;
};

/// Decodes at `at` < text.size(). Ill-formed UTF-8 is Other, one byte at a time.
inline Decoded decode(std::string_view text, std::size_t at) {
  const char first = text[at];
  if (static_cast<unsigned char>(first) < 0x80) {
    return {static_cast<char32_t>(first), 1, byte_class(first), false};
  }
  std::size_t end = at;
  const std::int32_t c = next_code_point(text, end);
  if (c == kIllFormed) return {};
  const auto code = static_cast<char32_t>(c);
  const CharInfo info = char_info(code);
  return {code, static_cast<std::uint32_t>(end - at), info.kind, info.mark};
}

}  // namespace pullquote
