// SPDX-License-Identifier: GPL-3.0-or-later
/// Several lists of the ranked index that count as one ranked term: spellings of a word, its stems
/// in the languages of the index.
///
/// An article of one list has that list's impact; in one of several the wdfs are summed before they
/// saturate, as they would be in a single list. The fraction that an impact rounds is concave in
/// the wdf, so that no article has more than the sum of the lists' impacts, and one step for each
/// rounding.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "schema/ranked/list_cursor.h"
#include "searcher/matching/doc_iterator.h"
#include "searcher/matching/part_columns.h"

namespace pullquote {

class RankedUnion final : public DocIterator {
 public:
  struct Member {
    RankedList list;
    std::vector<RankedList> filters;  ///< articles must be in one of them; empty: all pass
  };

  /// @param step   what one unit of impact weighs. @param columns, label  must outlive this.
  RankedUnion(std::vector<Member> members, Weight step, const ImpactScale& scale,
              const PartColumns& columns, const std::string& label);

  DocId seek(DocId target) override;
  Weight weight() override;
  Weight max_weight() const override;
  std::uint64_t estimate() const override;
  std::optional<Weight> bound(DocId begin, DocId end) override;
  void accumulate(ScoreWindow& window) override;
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
  template <class Visit>
  void visit_window(DocId begin, DocId end, Visit visit);

  std::vector<Cursor> cursors_;
  Weight step_;
  ImpactScale scale_;
  const PartColumns* columns_;
  const std::string* label_;

  // Of the window that is being read.
  std::array<Impact, ScoreWindow::kSize> impacts_{};  ///< 0 where no list has the article
  std::array<std::uint64_t, ScoreWindow::kSize / 64> present_{};
  std::array<std::uint32_t, ScoreWindow::kSize> wdfs_;  ///< defined where an article is present
};

}  // namespace pullquote
