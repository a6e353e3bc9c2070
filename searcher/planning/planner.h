// SPDX-License-Identifier: GPL-3.0-or-later
/// Turns a query's syntax tree into a plan.
///
/// Meanings of nodes where query.h leaves them open:
///  - A word of several tokens ("Assad-led") is a phrase of its tokens. Text without any word
///    character asks for nothing: its clause is left out, and a query of such clauses finds
///    nothing.
///  - A phrase, NEAR and ADJ weigh the sum of their words, as if the words stood side by side.
///  - Two neighbouring words that make a known compound ("cease fire") weigh as two words or as
///    their compound, whichever is more.
///  - A word typed with diacritics finds all forms of the word; the form as typed weighs a quarter
///    more.
///  - NEAR and ADJ compare words and their spellings, not stems: only words have positions.
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

/// Plans queries over the parts of one generation. Keeps statistics and planned words for later
/// queries. One thread at a time.
class QueryPlanner final {
 public:
  /// @param manifest, parts  must outlive this.
  /// @param documents        whether the parts are read as articles or as quotes.
  QueryPlanner(const Manifest& manifest, const std::vector<std::unique_ptr<PartReader>>& parts,
               DocumentKind documents);

  /// The plan of a query. Throws IndexCorrupt.
  /// @param language           of the query; empty: the most frequent language of the index.
  /// @param expand, highlight  see PlanningContext.
  Plan plan(const QueryNode& root, const std::string& language, bool expand,
            bool highlight = false);
  /// The settings that plan() works with. References into this planner; valid until the next call
  /// of plan() or context().
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
