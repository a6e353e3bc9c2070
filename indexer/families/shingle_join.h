// SPDX-License-Identifier: GPL-3.0-or-later
/// Pairs of wordings that may be one quotation: those that share a shingle of three words.
///
/// A join of the shingles with themselves, in slices of the hash's range, so that memory stays
/// bounded whatever the collection. Why all shingles and not a MinHash signature of each text:
/// quotations are short. One of 20 words has 18 shingles, and a signature that finds its cut of
/// seven words as surely needs 32 bands of one row each. Sharing a shingle is such a band; the
/// slices take their place, and everything found is verified (docs/design/0004-quote-families.md
/// has the measurements).
///
/// Texts are meant by their rank here: 0 is the longest, ties by number.
#pragma once

#include <cstdint>
#include <functional>
#include <stop_token>
#include <vector>

#include "indexer/families/quote_collection.h"

namespace pullquote {

struct RankedTexts {
  explicit RankedTexts(const QuoteCollection& collection);

  std::uint32_t size() const { return static_cast<std::uint32_t>(text_at.size()); }
  std::span<const WordKey> operator[](std::uint32_t rank) const { return wordings[text_at[rank]]; }

  /// Whether quotes with the two wordings were printed within `most` seconds; an unknown time is
  /// near.
  bool are_near(std::uint32_t a, std::uint32_t b, std::int64_t most) const;

  const WordingTable& wordings;
  std::vector<std::int64_t> first;  ///< published, by rank; kUnknownTime
  std::vector<std::int64_t> last;
  std::vector<std::uint32_t> text_at;  ///< by rank
  std::vector<std::uint32_t> rank_of;  ///< by text
};

struct JoinOptions {
  unsigned threads = 1;
  std::uint64_t slice_bytes = 256 << 20;  ///< rough bound for the shingles in memory at once
};

/// Calls `visit(worker, a, b)` with a < b, from several threads, the same pair possibly many times.
/// Which pairs are visited depends on the texts alone.
/// @throws Interrupted
void for_each_candidate(
    const RankedTexts& texts, const JoinOptions& options, const std::stop_token& stop,
    const std::function<void(unsigned worker, std::uint32_t a, std::uint32_t b)>& visit);

}  // namespace pullquote
