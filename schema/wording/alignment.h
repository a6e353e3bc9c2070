// SPDX-License-Identifier: GPL-3.0-or-later
/// Where two wordings run alike.
///
/// A local alignment of word keys (Smith and Waterman, 1981): equal words are worth 2, a replaced,
/// added or missing word costs 2, and a leap over any number of words costs 5, which pays for an
/// ellipsis or a cut but not for a stray "the" far away. It finds the passage that two cuts of a
/// speech share, whatever each has before and after it.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "schema/wording/wording.h"

namespace pullquote {

/// Half-open ranges of words, and what is equal within them. Nothing is shared: all zeros.
struct Alignment {
  std::uint32_t matched = 0;  ///< words of one that have their equal in the other, in order
  std::uint32_t content = 0;  ///< those of them that carry content
  std::uint32_t a_begin = 0;
  std::uint32_t a_end = 0;
  std::uint32_t b_begin = 0;
  std::uint32_t b_end = 0;
};

/// Aligns wordings; keeps its rows, so keep it. One thread at a time.
class Aligner final {
 public:
  /// Longer wordings are compared by their first so many words: time is the product of the lengths.
  static constexpr std::size_t kLongest = 512;

  Alignment align(std::span<const WordKey> a, std::span<const WordKey> b);

 private:
  /// The best alignment that ends at one pair of words, in one number, since moving these is most
  /// of the work: the score (signed) above matched words, those with content, and the two
  /// beginnings.
  using Cell = std::int64_t;

  std::vector<Cell> row_;
  std::vector<Cell> best_in_column_;
};

/// What of a wording is compared with others. Kinship is a matter of shares, so whoever asks for it
/// counts these words and no more.
inline std::span<const WordKey> compared_part(std::span<const WordKey> wording) {
  return wording.first(std::min(wording.size(), Aligner::kLongest));
}

/// How many words with content two wordings have in common, in order: no alignment has more of
/// them. Faster when the first is the shorter one. Some thirty times faster than an alignment, so
/// ask this first. Keeps its table; one thread at a time.
///
/// The length of the longest common subsequence, 64 words at once (H. Hyyro, "Bit-parallel
/// LCS-length computation revisited", 2004).
class CommonContent final {
 public:
  CommonContent();

  std::uint32_t count(std::span<const WordKey> a, std::span<const WordKey> b);

 private:
  static constexpr std::size_t kBlocks = Aligner::kLongest / 64;
  static constexpr std::size_t kSlots = 4 * Aligner::kLongest;
  struct Slot {
    std::uint32_t round = 0;
    WordKey key = 0;
    std::uint32_t places = 0;  ///< index into places_
  };

  Slot& slot_of(WordKey key);
  std::size_t note_places(std::span<const WordKey> a);

  std::vector<Slot> slots_;
  std::vector<std::array<std::uint64_t, kBlocks>> places_;  ///< of one word in a, by content word
  std::uint32_t round_ = 0;
};

using WordPairs = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

/// The pairs (index in a, index in b) of equal words of a longest common subsequence, in order. For
/// showing differences: what the wordings begin and end with alike is paired whatever its length;
/// when more than Aligner::kLongest words lie between, these are compared block by block, and a
/// longer subsequence may exist.
WordPairs common_words(std::span<const WordKey> a, std::span<const WordKey> b);

}  // namespace pullquote
