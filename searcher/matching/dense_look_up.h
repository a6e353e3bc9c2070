// SPDX-License-Identifier: GPL-3.0-or-later
/// Many candidates looked up in a list at once.
///
/// To find one candidate in a decoded block takes some seven steps that wait for each other. Where
/// there are many, the impacts are spread over a row with a place for each docid instead, so that a
/// candidate finds its own in one step: 2 nanoseconds a candidate and 1 a posting instead of 15 a
/// candidate.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "schema/ranked/impact.h"
#include "searcher/matching/doc_iterator.h"

namespace pullquote {

/// Whether the row pays for so many candidates in a list of `termfreq` among `doccount` articles.
inline bool is_dense(const Candidates& candidates, std::uint64_t termfreq, std::uint64_t doccount) {
  constexpr std::uint64_t kPostingsPerCandidate = 16;
  constexpr std::uint64_t kPlacesPerCandidate = 256;
  if (candidates.size() < kPostingsPerCandidate) return false;
  const std::uint64_t span = candidates.range().size();
  return span <= candidates.size() * kPlacesPerCandidate &&
         termfreq * span <= doccount * candidates.size() * kPostingsPerCandidate;
}

/// DocIterator::look_up() through a row.
/// @param step   what one unit of impact weighs.
/// @param visit  visit(begin, end, wanted, visit_run) calls visit_run(docids, impacts, count) for
///               the postings in [begin, end) except those whose impact wanted(impact) would not
///               accept; see ListCursor::visit_runs().
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
