// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/evaluation/ranked_filter.h"

#include <algorithm>
#include <bit>
#include <utility>

namespace pullquote {

RankedFilter::RankedFilter(const std::vector<RankedList>& lists) {
  cursors_.reserve(lists.size());
  for (const RankedList& list : lists) cursors_.emplace_back(list, ListCursor::Start::Before);
}

DocId RankedFilter::seek(DocId target) {
  docid_ = kNoMoreDocs;
  for (ListCursor& cursor : cursors_) {
    cursor.seek(target);
    docid_ = std::min(docid_, cursor.docid());
  }
  return docid_;
}

std::uint64_t RankedFilter::estimate() const {
  // The lists usually overlap almost wholly (an outlet's name and its host) or one of them is long.
  std::uint64_t longest = 0;
  for (const ListCursor& cursor : cursors_) longest = std::max(longest, cursor.termfreq());
  return longest;
}

std::optional<Weight> RankedFilter::bound(DocId begin, DocId end) {
  const bool any = std::any_of(cursors_.begin(), cursors_.end(), [&](ListCursor& cursor) {
    return cursor.bound(begin, end).has_value();
  });
  return any ? std::optional<Weight>(0) : std::nullopt;
}

DocId RankedFilter::next_possible(DocId begin) {
  DocId next = kNoMoreDocs;
  for (ListCursor& cursor : cursors_) next = std::min(next, cursor.next_possible(begin));
  return next;
}

void RankedFilter::collect(DocId begin, DocId end, Weight needed, Candidates& candidates) {
  if (needed >= 0) return;
  while (begin < end) {
    const DocId window_end = end - begin > ScoreWindow::kSize ? begin + ScoreWindow::kSize : end;
    collect_window(begin, window_end, candidates);
    begin = window_end;
  }
}

void RankedFilter::collect_window(DocId begin, DocId end, Candidates& candidates) {
  for (ListCursor& cursor : cursors_) {
    cursor.visit(
        begin, end, [](Impact) { return true; },
        [&](DocId docid, Impact) {
          const DocId at = docid - begin;
          present_[at / 64] |= std::uint64_t{1} << (at % 64);
        });
  }
  // Reads the set bits off in docid order, and clears them for the next window.
  for (DocId word = 0; word < present_.size(); ++word) {
    for (std::uint64_t bits = std::exchange(present_[word], 0); bits != 0; bits &= bits - 1) {
      candidates.add(begin + word * 64 + static_cast<DocId>(std::countr_zero(bits)), 0);
    }
  }
}

void RankedFilter::look_up(Candidates& candidates, Weight needed, Presence presence) {
  candidates.keep([&](DocId docid, Weight& weight) {
    if (weight <= needed) return false;
    if (presence == Presence::Optional) return true;
    return std::any_of(cursors_.begin(), cursors_.end(), [docid](ListCursor& cursor) {
      cursor.seek(docid);
      return cursor.docid() == docid;
    });
  });
}

}  // namespace pullquote
