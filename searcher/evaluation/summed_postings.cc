// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/evaluation/summed_postings.h"

#include <algorithm>
#include <array>
#include <numeric>

#include "searcher/evaluation/stem_postings.h"

namespace pullquote {

namespace {

/// Calls `visit(docid)` for each posting of a term.
template <class Visit>
void for_each_docid(const PartReader& part, const std::string& term, Visit visit) {
  const auto list = part.find(term);
  if (!list) return;
  ListCursor(*list, ListCursor::Start::Before)
      .visit(
          1, ListCursor::kEnd, [](Impact) { return true; },
          [&](DocId docid, Impact) { visit(docid); });
}

/// An array with the summed wdf of every docid.
class Sums {
 public:
  explicit Sums(DocId doccount) : sums_(doccount + std::size_t{1}) {}

  void add(PostingSource& list) {
    std::array<Posting, 256> block;
    for (std::size_t count; (count = list.read(block)) != 0;) {
      for (const Posting& posting : std::span(block).first(count)) {
        std::uint32_t& sum = sums_[posting.docid];
        sum = posting.wdf < kMostWdf - sum ? sum + posting.wdf : kMostWdf;
      }
    }
  }

  std::unique_ptr<PostingSource> take() const {
    std::vector<Posting> postings;
    postings.reserve(sums_.size() - static_cast<std::size_t>(
                                        std::count(sums_.begin(), sums_.end(), std::uint32_t{0})));
    for (std::size_t docid = 1; docid < sums_.size(); ++docid) {
      if (sums_[docid] != 0) postings.push_back({static_cast<DocId>(docid), sums_[docid]});
    }
    return std::make_unique<SummedPostings>(std::move(postings));
  }

 private:
  /// Sums stop here, far above any wdf that still changes a weight.
  static constexpr std::uint32_t kMostWdf = INT32_MAX;

  std::vector<std::uint32_t> sums_;
};

}  // namespace

SummedPostings::SummedPostings(std::vector<Posting> postings) : postings_(std::move(postings)) {
  for (const Posting& posting : postings_) max_wdf_ = std::max(max_wdf_, posting.wdf);
}

std::size_t SummedPostings::read(std::span<Posting> out) {
  const std::size_t count = std::min(out.size(), postings_.size() - at_);
  std::copy_n(postings_.begin() + static_cast<std::ptrdiff_t>(at_), count, out.begin());
  at_ += count;
  return count;
}

void SummedPostings::skip_to(DocId target) {
  const auto found = std::lower_bound(
      postings_.begin() + static_cast<std::ptrdiff_t>(at_), postings_.end(), target,
      [](const Posting& posting, DocId docid) { return posting.docid < docid; });
  at_ = static_cast<std::size_t>(found - postings_.begin());
}

TermsByArticle::TermsByArticle(std::span<const std::string> terms, const PartReader& part) {
  // Counting sort by docid. begins[docid + 1] counts the postings of a docid; the prefix sum then
  // makes begins[docid] the offset of its first posting. The second pass writes each posting there
  // and moves the offset on.
  std::vector<std::size_t> begins(part.files().article_count + std::size_t{2});
  for (const std::string& term : terms) {
    for_each_docid(part, term, [&](DocId docid) { ++begins[docid + 1]; });
  }
  std::partial_sum(begins.begin(), begins.end(), begins.begin());
  docids_.resize(begins.back());
  terms_.resize(begins.back());
  for (std::uint32_t i = 0; i < terms.size(); ++i) {
    for_each_docid(part, terms[i], [&](DocId docid) {
      const std::size_t place = begins[docid]++;
      docids_[place] = docid;
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

std::unique_ptr<PostingSource> sum_lists(
    std::size_t count, const std::function<std::unique_ptr<PostingSource>(std::size_t)>& open,
    const PartReader& part) {
  Sums sums(part.doccount());
  for (std::size_t i = 0; i < count; ++i) {
    if (const auto list = open(i)) sums.add(*list);
  }
  return sums.take();
}

std::unique_ptr<PostingSource> sum_terms(std::span<const std::string> terms,
                                         const PartReader& part) {
  const auto open = [&](std::size_t i) {
    const auto list = part.find(terms[i]);
    return list ? std::make_unique<StemPostings>(*list) : nullptr;
  };
  return sum_lists(terms.size(), open, part);
}

}  // namespace pullquote
