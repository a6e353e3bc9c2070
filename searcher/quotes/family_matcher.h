// SPDX-License-Identifier: GPL-3.0-or-later
/// Answers a query over quotations: which families have a matching quotation, and how well it
/// matches.
///
/// Quotes are matched as documents by the matcher of articles. Each quote that passes the filter
/// stands for its family; a family has the weight of its best quote. All matches are needed,
/// because families are ranked after this, so that nothing is pruned.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "pullquote/quotes.h"
#include "searcher/planning/planner.h"
#include "searcher/quotes/quote_store.h"

namespace pullquote {

/// A family with a matching quotation.
struct FamilyMatch {
  std::uint32_t family = 0;  ///< its number in the families file
  Weight weight = 0;         ///< of its best quotation; 0 for the empty query
};

/// Turns a query over articles into one over single quotations: all words are required, said:(...)
/// becomes AND, and the fields "quote" and "body" become the quotation itself.
QueryNode quotation_query(const QueryNode& node);

/// One thread at a time.
class FamilyMatcher final {
 public:
  /// @param store  must outlive this and have a quote.
  explicit FamilyMatcher(const QuoteStore& store);

  /// The matching families, each once, by rising family number. Throws IndexCorrupt.
  std::vector<FamilyMatch> match(const Query& query, const FamilyOptions& options);

  /// The planner over quotes, with its statistics.
  QueryPlanner& planner() { return planner_; }

 private:
  /// The families with a quote that passes the filter, for the empty query.
  std::vector<FamilyMatch> all_families(const FamilyFilter& filter);
  /// Whether the family passes FamilyFilter::conflicts.
  bool wanted(std::uint32_t family, const FamilyFilter& filter) const;

  const QuoteStore& store_;
  QueryPlanner planner_;
  RankingParameters ranking_;  ///< the generation's, with lengths of quotes instead of articles
};

}  // namespace pullquote
