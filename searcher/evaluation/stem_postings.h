// SPDX-License-Identifier: GPL-3.0-or-later
/// One stored list as a PostingSource, restricted by filters and reduced by the occurrences of
/// another list.
#pragma once

#include <optional>
#include <vector>

#include "schema/ranked/list_cursor.h"
#include "searcher/evaluation/ranked_filter.h"
#include "searcher/lists/posting_source.h"

namespace pullquote {

/// One thread at a time.
class StemPostings final : public PostingSource {
 public:
  /// @param filters  an article must be in one of them; empty: every article counts. Example: the
  /// German stem of a word counts in German articles only.
  explicit StemPostings(const RankedList& list, const std::vector<RankedList>& filters = {});

  /// Subtracts the occurrences of another list: without those in headlines a list of the combined
  /// text counts the body alone.
  /// @param wdf  what one of those occurrences adds to the wdf in this list.
  void subtract(const RankedList& occurrences, std::uint32_t wdf);

  std::size_t read(std::span<Posting> out) override;
  void skip_to(DocId target) override { list_.seek(target); }
  std::uint64_t termfreq() const override;
  std::uint32_t max_wdf() const override { return list_.max_wdf(); }

 private:
  /// The wdf to subtract in `docid`.
  std::uint32_t left_out(DocId docid);

  ListCursor list_;
  std::optional<RankedFilter> filters_;
  std::optional<ListCursor> left_out_;
  std::uint32_t left_out_wdf_ = 0;
};

}  // namespace pullquote
