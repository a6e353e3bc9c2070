// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/matching/wide_postings.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <numeric>

namespace pullquote {

namespace {

/// Calls `visit(posting)` for each posting of a term.
template <class Visit>
void for_each_posting(const PartReader& part, const std::string& term, Visit visit) {
  const std::unique_ptr<PostingSource> postings = part.postings(term);
  std::array<Posting, 256> block;
  for (std::size_t count; (count = postings->read(block)) != 0;) {
    for (const Posting& posting : std::span(block).first(count)) visit(posting);
  }
}

/// Sums by docid.
class Sums {
 public:
  explicit Sums(const PartReader& part) : part_(part), sums_(part.doccount() + std::size_t{1}) {}

  void add(const std::string& term, std::int64_t factor) {
    for_each_posting(part_, term, [&](const Posting& posting) {
      sums_[posting.docid] = clamped(sums_[posting.docid] + factor * posting.wdf);
    });
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

TermsByArticle::TermsByArticle(std::span<const std::string> terms, const PartReader& part) {
  // Counting sort by docid: where the postings of each begin, then the postings in their places.
  std::vector<std::size_t> begins(part.doccount() + std::size_t{2});
  for (const std::string& term : terms) {
    for_each_posting(part, term, [&](const Posting& posting) { ++begins[posting.docid + 1]; });
  }
  std::partial_sum(begins.begin(), begins.end(), begins.begin());
  docids_.resize(begins.back());
  terms_.resize(begins.back());
  for (std::uint32_t i = 0; i < terms.size(); ++i) {
    for_each_posting(part, terms[i], [&](const Posting& posting) {
      const std::size_t place = begins[posting.docid]++;
      docids_[place] = posting.docid;
      terms_[place] = i;
    });
  }
}

std::span<const std::uint32_t> TermsByArticle::of(DocId docid) {
  if (at_ > 0 && docids_[at_ - 1] >= docid) at_ = 0;
  const auto from = docids_.begin() + static_cast<std::ptrdiff_t>(at_);
  const auto [first, last] = std::equal_range(from, docids_.end(), docid);
  at_ = static_cast<std::size_t>(first - docids_.begin());
  return std::span(terms_).subspan(at_, static_cast<std::size_t>(last - first));
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
