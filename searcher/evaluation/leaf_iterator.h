// SPDX-License-Identifier: GPL-3.0-or-later
/// One ranked term over a list that stores wdfs but no impacts: impacts are computed from the wdf
/// and the lengths of the document's fields.
///
/// Used for lists whose impacts belong to another field or to none: words without stems, the body,
/// several summed lists, and quotes as documents.
#pragma once

#include <utility>

#include "schema/ranked/impact.h"
#include "searcher/evaluation/doc_iterator.h"
#include "searcher/evaluation/ranking/bm25f.h"
#include "searcher/lists/part_columns.h"
#include "searcher/planning/plan.h"

namespace pullquote {

/// Checks of a posting come cheapest first, so that positions are read only where the document can
/// pass the threshold: may_reach(), then wdf_bound(), then wdf(). Defined for the cursors
/// TermCursor and WordCursor.
template <class Cursor>
class LeafIterator final : public DocIterator {
 public:
  /// @param plan, columns  must outlive this.
  LeafIterator(Cursor cursor, const LeafPlan& plan, const RankingParameters& ranking,
               const PartColumns& columns)
      : cursor_(std::move(cursor)),
        plan_(&plan),
        columns_(&columns),
        scale_(plan.field, ranking),
        step_(impact_step(plan.importance, ranking)) {}

  DocId seek(DocId target) override;
  Weight weight() override { return weigh(docid_, wdf_); }
  Weight max_weight() const override { return step_ * scale_.bound(cursor_.max_wdf()); }
  std::uint64_t estimate() const override { return cursor_.termfreq(); }
  void collect(DocId begin, DocId end, Weight needed, Candidates& candidates) override;
  void accumulate(ScoreWindow& window, Weight needed) override;
  Explanation explain() override;

 private:
  Weight weigh(DocId docid, std::uint32_t wdf) const {
    return step_ * scale_(wdf, columns_->lengths(docid));
  }
  /// The lowest wdf whose bound weighs more than `needed`; found by bisection.
  std::uint32_t least_wdf(Weight needed) const;
  /// Calls visit(docid, weight) for the matches in [begin, end) that weigh more than `needed`.
  template <class Visit>
  void visit(DocId begin, DocId end, Weight needed, Visit visit);

  Cursor cursor_;
  const LeafPlan* plan_;
  const PartColumns* columns_;
  ImpactScale scale_;
  Weight step_;            ///< the weight of one unit of impact
  std::uint32_t wdf_ = 0;  ///< of docid_
};

}  // namespace pullquote
