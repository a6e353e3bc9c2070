// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/matching/wide_postings.h"

#include <algorithm>
#include <array>
#include <cassert>

namespace pullquote {

namespace {

/// Sums by docid.
class Sums {
 public:
  explicit Sums(const PartReader& part) : part_(part), sums_(part.doccount() + std::size_t{1}) {}

  void add(const std::string& term, std::int64_t factor) {
    const std::unique_ptr<PostingSource> postings = part_.postings(term);
    std::array<Posting, 256> block;
    for (std::size_t count; (count = postings->read(block)) != 0;) {
      for (const Posting& posting : std::span(block).first(count)) {
        sums_[posting.docid] = clamped(sums_[posting.docid] + factor * posting.wdf);
      }
    }
  }

  std::unique_ptr<PostingSource> take() const {
    std::vector<Posting> postings;
    postings.reserve(static_cast<std::size_t>(
        std::count_if(sums_.begin(), sums_.end(), [](std::int32_t sum) { return sum > 0; })));
    for (std::size_t docid = 1; docid < sums_.size(); ++docid) {
      if (sums_[docid] <= 0) continue;
      postings.push_back({static_cast<DocId>(docid), static_cast<std::uint32_t>(sums_[docid])});
    }
    return std::make_unique<WidePostings>(std::move(postings));
  }

 private:
  /// Weights saturate long before.
  static std::int32_t clamped(std::int64_t sum) {
    return static_cast<std::int32_t>(std::clamp<std::int64_t>(sum, INT32_MIN, INT32_MAX));
  }

  const PartReader& part_;
  std::vector<std::int32_t> sums_;
};

}  // namespace

WidePostings::WidePostings(std::vector<Posting> postings) : postings_(std::move(postings)) {
  for (const Posting& posting : postings_) max_wdf_ = std::max(max_wdf_, posting.wdf);
}

std::size_t WidePostings::read(std::span<Posting> out) {
  const std::size_t count = std::min(out.size(), postings_.size() - at_);
  std::copy_n(postings_.begin() + static_cast<std::ptrdiff_t>(at_), count, out.begin());
  at_ += count;
  return count;
}

void WidePostings::skip_to(DocId target) {
  const auto found = std::lower_bound(
      postings_.begin() + static_cast<std::ptrdiff_t>(at_), postings_.end(), target,
      [](const Posting& posting, DocId docid) { return posting.docid < docid; });
  at_ = static_cast<std::size_t>(found - postings_.begin());
}

std::unique_ptr<PostingSource> sum_lists(std::span<const ListPlan> lists, const PartReader& part) {
  Sums sums(part);
  for (const ListPlan& list : lists) {
    assert(list.filters.empty());
    sums.add(list.base.term, list.base.factor);
    for (const ListPlan::Term& term : list.adjustments) sums.add(term.term, term.factor);
  }
  return sums.take();
}

std::unique_ptr<PostingSource> sum_terms(std::span<const std::string> terms,
                                         const PartReader& part) {
  Sums sums(part);
  for (const std::string& term : terms) sums.add(term, 1);
  return sums.take();
}

}  // namespace pullquote
