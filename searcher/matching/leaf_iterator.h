// SPDX-License-Identifier: GPL-3.0-or-later
/// One ranked term in one part: in a list without impacts, which are computed.
#pragma once

#include <utility>

#include "searcher/matching/doc_iterator.h"
#include "searcher/matching/plan.h"
#include "searcher/ranking/bm25f.h"

namespace pullquote {

/// Of an article that cannot weigh enough nothing is looked at but what says so. Defined for
/// TermCursor and WordCursor.
template <class Cursor>
class LeafIterator final : public DocIterator {
 public:
  /// @param plan  for explanations; must outlive this.
  LeafIterator(Cursor cursor, const LeafScorer& scorer, const LeafPlan& plan)
      : cursor_(std::move(cursor)),
        scorer_(scorer),
        max_weight_(scorer.bound(cursor_.max_wdf())),
        plan_(&plan) {}

  DocId seek(DocId target) override;
  Weight weight() override { return scorer_(docid_, wdf_); }
  Weight max_weight() const override { return max_weight_; }
  std::uint64_t estimate() const override { return cursor_.termfreq(); }
  void collect(DocId begin, DocId end, Weight needed, Candidates& candidates) override;
  void accumulate(ScoreWindow& window, Weight needed) override;
  Explanation explain() override;

 private:
  /// Calls visit(docid, weight) for the matches in [begin, end) that weigh more than `needed`.
  template <class Visit>
  void visit(DocId begin, DocId end, Weight needed, Visit visit);

  Cursor cursor_;
  LeafScorer scorer_;
  Weight max_weight_;
  const LeafPlan* plan_;
  std::uint32_t wdf_ = 0;  ///< of docid_
};

}  // namespace pullquote
