// SPDX-License-Identifier: GPL-3.0-or-later
/// Several posting lists as one: spellings of a word, words with a prefix. The wdf of an article is
/// the sum of theirs, so that they rank as a single term would.
///
/// Lists are summed into a window of consecutive docids, which is then read off. Like TermCursor's
/// blocks the window grows while the list is read on and shrinks after a jump. Cost: one addition a
/// posting, however many lists there are.
#pragma once

#include <memory>
#include <vector>

#include "searcher/lists/posting_source.h"
#include "searcher/lists/term_cursor.h"

namespace pullquote {

class MergedPostings final : public PostingSource {
 public:
  explicit MergedPostings(std::vector<std::unique_ptr<PostingSource>> lists);

  std::size_t read(std::span<Posting> out) override;
  void skip_to(DocId target) override;
  /// The sum: an article that several lists have counts several times.
  std::uint64_t termfreq() const override;
  std::uint32_t max_wdf() const override;

 private:
  bool fill_window();

  std::vector<TermCursor> lists_;
  std::vector<std::uint32_t> window_;  ///< summed wdf by docid - begin_; 0: no posting
  DocId begin_ = 0;
  std::size_t at_ = 0;  ///< next entry of window_ to read off
  std::size_t width_;   ///< of the next window
};

}  // namespace pullquote
