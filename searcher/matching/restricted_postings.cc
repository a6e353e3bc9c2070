// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/matching/restricted_postings.h"

#include <algorithm>

namespace pullquote {

RestrictedPostings::RestrictedPostings(std::unique_ptr<PostingSource> list,
                                       std::unique_ptr<PostingSource> filter)
    : list_(std::move(list)), filter_(std::move(filter)) {}

std::size_t RestrictedPostings::read(std::span<Posting> out) {
  for (;;) {
    const std::size_t candidates = list_->read(out);
    if (candidates == 0) return 0;
    std::size_t kept = 0;
    for (const Posting& candidate : out.first(candidates)) {
      filter_.seek(candidate.docid);
      if (filter_.docid() == candidate.docid) out[kept++] = candidate;
    }
    if (kept != 0) return kept;
  }
}

std::uint64_t RestrictedPostings::termfreq() const {
  return std::min(list_->termfreq(), filter_.source().termfreq());
}

}  // namespace pullquote
