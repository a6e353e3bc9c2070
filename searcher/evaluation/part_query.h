// SPDX-License-Identifier: GPL-3.0-or-later
/// Evaluates a whole query over one part: block-max MaxScore in windows of docids.
///
/// The docids are walked in windows. For each window every clause gives an upper bound for the
/// weight of its matches there. A window whose bounds together do not exceed the threshold (the
/// k-th best weight so far) is skipped without decoding a posting. Inside a window
///  - where a clause is required, the rarest required clause brings the candidates and the other
///    required clauses drop those that they lack;
///  - where no clause is required, the alternatives are divided as in MaxScore (H. Turtle, J.
///    Flood, "Query evaluation: strategies and optimizations", 1995). Clauses whose bounds together
///    cannot lift an article above the threshold form the non-essential list: they are only looked
///    up for articles that an essential clause brings. The essential clauses are summed list by
///    list (score_window.h). Bounds of the window in place of bounds of whole lists make this
///    block-max MaxScore (S. Ding, T. Suel, "Faster top-k document retrieval using block-max
///    indexes", SIGIR 2011).
///  - where both a clause is required and one of several alternatives must match, alternatives are
///    read as in the second case, if that costs less than looking each of them up for every
///    candidate.
///
/// Block maxima give a lower bound for the k-th best weight before any posting is decoded, if every
/// match of an alternative is a match of the query. Without such a bound the first windows are
/// small, so that the threshold rises early. Expensive checks (positions, stored quotes) come last,
/// for candidates that weigh enough; where only such clauses are required, their candidates are
/// taken one by one.
///
/// Invariant: a match is left out only if its upper bound does not exceed the threshold, so that
/// the page is the same as without pruning. Weights are integers (ranking/weight.h), so that sums
/// do not depend on the order of evaluation.
#pragma once

#include <cstdint>
#include <vector>

#include "searcher/evaluation/deadline.h"
#include "searcher/evaluation/doc_iterator.h"
#include "searcher/evaluation/score_window.h"
#include "searcher/lists/part_columns.h"

namespace pullquote {

/// The top-level clauses of a query, as iterators over one part.
struct PartQuery {
  std::vector<DocIteratorPtr> required;    ///< every match satisfies all of them
  std::vector<DocIteratorPtr> optional;    ///< add weight where they match
  std::vector<DocIteratorPtr> prohibited;  ///< no match satisfies one of them
  /// Clauses that add weight where they match, without deciding what matches: the words of a
  /// phrase. Empty where needs_optional is set.
  std::vector<DocIteratorPtr> weighing;
  bool needs_optional = false;  ///< at least one optional clause must match
  DocRange range;               ///< only documents in it match; ends at doccount + 1 at the latest
  std::uint64_t doccount = 0;   ///< documents of the part

  /// Estimated number of matches.
  std::uint64_t estimate() const;
  /// Estimated number of postings that a full evaluation reads.
  std::uint64_t cost() const;
};

/// The number of matches of one evaluation.
struct MatchCount {
  std::uint64_t matches = 0;  ///< matches that were confirmed; all of them if `exact`
  bool exact = true;          ///< false: some matches may not have been counted
  bool complete = true;       ///< false: the deadline passed before the last window
};

/// Offers the matches of `query` to `collector` (see collectors.h) in docid order. Matches that
/// weigh no more than the collector's threshold may be left out. Consumes the query's iterators.
/// Defined for BestMatches and FirstMatches.
/// @param count_all  count every match: nothing is skipped.
/// @param deadline   ends the walk; what it has offered by then are matches like any others.
/// @throws IndexCorrupt
template <class Collector>
MatchCount match_part(PartQuery& query, Collector& collector, bool count_all,
                      const Deadline& deadline);

}  // namespace pullquote
