// SPDX-License-Identifier: GPL-3.0-or-later
/// A FamilyFilter in the numbers of one generation, asked quote by quote.
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
  /// @param store  outlives this. Speakers and outlets are looked up in its terms.
  QuoteFilter(const FamilyFilter& filter, const QuoteStore& store,
              CollectionStatistics& statistics);

  /// Whether the quote belongs to a family and passes.
  bool passes(std::uint32_t quote) const;

 private:
  const QuoteStore& store_;
  std::vector<bool> speakers_;   ///< by number; empty: any
  std::vector<bool> sources_;    ///< by quote; empty: any
  std::vector<DocRange> dates_;  ///< of quotes; empty: any
};

}  // namespace pullquote
