// SPDX-License-Identifier: GPL-3.0-or-later
/// Very many posting lists as one: the words with a prefix.
///
/// An open list costs some kilobytes, and a prefix may stand for thousands of words. So beyond a
/// few lists they are not merged while they are read (merged_postings.h). Instead they are summed
/// one after the other when the clause is made. Memory: 4 bytes for each document of the part while
/// summing, 8 bytes for each match afterwards. Time: one addition a posting.
#pragma once

#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "searcher/lists/part_reader.h"
#include "searcher/lists/posting_source.h"

namespace pullquote {

/// Up to this many lists are merged while they are read; more are summed beforehand.
inline constexpr std::size_t kMostMergedLists = 32;

/// Postings held in memory. One thread at a time.
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
  std::size_t at_ = 0;  ///< the next posting to read
  std::uint32_t max_wdf_ = 0;
};

/// Sums `count` lists of the part: open(0) to open(count - 1), one at a time. open() may return
/// null for a term that the part lacks.
std::unique_ptr<PostingSource> sum_lists(
    std::size_t count, const std::function<std::unique_ptr<PostingSource>(std::size_t)>& open,
    const PartReader& part);

/// Which of many words each article has: an inverted list of the lists, in memory. Seeking one term
/// in an article costs some hundred nanoseconds, which a phrase with thousands of spellings cannot
/// afford for each. 8 bytes a posting. One thread at a time.
class TermsByArticle {
 public:
  /// Reads the lists of all `terms` (stored terms) twice.
  TermsByArticle(std::span<const std::string> terms, const PartReader& part);

  /// Indexes into `terms` of the terms in the article. Cheapest for rising docids; valid as long as
  /// the object.
  std::span<const std::uint32_t> of(DocId docid);

 private:
  std::vector<DocId> docids_;         ///< of all postings, rising
  std::vector<std::uint32_t> terms_;  ///< terms_[i] occurs in docids_[i]
  std::size_t at_ = 0;
};

/// The articles with any of the stored terms; the wdf is the sum.
std::unique_ptr<PostingSource> sum_terms(std::span<const std::string> terms,
                                         const PartReader& part);

}  // namespace pullquote
