// SPDX-License-Identifier: GPL-3.0-or-later
/// The end of a run of ASCII word characters, sixteen bytes at a time.
///
/// Words are short and of unforeseeable length, so a loop over bytes ends in a branch that the
/// processor guesses wrong about once a word. One comparison of sixteen bytes has no such branch.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>

#include "schema/analysis/characters.h"

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace pullquote {

/// Bytes that may be read behind the end of the text.
inline constexpr std::size_t kWordEndPadding = 16;

#if defined(__SSE2__)

/// Bit i is set when byte i of sixteen is a lower-case letter, a digit or '_'.
inline std::uint32_t word_bytes(const char* sixteen) {
  const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(sixteen));
  // Signed comparison only: shift each range so that it begins at the smallest value.
  const auto in_range = [bytes](char first, int count) {
    const __m128i shifted = _mm_sub_epi8(bytes, _mm_set1_epi8(static_cast<char>(first + 128)));
    return _mm_cmplt_epi8(shifted, _mm_set1_epi8(static_cast<char>(count - 128)));
  };
  const __m128i letters = in_range('a', 26);
  const __m128i digits = in_range('0', 10);
  const __m128i underscores = _mm_cmpeq_epi8(bytes, _mm_set1_epi8('_'));
  return static_cast<std::uint32_t>(
      _mm_movemask_epi8(_mm_or_si128(_mm_or_si128(letters, digits), underscores)));
}

/// The first byte from `at` on that is no lower-case letter, digit or '_'. There must be one, with
/// kWordEndPadding readable bytes behind it.
inline const char* word_end(const char* at) {
  for (;; at += 16) {
    const std::uint32_t others = word_bytes(at) ^ 0xFFFFu;
    if (others != 0) return at + std::countr_zero(others);
  }
}

#else

inline const char* word_end(const char* at) {
  while (is_word(byte_class(*at))) ++at;
  return at;
}

#endif

}  // namespace pullquote
