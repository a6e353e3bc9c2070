// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/matching/leaf_iterator.h"

#include <fmt/format.h>

#include "searcher/matching/leaf_description.h"

namespace pullquote {

LeafIterator::LeafIterator(std::unique_ptr<PostingSource> postings, const LeafScorer& scorer,
                           const LeafPlan& plan)
    : cursor_(std::move(postings)),
      scorer_(scorer),
      max_weight_(scorer.bound(cursor_.source().max_wdf())),
      plan_(&plan) {}

void LeafIterator::accumulate(ScoreWindow& window, Weight) {
  cursor_.seek(window.begin());
  for (; cursor_.docid() < window.end(); cursor_.next()) {
    window.add(cursor_.docid(), scorer_(cursor_.docid(), cursor_.wdf()));
  }
  docid_ = cursor_.docid();
}

Explanation LeafIterator::explain() {
  return {
      .description = describe(*plan_),
      .value = to_score(weight()),
      .parts = {
          {"idf x boost", scorer_.importance(), {}},
          {fmt::format("saturation of wdf {}", cursor_.wdf()),
           scorer_.saturation(docid_, cursor_.wdf()),
           {{"k1 x (1 - b + b x length / average length)", scorer_.length_factor(docid_), {}}}}}};
}

}  // namespace pullquote
