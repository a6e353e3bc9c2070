// SPDX-License-Identifier: GPL-3.0-or-later
/// DocIterator's window operations for clauses whose postings carry impacts, written once over a
/// visitor so that a single list (RankedIterator) and a union of lists (RankedUnion) share them.
///
/// A visitor is a callable visit(begin, end, wanted, visit_run) over one clause. It calls
/// visit_run(docids, impacts, count) for runs of neighbouring postings in [begin, end), in docid
/// order: three arguments that describe two parallel arrays. It may skip blocks whose highest
/// impact wanted(impact) rejects. `impacts` is null for a filter. ListCursor::visit_runs() is a
/// visitor.
///
/// The weight of a posting is step * impact (ranking/bm25f.h).
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "schema/ranked/impact.h"
#include "searcher/evaluation/doc_iterator.h"

namespace pullquote {

/// DocIterator::accumulate().
/// @param step  the weight of one unit of impact.
template <class Visit>
void accumulate_runs(ScoreWindow& window, Weight step, Weight needed, Visit visit) {
  visit(
      window.begin(), window.end(), [&](Impact impact) { return step * impact > needed; },
      [&](const DocId* docids, const Impact* impacts, std::size_t count) {
        window.add_run(docids, impacts, count, step, needed);
      });
}

/// DocIterator::collect() over `range`.
/// @param step  the weight of one unit of impact.
template <class Visit>
void collect_runs(DocRange range, Weight step, Weight needed, Candidates& candidates, Visit visit) {
  visit(
      range.begin, range.end, [&](Impact impact) { return step * impact > needed; },
      [&](const DocId* docids, const Impact* impacts, std::size_t count) {
        candidates.add_run(
            count, needed, [&](std::size_t i) { return docids[i]; },
            [&](std::size_t i) { return impacts == nullptr ? Weight{0} : step * impacts[i]; });
      });
}

/// Whether look_up_densely() is faster than seeking each candidate, for lists with `termfreq`
/// postings among `doccount` documents. Seeking a candidate in a decoded block takes
/// about seven dependent steps, 15 nanoseconds; a row costs 2 nanoseconds a candidate, 1 a posting,
/// and its clearing.
inline bool is_dense(const Candidates& candidates, std::uint64_t termfreq, std::uint64_t doccount) {
  constexpr std::uint64_t kPostingsPerCandidate = 16;
  constexpr std::uint64_t kPlacesPerCandidate = 256;
  if (candidates.size() < kPostingsPerCandidate) return false;
  const std::uint64_t span = candidates.range().size();
  return span <= candidates.size() * kPlacesPerCandidate &&
         termfreq * span <= doccount * candidates.size() * kPostingsPerCandidate;
}

/// DocIterator::look_up() by way of an array: writes the impacts of all postings between the first
/// and the last candidate into Candidates::row(), then adds them to the candidates.
template <class Visit>
void look_up_densely(Candidates& candidates, Weight step, Weight needed, Presence presence,
                     Visit visit) {
  const DocRange range = candidates.range();
  const std::span<Impact> row = candidates.row();
  // A block that cannot lift even the heaviest candidate above `needed` may be skipped.
  const Weight heaviest = candidates.heaviest();
  visit(
      range.begin, range.end, [&](Impact impact) { return heaviest + step * impact > needed; },
      [&](const DocId* docids, const Impact* impacts, std::size_t count) {
        // A filter's postings have no impacts; those of a ranked list are 1 or more.
        for (std::size_t i = 0; i < count; ++i) {
          row[docids[i] - range.begin] = impacts == nullptr ? Impact{1} : impacts[i];
        }
      });
  const bool optional = presence == Presence::Optional;
  candidates.keep([&](DocId docid, Weight& weight) {
    const Impact impact = row[docid - range.begin];
    weight += step * impact;
    return (weight > needed) & (optional | (impact != 0));
  });
}

}  // namespace pullquote
