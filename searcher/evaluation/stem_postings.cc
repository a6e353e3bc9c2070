// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/evaluation/stem_postings.h"

#include <algorithm>

namespace pullquote {

StemPostings::StemPostings(const RankedList& list, const std::vector<RankedList>& filters)
    : list_(list) {
  if (!filters.empty()) filters_.emplace(filters);
}

void StemPostings::subtract(const RankedList& occurrences, std::uint32_t wdf) {
  left_out_.emplace(occurrences);
  left_out_wdf_ = wdf;
}

std::size_t StemPostings::read(std::span<Posting> out) {
  std::size_t count = 0;
  for (; count < out.size() && list_.docid() != ListCursor::kEnd; list_.next()) {
    const DocId docid = list_.docid();
    if (filters_ && filters_->seek(docid) != docid) continue;
    const std::uint32_t wdf = list_.wdf() - std::min(list_.wdf(), left_out(docid));
    if (wdf != 0) out[count++] = {docid, wdf};
  }
  return count;
}

std::uint32_t StemPostings::left_out(DocId docid) {
  if (!left_out_) return 0;
  left_out_->seek(docid);
  if (left_out_->docid() != docid) return 0;
  const std::uint64_t wdf = std::uint64_t{left_out_wdf_} * left_out_->wdf();
  return static_cast<std::uint32_t>(std::min<std::uint64_t>(wdf, UINT32_MAX));
}

std::uint64_t StemPostings::termfreq() const {
  return filters_ ? std::min(list_.termfreq(), filters_->estimate()) : list_.termfreq();
}

}  // namespace pullquote
