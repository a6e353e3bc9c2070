// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/evaluation/leaf_iterator.h"

#include "searcher/evaluation/ranked_iterator.h"
#include "searcher/evaluation/word_cursor.h"
#include "searcher/lists/term_cursor.h"

namespace pullquote {

template <class Cursor>
DocId LeafIterator<Cursor>::seek(DocId target) {
  if (docid_ >= target && docid_ != 0) return docid_;
  cursor_.seek(target);
  while (cursor_.docid() != kNoMoreDocs && (wdf_ = cursor_.wdf()) == 0) cursor_.next();
  return docid_ = cursor_.docid();
}

template <class Cursor>
std::uint32_t LeafIterator<Cursor>::least_wdf(Weight needed) const {
  std::uint32_t begin = 0;
  std::uint32_t end = UINT32_MAX;
  while (begin < end) {
    const std::uint32_t middle = begin + (end - begin) / 2;
    if (step_ * scale_.bound(middle) > needed) {
      end = middle;
    } else {
      begin = middle + 1;
    }
  }
  return begin;
}

template <class Cursor>
template <class Visit>
void LeafIterator<Cursor>::visit(DocId begin, DocId end, Weight needed, Visit visit) {
  const std::uint32_t least = least_wdf(needed);
  for (cursor_.seek(begin); cursor_.docid() < end; cursor_.next()) {
    // The cheapest checks come first.
    if (!cursor_.may_reach(least)) continue;
    if (weigh(cursor_.docid(), cursor_.wdf_bound()) <= needed) continue;
    const std::uint32_t wdf = cursor_.wdf();
    const Weight weight = wdf == 0 ? -1 : weigh(cursor_.docid(), wdf);
    if (weight > needed) visit(cursor_.docid(), weight);
  }
  // The cursor may stand on an article without the word, so that the next seek() must look again.
  docid_ = 0;
}

template <class Cursor>
void LeafIterator<Cursor>::collect(DocId begin, DocId end, Weight needed, Candidates& candidates) {
  visit(begin, end, needed, [&](DocId docid, Weight weight) { candidates.add(docid, weight); });
}

template <class Cursor>
void LeafIterator<Cursor>::accumulate(ScoreWindow& window, Weight needed) {
  visit(window.begin(), window.end(), needed,
        [&](DocId docid, Weight weight) { window.add(docid, weight); });
}

template <class Cursor>
Explanation LeafIterator<Cursor>::explain() {
  return explain_impact(*plan_, scale_(wdf_, columns_->lengths(docid_)), step_);
}

template class LeafIterator<TermCursor>;
template class LeafIterator<WordCursor>;

}  // namespace pullquote
