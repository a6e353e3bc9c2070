// SPDX-License-Identifier: GPL-3.0-or-later
/// A FamilyFilter translated into the numbers of one generation, so that each quote is tested by
/// look-ups in bit sets: speakers by number, outlets by quote, dates as ranges of quotes.
#pragma once

#include <cstdint>
#include <vector>

#include "pullquote/quotes.h"
#include "searcher/planning/collection_statistics.h"
#include "searcher/quotes/quote_store.h"

namespace pullquote {

/// Immutable after construction.
class QuoteFilter final {
 public:
  /// Looks up the quotes of the speaker and outlet asked for. Throws IndexCorrupt.
  /// @param store       must outlive this.
  /// @param statistics  of the store's parts.
  QuoteFilter(const FamilyFilter& filter, const QuoteStore& store,
              CollectionStatistics& statistics);

  /// Whether the quote belongs to a family and passes all conditions.
  /// @param quote  its number in the generation, from 0.
  bool passes(std::uint32_t quote) const;

 private:
  const QuoteStore& store_;
  std::vector<bool> speakers_;   ///< by speaker number; empty: any speaker
  std::vector<bool> sources_;    ///< by quote; empty: any outlet
  std::vector<DocRange> dates_;  ///< ranges of quotes, one for each part; empty: any time
};

}  // namespace pullquote
