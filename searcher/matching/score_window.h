// SPDX-License-Identifier: GPL-3.0-or-later
/// Sums of weights over a run of consecutive docids.
///
/// Lists are added one after the other, each in a tight loop, instead of being merged posting by
/// posting; the articles touched are then read off in order. Term-at-a-time within a window,
/// document-at-a-time between windows; Lucene's BooleanScorer works alike.
#pragma once

#include <array>
#include <bit>
#include <cassert>
#include <cstdint>
#include <utility>

#include "searcher/matching/posting_source.h"
#include "searcher/ranking/weight.h"

namespace pullquote {

class ScoreWindow {
 public:
  static constexpr DocId kSize = 4096;

  /// Moves the window, which must have been read off, to begin at `begin`, ending at `limit` at the
  /// latest.
  void reset(DocId begin, DocId limit) {
    begin_ = begin;
    end_ = limit - begin > kSize ? begin + kSize : limit;
  }

  DocId begin() const { return begin_; }
  DocId end() const { return end_; }

  void add(DocId docid, Weight weight) {
    assert(docid >= begin_ && docid < end_);
    const DocId at = docid - begin_;
    touched_[at / 64] |= std::uint64_t{1} << (at % 64);
    sums_[at] += weight;
  }

  /// Calls visit(docid, sum) for each article added, in order, and empties the window.
  template <class Visit>
  void read_off(Visit&& visit) {
    for (DocId word = 0; word < kSize / 64; ++word) {
      for (std::uint64_t bits = std::exchange(touched_[word], 0); bits != 0; bits &= bits - 1) {
        const DocId at = word * 64 + static_cast<DocId>(std::countr_zero(bits));
        visit(begin_ + at, std::exchange(sums_[at], 0));
      }
    }
  }

 private:
  DocId begin_ = 0;
  DocId end_ = 0;
  std::array<std::uint64_t, kSize / 64> touched_{};
  std::array<Weight, kSize> sums_{};  ///< 0 where not touched
};

}  // namespace pullquote
