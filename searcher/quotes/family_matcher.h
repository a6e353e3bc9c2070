// SPDX-License-Identifier: GPL-3.0-or-later
/// A query over quotations: which families have one that matches, and how well.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "pullquote/quotes.h"
#include "searcher/planning/planner.h"
#include "searcher/quotes/quote_store.h"

namespace pullquote {

struct FamilyMatch {
  std::uint32_t family = 0;
  Weight weight = 0;  ///< of its best quotation; 0 where no word was asked for
};

/// The query as it is asked of one quotation: all words required, fields and said:(...) of articles
/// turned into what they mean there.
QueryNode quotation_query(const QueryNode& node);

/// Matches quotes as documents, with the articles' matcher. One thread at a time.
class FamilyMatcher final {
 public:
  /// @param store  outlives this and has a quote.
  explicit FamilyMatcher(const QuoteStore& store);

  /// In order of family numbers.
  std::vector<FamilyMatch> match(const Query& query, const FamilyOptions& options);

  QueryPlanner& planner() { return planner_; }

 private:
  std::vector<FamilyMatch> all_families(const FamilyFilter& filter);
  bool wanted(std::uint32_t family, const FamilyFilter& filter) const;

  const QuoteStore& store_;
  QueryPlanner planner_;
  RankingParameters ranking_;
};

}  // namespace pullquote
