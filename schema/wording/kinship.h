// SPDX-License-Identifier: GPL-3.0-or-later
/// When two wordings are printings of one quotation. The one place of these rules: the build groups by
/// them, and tracing a pasted text asks them again. docs/design/0004-quote-families.md has the reasons
/// and the measurements.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>

#include "schema/wording/alignment.h"

namespace pullquote {

enum class Kinship : std::uint8_t {
  None,
  Weak,    ///< the words agree but are too few to prove it: asks for the same speaker at the same time
  Strong,  ///< one quotation
};

/// Whether so many words could be recognised by themselves; "no comment" could not.
constexpr bool is_distinctive(std::size_t words, std::uint32_t content) {
  return words >= 5 && content >= 3;
}

/// Shorter wordings join a family but never link two: many a long speech contains "we will win this war".
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

/// @param shorter  of the two.
constexpr Kinship kinship(const Alignment& alignment, const WordingSize& shorter) {
  const std::size_t matched = alignment.matched;
  // A cut of the other, or the other with some words changed.
  const bool contained = matched * 10 >= shorter.words * 7;
  if (contained && is_distinctive(matched, alignment.content)) return Kinship::Strong;
  // Another cut: each has words that the other lacks, but they share a long passage.
  const bool overlap = matched >= 8 && matched * 10 >= shorter.words * 3 &&
                       alignment.content >= least_overlap_content(shorter);
  if (overlap) return Kinship::Strong;
  const bool agree = matched * 4 >= shorter.words * 3 && matched >= 3 && alignment.content >= 2;
  return agree ? Kinship::Weak : Kinship::None;
}

/// No kinship of such a wording with a longer one has fewer equal words with content, in order. What is
/// contained lacks three words of ten at most, and those may all carry content.
constexpr std::size_t least_common_content(const WordingSize& shorter) {
  const std::size_t spared = shorter.words * 3 / 10;
  const std::size_t contained = shorter.content > spared ? shorter.content - spared : 0;
  return std::max<std::size_t>(2, std::min(contained, least_overlap_content(shorter)));
}

}  // namespace pullquote
