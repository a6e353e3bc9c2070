// SPDX-License-Identifier: GPL-3.0-or-later
/// A posting list without the articles that other lists lack: the German stem of a word in German
/// articles only, or a stem that English and French share in articles of either language.
#pragma once

#include <memory>
#include <vector>

#include "searcher/matching/posting_source.h"
#include "searcher/matching/term_cursor.h"

namespace pullquote {

class RestrictedPostings final : public PostingSource {
 public:
  /// @param list     gives docids and wdf.
  /// @param filters  an article must be in one of them; their wdf is not looked at.
  RestrictedPostings(std::unique_ptr<PostingSource> list,
                     std::vector<std::unique_ptr<PostingSource>> filters);

  std::size_t read(std::span<Posting> out) override;
  void skip_to(DocId target) override { list_->skip_to(target); }
  std::uint64_t termfreq() const override;
  std::uint32_t max_wdf() const override { return list_->max_wdf(); }

 private:
  bool admits(DocId docid);

  std::unique_ptr<PostingSource> list_;
  std::vector<TermCursor> filters_;
};

}  // namespace pullquote
