// SPDX-License-Identifier: GPL-3.0-or-later
/// Evaluates a whole query over one part.
///
/// The docids are walked in windows. For each window every clause says what its matches in it can
/// weigh at most; a window that cannot bring a match among the best is passed over without decoding
/// anything. Inside a window
///  - where something is required, the rarest required clause brings the candidates and the others
///    drop those they lack;
///  - where nothing is, or one of several alternatives is required too and reading them costs less
///    than looking each up for every candidate, the alternatives are divided as in MaxScore (H.
///    Turtle, J. Flood, "Query evaluation: strategies and optimizations", 1995): those whose bounds
///    together cannot lift an article above the k-th best are only looked up for articles that the
///    others bring, and those are summed list by list (score_window.h). With the bounds of the
///    window in place of those of whole lists this is block-max MaxScore (S. Ding, T. Suel, "Faster
///    top-k document retrieval using block-max indexes", SIGIR 2011).
/// Where any alternative makes a match, the highest impacts of the blocks of each say before
/// anything is read what the k-th best article weighs at least; where no threshold is known yet the
/// first windows are small, so that it rises early. What is dear to check (positions, stored
/// quotes) is asked last, of candidates that weigh enough; where nothing else is required, its
/// candidates are taken one by one.
#pragma once

#include <cstdint>
#include <vector>

#include "searcher/evaluation/doc_iterator.h"
#include "searcher/evaluation/score_window.h"
#include "searcher/lists/part_columns.h"

namespace pullquote {

/// The clauses of a query, opened on one part.
struct PartQuery {
  std::vector<DocIteratorPtr> required;
  std::vector<DocIteratorPtr> optional;
  std::vector<DocIteratorPtr> prohibited;
  /// What a match weighs besides, where it has them: the words of a phrase. None where an optional
  /// clause must match.
  std::vector<DocIteratorPtr> weighing;
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
