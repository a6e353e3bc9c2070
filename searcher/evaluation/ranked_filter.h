// SPDX-License-Identifier: GPL-3.0-or-later
/// The union of several stored lists, without weight: an outlet by its name or by its host, a word
/// by its stems in several languages.
///
/// Within a window the lists are united in a bit set, so that the cost is one operation a posting,
/// however many lists there are.
#pragma once

#include <array>
#include <vector>

#include "schema/ranked/list_cursor.h"
#include "searcher/evaluation/boolean_iterators.h"
#include "searcher/evaluation/doc_iterator.h"

namespace pullquote {

/// One thread at a time.
class RankedFilter final : public DocIterator {
 public:
  explicit RankedFilter(const std::vector<RankedList>& lists);

  DocId seek(DocId target) override;
  Weight weight() override { return 0; }
  Weight max_weight() const override { return 0; }
  std::uint64_t estimate() const override;
  std::optional<Weight> bound(DocId begin, DocId end) override;
  DocId next_possible(DocId begin) override;
  void collect(DocId begin, DocId end, Weight needed, Candidates& candidates) override;
  void look_up(Candidates& candidates, Weight needed, Presence presence) override;
  Explanation explain() override { return explain_filter(); }

 private:
  void collect_window(DocId begin, DocId end, Candidates& candidates);

  std::vector<ListCursor> cursors_;
  std::array<std::uint64_t, ScoreWindow::kSize / 64>
      present_{};  ///< a bit for each docid of the window that is being read; empty between calls
};

}  // namespace pullquote
