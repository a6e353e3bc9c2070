// SPDX-License-Identifier: GPL-3.0-or-later
/// Occurrences of several words in a row as one posting list: "cease fire" as postings of the term
/// ceasefire.
#pragma once

#include "searcher/evaluation/span_iterators.h"
#include "searcher/lists/part_columns.h"
#include "searcher/lists/posting_source.h"

namespace pullquote {

/// Reads positions of every candidate, which costs microseconds each. One thread at a time.
class CompoundPostings final : public PostingSource {
 public:
  /// @param occurrences  finds the words in a row.
  /// @param columns      for the length of headlines; must outlive this.
  /// @param in_headline, elsewhere  the wdf that one occurrence adds, by where it stands.
  CompoundPostings(SpanIteratorPtr occurrences, const PartColumns& columns,
                   std::uint32_t in_headline, std::uint32_t elsewhere)
      : occurrences_(std::move(occurrences)),
        columns_(columns),
        in_headline_(in_headline),
        elsewhere_(elsewhere) {}

  std::size_t read(std::span<Posting> out) override;
  void skip_to(DocId target) override { next_ = std::max(next_, target); }
  std::uint64_t termfreq() const override { return occurrences_->estimate(); }
  /// Unknown before positions are read: the bound is a wdf that saturates.
  std::uint32_t max_wdf() const override { return UINT32_MAX; }

 private:
  SpanIteratorPtr occurrences_;
  const PartColumns& columns_;
  std::uint32_t in_headline_;
  std::uint32_t elsewhere_;
  DocId next_ = 1;  ///< the next read() starts here
};

}  // namespace pullquote
