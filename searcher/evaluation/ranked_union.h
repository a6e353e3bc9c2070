// SPDX-License-Identifier: GPL-3.0-or-later
/// Several lists of the ranked index that count as one ranked term: spellings of a word, its stems
/// in the languages of the index, and the word written as two.
///
/// An article of one list has that list's impact; in one of several the wdfs are summed before they
/// saturate, as they would be in a single list. The fraction that an impact rounds is concave in
/// the wdf, so that no article has more than the sum of the lists' impacts, and one step for each
/// rounding.
///
/// The most frequent list that all articles pass is the main one. It is read as a single list is,
/// without looking at blocks that cannot matter; the postings of the others, usually few, are
/// merged in.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "schema/ranked/list_cursor.h"
#include "searcher/evaluation/doc_iterator.h"
#include "searcher/lists/part_columns.h"
#include "searcher/lists/posting_source.h"
#include "searcher/lists/term_cursor.h"
#include "searcher/planning/plan.h"

namespace pullquote {

class RankedUnion final : public DocIterator {
 public:
  struct Member {
    RankedList list;
    std::vector<RankedList> filters;  ///< articles must be in one of them; empty: all pass
  };

  /// @param others  postings that are not in the ranked index; few, for their impacts are computed.
  /// @param step    what one unit of impact weighs. @param columns, plan  must outlive this.
  RankedUnion(std::vector<Member> members, std::vector<std::unique_ptr<PostingSource>> others,
              Weight step, const ImpactScale& scale, const PartColumns& columns,
              const LeafPlan& plan);

  DocId seek(DocId target) override;
  Weight weight() override;
  Weight max_weight() const override;
  std::uint64_t estimate() const override;
  std::optional<Weight> bound(DocId begin, DocId end) override;
  Weight reached_by(std::size_t k, DocRange range) override;
  void accumulate(ScoreWindow& window, Weight needed) override;
  DocId next_possible(DocId begin) override;
  void collect(DocId begin, DocId end, Weight needed, Candidates& candidates) override;
  void look_up(Candidates& candidates, Weight needed, Presence presence) override;
  Explanation explain() override;

 private:
  struct Cursor {
    ListCursor list;
    std::vector<ListCursor> filters;
  };

  static bool admits(Cursor& cursor, DocId docid);
  /// Moves all lists to `docid` or behind it; 0 when none has it.
  Impact impact_at(DocId docid);
  Weight bound_of(unsigned sum_of_impacts, std::size_t lists) const;
  std::uint32_t wdf_at(DocId docid);
  void gather_minor(DocId begin, DocId end);
  bool minor_are_few(const Candidates& candidates) const;
  void look_into_each(Candidates& candidates, Weight needed, Presence presence);
  template <class Wanted, class Visit>
  void visit_runs(DocId begin, DocId end, Wanted wanted, Visit visit);

  auto runs();  ///< the visitor of impact_runs.h

  struct Minor {
    DocId docid = 0;
    std::uint32_t wdf = 0;
    Impact impact = 0;  ///< 0: not known yet
  };

  std::vector<Cursor> cursors_;           ///< the main list first, if there is one
  std::optional<ListCursor> main_again_;  ///< for looking up what the minor lists share with it
  std::vector<TermCursor> others_;
  Weight step_;
  ImpactScale scale_;
  const PartColumns* columns_;
  const LeafPlan* plan_;  ///< for explanations

  std::vector<Minor> minor_;  ///< of the window that is being read
};

}  // namespace pullquote
