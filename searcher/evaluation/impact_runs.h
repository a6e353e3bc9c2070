// SPDX-License-Identifier: GPL-3.0-or-later
/// What clauses do with runs of ranked postings.
///
/// A visitor stands for the list or lists of a clause: visit(begin, end, wanted, visit_run) calls
/// visit_run(docids, impacts, count) for neighbouring postings in [begin, end), in order. It may
/// leave out those whose impact wanted(impact) doesn't accept. A filter's impacts are null.
/// ListCursor::visit_runs() is one.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "schema/ranked/impact.h"
#include "searcher/evaluation/doc_iterator.h"

namespace pullquote {

/// DocIterator::accumulate(). @param step  what one unit of impact weighs.
template <class Visit>
void accumulate_runs(ScoreWindow& window, Weight step, Weight needed, Visit visit) {
  visit(
      window.begin(), window.end(), [&](Impact impact) { return step * impact > needed; },
      [&](const DocId* docids, const Impact* impacts, std::size_t count) {
        window.add_run(docids, impacts, count, step, needed);
      });
}

/// DocIterator::collect() from `range`.
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

/// Whether look_up_densely() pays for so many candidates in lists of `termfreq` postings among
/// `doccount` articles. To find one candidate in a decoded block takes some seven steps that wait
/// for each other, 15 nanoseconds; a row costs 2 a candidate, 1 a posting, and clearing.
inline bool is_dense(const Candidates& candidates, std::uint64_t termfreq, std::uint64_t doccount) {
  constexpr std::uint64_t kPostingsPerCandidate = 16;
  constexpr std::uint64_t kPlacesPerCandidate = 256;
  if (candidates.size() < kPostingsPerCandidate) return false;
  const std::uint64_t span = candidates.range().size();
  return span <= candidates.size() * kPlacesPerCandidate &&
         termfreq * span <= doccount * candidates.size() * kPostingsPerCandidate;
}

/// DocIterator::look_up(), with the impacts spread over a row that has a place for each docid among
/// the candidates.
template <class Visit>
void look_up_densely(Candidates& candidates, Weight step, Weight needed, Presence presence,
                     Visit visit) {
  const DocRange range = candidates.range();
  const std::span<Impact> row = candidates.row();
  // What cannot lift even the heaviest is as good as not there.
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
