// SPDX-License-Identifier: GPL-3.0-or-later
/// One list of the ranked index as a clause: a stem with impacts, or a filter that adds no weight.
///
/// All window operations run over the arrays of a block, and skip blocks whose highest impact
/// cannot lift an article above the weight needed (impact_runs.h).
#pragma once

#include "schema/ranked/list_cursor.h"
#include "searcher/evaluation/doc_iterator.h"
#include "searcher/planning/plan.h"

namespace pullquote {

/// One thread at a time.
class RankedIterator final : public DocIterator {
 public:
  /// A ranked term.
  /// @param step  the weight of one unit of impact.
  /// @param plan  for explanations; must outlive this.
  RankedIterator(const RankedList& list, Weight step, const LeafPlan& plan)
      : cursor_(list, ListCursor::Start::Before), step_(step), plan_(&plan) {}
  /// A filter: matches the documents of the list with weight 0.
  explicit RankedIterator(const RankedList& list) : cursor_(list, ListCursor::Start::Before) {}

  DocId seek(DocId target) override {
    cursor_.seek(target);
    return docid_ = cursor_.docid();
  }
  Weight weight() override { return step_ * cursor_.impact(); }
  Weight max_weight() const override { return step_ * cursor_.max_impact(); }
  std::uint64_t estimate() const override { return cursor_.termfreq(); }
  std::optional<Weight> bound(DocId begin, DocId end) override;
  Weight kth_weight_bound(std::size_t k, DocRange range) override {
    return step_ * cursor_.kth_impact_bound(k, range.begin, range.end);
  }
  void accumulate(ScoreWindow& window, Weight needed) override;
  DocId next_possible(DocId begin) override;
  void collect(DocId begin, DocId end, Weight needed, Candidates& candidates) override;
  void look_up(Candidates& candidates, Weight needed, Presence presence) override;
  Explanation explain() override;

 private:
  auto runs();  ///< the visitor of impact_runs.h
  void look_up_each(Candidates& candidates, Weight needed, Presence presence);

  ListCursor cursor_;
  Weight step_ = 0;
  const LeafPlan* plan_ = nullptr;  ///< null for a filter
};

/// The explanation of a ranked term: its impact and the weight of the highest impact.
/// @param step  the weight of one unit of impact.
Explanation explain_impact(const LeafPlan& plan, Impact impact, Weight step);

}  // namespace pullquote
