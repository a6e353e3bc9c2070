// SPDX-License-Identifier: GPL-3.0-or-later
/// Evaluates a whole query over one part.
///
/// Ranked alternatives are pruned as in MaxScore (H. Turtle, J. Flood, "Query evaluation:
/// strategies and optimizations", 1995): once k matches are known, lists whose bounds together
/// cannot lift an article above the k-th are no longer read for candidates, only looked up for
/// articles that the other lists bring. Candidates are summed in windows (score_window.h).
/// Where something is required, it drives, and alternatives are looked up.
#pragma once

#include <cstdint>
#include <vector>

#include "searcher/matching/doc_iterator.h"
#include "searcher/matching/part_columns.h"

namespace pullquote {

/// The clauses of a query, opened on one part.
struct PartQuery {
  DocIteratorPtr required;  ///< null: nothing is
  std::vector<DocIteratorPtr> optional;
  std::vector<DocIteratorPtr> prohibited;
  bool needs_optional = false;  ///< at least one optional clause must match
  DocRange range;               ///< only articles in it; ends at doccount + 1 at the latest
  std::uint64_t doccount = 0;   ///< articles of the part

  /// About how many articles match.
  std::uint64_t estimate() const;
  /// About how many postings a full evaluation reads.
  std::uint64_t cost() const;
};

struct MatchCount {
  std::uint64_t matches = 0;
  bool exact = true;
};

/// Offers the matches of `query` to `collector` (see collectors.h) in docid order; those that the
/// collector's threshold excludes may be left out.
/// @param count_all  no match is left out of the count.
/// Consumes the query's iterators. Defined for BestMatches and FirstMatches.
template <class Collector>
MatchCount match_part(PartQuery& query, Collector& collector, bool count_all);

}  // namespace pullquote
