// SPDX-License-Identifier: GPL-3.0-or-later
/// A place in a posting list, read ahead in blocks.
///
/// The length of a block adapts. After a jump it is short, because the next move is likely to be
/// another jump; it doubles while the list is read on.
#pragma once

#include <algorithm>
#include <array>
#include <cassert>
#include <memory>
#include <utility>

#include "searcher/lists/posting_source.h"

namespace pullquote {

/// Not virtual, so that loops over it are inlined. One thread at a time.
class TermCursor {
 public:
  /// Stands on the first posting of the list.
  /// @param source  not null.
  explicit TermCursor(std::unique_ptr<PostingSource> source) : source_(std::move(source)) {
    refill();
  }

  /// The current posting's; kNoMoreDocs at the end.
  DocId docid() const { return block_[at_].docid; }
  std::uint32_t wdf() const { return block_[at_].wdf; }

  void next() {
    assert(docid() != kNoMoreDocs);
    if (++at_ == size_) refill();
  }

  /// Moves to the first posting with a docid of `target` or more. Stays when the current one is.
  void seek(DocId target) {
    if (docid() >= target) return;
    if (block_[size_ - 1].docid < target) {
      source_->skip_to(target);
      ahead_ = kShortest;
      refill();
      return;
    }
    const auto found =
        std::partition_point(block_.begin() + at_, block_.begin() + size_,
                             [target](const Posting& posting) { return posting.docid < target; });
    at_ = static_cast<std::uint32_t>(found - block_.begin());
  }

  // LeafIterator asks every cursor for bounds (see WordCursor). Here the wdf itself is cheap.
  std::uint32_t wdf_bound() const { return wdf(); }
  bool may_reach(std::uint32_t least) const { return wdf() >= least; }
  std::uint64_t termfreq() const { return source_->termfreq(); }
  std::uint32_t max_wdf() const { return source_->max_wdf(); }

 private:
  /// Postings read ahead: after a jump, and at most.
  static constexpr std::size_t kShortest = 4;
  static constexpr std::size_t kLongest = 64;

  /// Reads the next block; at the end the block holds kNoMoreDocs alone.
  void refill() {
    size_ = static_cast<std::uint32_t>(source_->read(std::span(block_.data(), ahead_)));
    ahead_ = std::min(ahead_ * 2, kLongest);
    at_ = 0;  ///< the current posting in block_
    if (size_ != 0) return;
    block_[0] = {kNoMoreDocs, 0};
    size_ = 1;
  }

  std::unique_ptr<PostingSource> source_;
  std::array<Posting, kLongest> block_;
  std::uint32_t at_ = 0;
  std::uint32_t size_ = 0;         ///< postings in block_, at least 1
  std::size_t ahead_ = kShortest;  ///< length of the next block
};

}  // namespace pullquote
