// SPDX-License-Identifier: GPL-3.0-or-later
/// Several posting lists as one: the spellings of a word, or the words with a prefix. The wdf of an
/// article is the sum over the lists, so that the lists rank as a single term would.
///
/// The lists are summed into a window of consecutive docids, which is then read off. Like the
/// blocks of TermCursor the window grows while the list is read on, and shrinks after a jump. Cost:
/// one addition a posting, however many lists there are.
#pragma once

#include <memory>
#include <vector>

#include "searcher/lists/posting_source.h"
#include "searcher/lists/term_cursor.h"

namespace pullquote {

/// One thread at a time.
class MergedPostings final : public PostingSource {
 public:
  /// @param lists  not null; none makes an empty list.
  explicit MergedPostings(std::vector<std::unique_ptr<PostingSource>> lists);

  std::size_t read(std::span<Posting> out) override;
  void skip_to(DocId target) override;
  /// The sum over the lists: an article that is in two of them counts twice.
  std::uint64_t termfreq() const override;
  std::uint32_t max_wdf() const override;

 private:
  /// Moves the window to the next posting and sums the lists there; false at the end of all lists.
  bool fill_window();

  std::vector<TermCursor> lists_;
  std::vector<std::uint32_t> window_;  ///< summed wdf by docid - begin_; 0: no posting
  DocId begin_ = 0;                    ///< docid of window_[0]
  std::size_t at_ = 0;                 ///< the next entry of window_ to read off
  std::size_t width_;                  ///< of the next window, in docids
};

}  // namespace pullquote
