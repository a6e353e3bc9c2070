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
#include <cstddef>
#include <cstdint>
#include <utility>

#include "schema/ranked/impact.h"
#include "searcher/matching/candidates.h"
#include "searcher/matching/posting_source.h"
#include "searcher/ranking/weight.h"

namespace pullquote {

class ScoreWindow {
 public:
  static constexpr DocId kSize = 8192;

  /// Moves the window, which must have been read off, to the docids [begin, end), at most kSize.
  void reset(DocId begin, DocId end) {
    assert(begin <= end && end - begin <= kSize);
    begin_ = begin;
    end_ = end;
  }

  DocId begin() const { return begin_; }
  DocId end() const { return end_; }

  void add(DocId docid, Weight weight) {
    assert(docid >= begin_ && docid < end_);
    const DocId at = docid - begin_;
    touched_[at / kWordBits] |= std::uint64_t{1} << (at % kWordBits);
    sums_[at] += weight;
  }

  /// Adds step * impacts[i], where that is above `needed`; a null `impacts` stands for zeros.
  void add_run(const DocId* docids, const Impact* impacts, std::size_t count, Weight step,
               Weight needed) {
    for (std::size_t i = 0; i < count; ++i) {
      const Weight weight = impacts == nullptr ? Weight{0} : step * impacts[i];
      if (weight > needed) add(docids[i], weight);
    }
  }

  /// Adds the articles whose sums are above `needed` to `candidates`, in order, and empties the
  /// window.
  void read_off(Candidates& candidates, Weight needed) {
    std::array<DocId, kWordBits> docids;
    for (DocId word = 0; word < touched_.size(); ++word) {
      std::size_t count = 0;
      for (std::uint64_t bits = std::exchange(touched_[word], 0); bits != 0; bits &= bits - 1) {
        docids[count++] = begin_ + word * kWordBits + static_cast<DocId>(std::countr_zero(bits));
      }
      candidates.add_run(docids.data(), count, needed, [&](std::size_t i) {
        return std::exchange(sums_[docids[i] - begin_], 0);
      });
    }
  }

 private:
  static constexpr DocId kWordBits = 64;

  DocId begin_ = 0;
  DocId end_ = 0;
  std::array<std::uint64_t, kSize / kWordBits> touched_{};
  std::array<Weight, kSize> sums_{};  ///< 0 where not touched
};

}  // namespace pullquote
