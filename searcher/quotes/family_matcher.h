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
#include <string>
#include <vector>

#include "pullquote/quotes.h"
#include "searcher/planning/planner.h"
#include "searcher/quotes/quote_store.h"

namespace pullquote {

/// A family with a matching quotation.
struct FamilyMatch {
  std::uint32_t family = 0;  ///< its number in the families file
  Weight weight = 0;         ///< of its best quotation; 0 for the empty query
  std::uint32_t quote = 0;   ///< the number of its best quotation
};

/// The families that a query finds.
struct FamilyMatches {
  std::vector<FamilyMatch> families;    ///< each family once, by rising number
  std::vector<std::string> expansions;  ///< see FamilyPage::expansions
  bool complete = true;                 ///< see FamilyPage::complete
};

/// Turns a query over articles into one over single quotations: all words are required, said:(...)
/// becomes AND, and the fields "quote" and "body" become the quotation itself.
QueryNode quotation_query(const QueryNode& node);

/// One thread at a time.
class FamilyMatcher final {
 public:
  /// @param store  must outlive this and have a quote.
  explicit FamilyMatcher(const QuoteStore& store);

  /// The matching families. Throws IndexCorrupt.
  FamilyMatches match(const Query& query, const FamilyOptions& options);

  /// The factors of the weight of a matching quotation.
  /// @param query  not the empty query.
  /// @param quote  its number, as FamilyMatch::quote has it.
  /// @throws IndexCorrupt
  Explanation explain(const Query& query, const FamilyOptions& options, std::uint32_t quote);

  /// The planner over quotes, with its statistics.
  QueryPlanner& planner() { return planner_; }

 private:
  /// The families with a quote that passes the filter, for the empty query.
  std::vector<FamilyMatch> all_families(const FamilyFilter& filter);
  /// The plan of a query over single quotations.
  Plan plan(const Query& query, const FamilyOptions& options);
  /// Whether the family passes FamilyFilter::conflicts.
  bool wanted(std::uint32_t family, const FamilyFilter& filter) const;

  const QuoteStore& store_;
  QueryPlanner planner_;
  RankingParameters ranking_;  ///< the generation's, with lengths of quotes instead of articles
};

}  // namespace pullquote
