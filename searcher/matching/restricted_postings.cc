// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/matching/restricted_postings.h"

#include <algorithm>

namespace pullquote {

RestrictedPostings::RestrictedPostings(std::unique_ptr<PostingSource> list,
                                       std::vector<std::unique_ptr<PostingSource>> filters)
    : list_(std::move(list)) {
  filters_.reserve(filters.size());
  for (std::unique_ptr<PostingSource>& filter : filters) filters_.emplace_back(std::move(filter));
}

std::size_t RestrictedPostings::read(std::span<Posting> out) {
  for (;;) {
    const std::size_t candidates = list_->read(out);
    if (candidates == 0) return 0;
    std::size_t kept = 0;
    for (const Posting& candidate : out.first(candidates)) {
      if (admits(candidate.docid)) out[kept++] = candidate;
    }
    if (kept != 0) return kept;
  }
}

bool RestrictedPostings::admits(DocId docid) {
  return std::any_of(filters_.begin(), filters_.end(), [docid](TermCursor& filter) {
    filter.seek(docid);
    return filter.docid() == docid;
  });
}

std::uint64_t RestrictedPostings::termfreq() const {
  std::uint64_t admitted = 0;
  for (const TermCursor& filter : filters_) admitted += filter.source().termfreq();
  return std::min(list_->termfreq(), admitted);
}

}  // namespace pullquote
