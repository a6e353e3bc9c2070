// SPDX-License-Identifier: GPL-3.0-or-later
/// A stored list as a source of postings, and what is computed from it.
#pragma once

#include <optional>
#include <vector>

#include "schema/ranked/list_cursor.h"
#include "searcher/evaluation/ranked_filter.h"
#include "searcher/lists/posting_source.h"

namespace pullquote {

class StemPostings final : public PostingSource {
 public:
  /// @param filters  an article must be in one of them, as the German stem of a word is asked for
  /// in German articles only; empty: all pass.
  explicit StemPostings(const RankedList& list, const std::vector<RankedList>& filters = {});

  /// Takes off what the occurrences of a list count in this one: those in headlines, so that those
  /// in the body are left. @param wdf  of each occurrence in this list
  void leave_out(const RankedList& occurrences, std::uint32_t wdf);

  std::size_t read(std::span<Posting> out) override;
  void skip_to(DocId target) override { list_.seek(target); }
  std::uint64_t termfreq() const override;
  std::uint32_t max_wdf() const override { return list_.max_wdf(); }

 private:
  std::uint32_t left_out(DocId docid);

  ListCursor list_;
  std::optional<RankedFilter> filters_;
  std::optional<ListCursor> left_out_;
  std::uint32_t left_out_wdf_ = 0;
};

}  // namespace pullquote
