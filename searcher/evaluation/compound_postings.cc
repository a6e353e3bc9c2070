// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/evaluation/compound_postings.h"

namespace pullquote {

std::size_t CompoundPostings::read(std::span<Posting> out) {
  std::size_t count = 0;
  // Returns one posting at a time: to fill a block would read the positions of as many articles,
  // and the caller may jump past them.
  while (count == 0 && !out.empty()) {
    const DocId docid = occurrences_->seek(next_);
    if (docid == kNoMoreDocs) return 0;
    next_ = docid + 1;
    const std::uint32_t headline = columns_.headline_length(docid);
    std::uint32_t wdf = 0;
    for (const WordSpan& span : occurrences_->spans()) {
      wdf += span.begin <= headline ? in_headline_ : elsewhere_;
    }
    if (wdf != 0) out[count++] = {docid, wdf};
  }
  return count;
}

}  // namespace pullquote
