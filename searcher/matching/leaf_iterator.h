// SPDX-License-Identifier: GPL-3.0-or-later
/// One ranked term in one part: where everything above gets its weights from.
#pragma once

#include <memory>

#include "searcher/matching/doc_iterator.h"
#include "searcher/matching/plan.h"
#include "searcher/matching/term_cursor.h"
#include "searcher/ranking/bm25f.h"

namespace pullquote {

class LeafIterator final : public DocIterator {
 public:
  /// @param plan  for explanations; must outlive this.
  LeafIterator(std::unique_ptr<PostingSource> postings, const LeafScorer& scorer,
               const LeafPlan& plan);

  DocId seek(DocId target) override {
    cursor_.seek(target);
    return docid_ = cursor_.docid();
  }
  Weight weight() override { return scorer_(docid_, cursor_.wdf()); }
  Weight max_weight() const override { return max_weight_; }
  std::uint64_t estimate() const override { return cursor_.source().termfreq(); }
  void accumulate(ScoreWindow& window, Weight needed) override;
  Explanation explain() override;

 private:
  TermCursor cursor_;
  LeafScorer scorer_;
  Weight max_weight_;
  const LeafPlan* plan_;
};

}  // namespace pullquote
