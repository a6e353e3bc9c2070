// SPDX-License-Identifier: GPL-3.0-or-later
/// Very many posting lists as one: the words of a prefix.
///
/// An open list costs some kilobytes, and a prefix may stand for thousands of words. So beyond a
/// few lists they are not merged while they are read (merged_postings.h) but summed one after
/// another when the clause is opened: 4 bytes a document of the part meanwhile, 8 bytes a match to
/// keep, and one addition a posting.
#pragma once

#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "searcher/lists/part_reader.h"
#include "searcher/lists/posting_source.h"

namespace pullquote {

/// More lists than this are summed beforehand.
inline constexpr std::size_t kMostMergedLists = 32;

/// Postings in memory.
class SummedPostings final : public PostingSource {
 public:
  /// @param postings  in docid order.
  explicit SummedPostings(std::vector<Posting> postings);

  std::size_t read(std::span<Posting> out) override;
  void skip_to(DocId target) override;
  std::uint64_t termfreq() const override { return postings_.size(); }
  std::uint32_t max_wdf() const override { return max_wdf_; }

 private:
  std::vector<Posting> postings_;
  std::size_t at_ = 0;
  std::uint32_t max_wdf_ = 0;
};

/// The sum of `count` lists of the part, opened one after the other; null ones are left out.
std::unique_ptr<PostingSource> sum_lists(
    std::size_t count, const std::function<std::unique_ptr<PostingSource>(std::size_t)>& open,
    const PartReader& part);

/// Which of some words each article has. Seeking one term in an article costs some hundred
/// nanoseconds, which thousands of words cannot afford. 8 bytes a posting.
class TermsByArticle {
 public:
  TermsByArticle(std::span<const std::string> terms, const PartReader& part);

  /// Indexes of the terms that an article has. Cheapest for rising docids.
  std::span<const std::uint32_t> of(DocId docid);

 private:
  std::vector<DocId> docids_;         ///< rising
  std::vector<std::uint32_t> terms_;  ///< one for each of docids_
  std::size_t at_ = 0;
};

/// The articles of any of the stored terms; their wdf is the sum.
std::unique_ptr<PostingSource> sum_terms(std::span<const std::string> terms,
                                         const PartReader& part);

}  // namespace pullquote
