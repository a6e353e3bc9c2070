// SPDX-License-Identifier: GPL-3.0-or-later
/// Occurrences of words in a row as a posting list: "cease fire" for the term ceasefire.
#pragma once

#include "searcher/matching/part_columns.h"
#include "searcher/matching/posting_source.h"
#include "searcher/matching/span_iterators.h"

namespace pullquote {

/// Reads positions of every candidate, which costs microseconds each.
class CompoundPostings final : public PostingSource {
 public:
  /// What one occurrence counts.
  struct Wdf {
    std::uint32_t in_headline = 1;
    std::uint32_t elsewhere = 1;
  };

  CompoundPostings(SpanIteratorPtr occurrences, const PartColumns& columns, Wdf wdf)
      : occurrences_(std::move(occurrences)), columns_(columns), wdf_(wdf) {}

  std::size_t read(std::span<Posting> out) override;
  void skip_to(DocId target) override { next_ = std::max(next_, target); }
  std::uint64_t termfreq() const override { return occurrences_->estimate(); }
  /// Unknown, so that the bound is that of a term that saturates.
  std::uint32_t max_wdf() const override { return UINT32_MAX; }

 private:
  SpanIteratorPtr occurrences_;
  const PartColumns& columns_;
  Wdf wdf_;
  DocId next_ = 1;
};

}  // namespace pullquote
