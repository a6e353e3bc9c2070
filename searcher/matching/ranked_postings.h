// SPDX-License-Identifier: GPL-3.0-or-later
/// A list of the ranked index as a source of postings.
#pragma once

#include "schema/ranked/list_cursor.h"
#include "searcher/matching/posting_source.h"

namespace pullquote {

/// Docids and wdfs of a stem or a filter.
class RankedPostingSource final : public PostingSource {
 public:
  explicit RankedPostingSource(const RankedList& list) : cursor_(list) {}

  std::size_t read(std::span<Posting> out) override;
  void skip_to(DocId target) override { cursor_.seek(target); }
  std::uint64_t termfreq() const override { return cursor_.termfreq(); }
  std::uint32_t max_wdf() const override { return cursor_.max_wdf(); }

 private:
  ListCursor cursor_;
};

}  // namespace pullquote
