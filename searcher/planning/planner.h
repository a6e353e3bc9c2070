// SPDX-License-Identifier: GPL-3.0-or-later
/// From a query's tree to a plan.
///
/// What the kinds of nodes mean where query.h leaves it open:
///  - A word of several tokens ("Assad-led") is a phrase of them. Text without any word character
///    asks for nothing: such a clause is left out, and a query of such clauses finds nothing.
///  - A phrase, NEAR and ADJ weigh the sum of their words, as if these stood side by side.
///  - Two neighbouring words that make a known compound ("cease fire") weigh as much as they do
///    apart or as their compound does, whichever is more.
///  - A word typed with diacritics finds all forms; the very form weighs a quarter more.
///  - NEAR and ADJ compare words as they stand (and their spellings), not stems: positions belong
///    to words.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "pullquote/query.h"
#include "searcher/planning/article_analyzer.h"
#include "searcher/planning/collection_statistics.h"
#include "searcher/planning/known_words.h"
#include "searcher/planning/plan.h"
#include "searcher/planning/word_planner.h"

namespace pullquote {

/// Plans queries over the parts of a generation, and remembers for the next ones what it has found
/// out. One thread at a time.
class QueryPlanner final {
 public:
  /// @param parts  read as articles, or as quotes. @param manifest, parts  must outlive this.
  QueryPlanner(const Manifest& manifest, const std::vector<std::unique_ptr<PartReader>>& parts,
               DocumentKind documents);

  /// @param language  of the query; empty: the most frequent one of the index.
  /// @param expand, highlight  see PlanningContext.
  Plan plan(const QueryNode& root, const std::string& language, bool expand,
            bool highlight = false);
  /// What that is planned for; valid until the next call of either.
  PlanningContext context(const std::string& language, bool expand, bool highlight = false);

  CollectionStatistics& statistics() { return statistics_; }
  ArticleAnalyzer& analyzer() { return analyzer_; }

 private:
  const Manifest& manifest_;
  const std::vector<std::unique_ptr<PartReader>>& parts_;
  DocumentKind documents_;
  CollectionStatistics statistics_;
  KnownWords known_words_;
  ArticleAnalyzer analyzer_;
};

}  // namespace pullquote
