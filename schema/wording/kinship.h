// SPDX-License-Identifier: GPL-3.0-or-later
/// When two wordings are printings of one quotation. The one place of these rules: the build groups
/// by them, and tracing a pasted text asks them again. docs/design/0004-quote-families.md has the
/// reasons and the measurements.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>

#include "schema/wording/alignment.h"

namespace pullquote {

enum class Kinship : std::uint8_t {
  None,
  Weak,    ///< the words agree but are too few to prove it: asks for the same speaker at the same
           ///< time
  Likely,  ///< one quotation if both were printed at about the same time; else a formula used again
  Strong,  ///< one quotation
};

/// Whether so many words could be recognised by themselves; "no comment" could not.
constexpr bool is_distinctive(std::size_t words, std::uint32_t content) {
  return words >= 5 && content >= 3;
}

/// Shorter wordings join a family but never link two: many a long speech contains "we will win this
/// war".
inline constexpr std::size_t kLinkingWords = 10;

/// A wording in numbers.
struct WordingSize {
  std::size_t words = 0;
  std::size_t content = 0;  ///< of them, those that carry content
};

/// Another cut shares so many words with content.
constexpr std::size_t least_overlap_content(const WordingSize& shorter) {
  return std::max<std::size_t>(4, shorter.content / 4);
}

/// Words that may stand before and after a passage that two cuts share, in one of them: "And as I
/// said".
inline constexpr std::size_t kCutSlack = 3;

/// Whether the shared passage begins one wording and ends one, as two cuts of a speech overlap. Two
/// statements with a sentence in common do not: each goes on in its own way.
constexpr bool dovetails(const Alignment& alignment, std::size_t a_words, std::size_t b_words) {
  const bool begins = alignment.a_begin <= kCutSlack || alignment.b_begin <= kCutSlack;
  const bool ends =
      alignment.a_end + kCutSlack >= a_words || alignment.b_end + kCutSlack >= b_words;
  const std::size_t passage =
      std::max(alignment.a_end - alignment.a_begin, alignment.b_end - alignment.b_begin);
  return begins && ends && std::size_t{alignment.matched} * 10 >= passage * 8;
}

/// @param a, b  of the wordings that were aligned, in that order; of longer ones than an alignment
///              looks at, of their compared_part().
constexpr Kinship kinship(const Alignment& alignment, const WordingSize& a, const WordingSize& b) {
  const std::size_t matched = alignment.matched;
  const std::size_t shorter = std::min(a.words, b.words);
  // A cut of the other, or the other with some words changed.
  if (is_distinctive(matched, alignment.content)) {
    if (matched * 20 >= shorter * 19) return Kinship::Strong;
    if (matched * 10 >= shorter * 7) return Kinship::Likely;
  }
  // Another cut: each has words that the other lacks, but they share a long passage.
  const bool overlap = matched >= 8 && matched * 10 >= shorter * 3 &&
                       alignment.content >= least_overlap_content(a.words < b.words ? a : b) &&
                       dovetails(alignment, a.words, b.words);
  if (overlap) return Kinship::Likely;
  const bool agree = matched * 4 >= shorter * 3 && matched >= 3 && alignment.content >= 2;
  return agree ? Kinship::Weak : Kinship::None;
}

/// No kinship of such a wording with a longer one, as near as `least` or nearer, has fewer equal
/// words with content, in order. What is contained lacks three words of ten at most, of twenty one
/// when it is strong kin, and those may all carry content.
/// @param least  not None.
constexpr std::size_t least_common_content(const WordingSize& shorter,
                                           Kinship least = Kinship::Weak) {
  const bool strong = least == Kinship::Strong;
  const std::size_t spared = strong ? shorter.words / 20 : shorter.words * 3 / 10;
  const std::size_t contained = shorter.content > spared ? shorter.content - spared : 0;
  if (strong) return std::max<std::size_t>(3, contained);
  return std::max<std::size_t>(2, std::min(contained, least_overlap_content(shorter)));
}

}  // namespace pullquote
