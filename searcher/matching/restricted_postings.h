// SPDX-License-Identifier: GPL-3.0-or-later
/// A posting list without the articles that another list lacks: the German stem of a word in German
/// articles only.
#pragma once

#include <memory>

#include "searcher/matching/posting_source.h"
#include "searcher/matching/term_cursor.h"

namespace pullquote {

class RestrictedPostings final : public PostingSource {
 public:
  /// @param list  gives docids and wdf. @param filter  its wdf is not looked at.
  RestrictedPostings(std::unique_ptr<PostingSource> list, std::unique_ptr<PostingSource> filter);

  std::size_t read(std::span<Posting> out) override;
  void skip_to(DocId target) override { list_->skip_to(target); }
  std::uint64_t termfreq() const override;
  std::uint32_t max_wdf() const override { return list_->max_wdf(); }

 private:
  std::unique_ptr<PostingSource> list_;
  TermCursor filter_;
};

}  // namespace pullquote
