// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/matching/adjusted_postings.h"

#include <algorithm>

namespace pullquote {

namespace {
std::uint32_t to_wdf(std::int64_t sum) {
  return static_cast<std::uint32_t>(std::clamp<std::int64_t>(sum, 0, UINT32_MAX));
}
}  // namespace

AdjustedPostings::AdjustedPostings(Part base, std::vector<Part> others)
    : base_(std::move(base.list)), base_factor_(base.factor) {
  others_.reserve(others.size());
  for (Part& other : others) others_.push_back({TermCursor(std::move(other.list)), other.factor});
}

std::size_t AdjustedPostings::read(std::span<Posting> out) {
  for (;;) {
    const std::size_t candidates = base_->read(out);
    if (candidates == 0) return 0;
    std::size_t kept = 0;
    for (const Posting& candidate : out.first(candidates)) {
      std::int64_t sum = base_factor_ * candidate.wdf;
      for (Adjustment& other : others_) {
        other.list.seek(candidate.docid);
        if (other.list.docid() == candidate.docid) sum += other.factor * other.list.wdf();
      }
      if (sum > 0) out[kept++] = {candidate.docid, to_wdf(sum)};
    }
    if (kept != 0) return kept;
  }
}

std::uint32_t AdjustedPostings::max_wdf() const {
  std::int64_t sum = base_factor_ * base_->max_wdf();
  for (const Adjustment& other : others_) {
    if (other.factor > 0) sum += other.factor * other.list.source().max_wdf();
  }
  return to_wdf(sum);
}

}  // namespace pullquote
