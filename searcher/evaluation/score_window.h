// SPDX-License-Identifier: GPL-3.0-or-later
/// Sums of weights over a run of consecutive docids.
///
/// Lists are added one after the other, each in a tight loop, instead of being merged posting by
/// posting. Then the sums of all articles that were touched are read off in docid order. This is
/// term-at-a-time within a window and document-at-a-time between windows; Lucene's BooleanScorer
/// works alike. Cost: one addition a posting, and one step for each 64 docids of the window.
#pragma once

#include <array>
#include <bit>
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <utility>

#include "schema/ranked/impact.h"
#include "searcher/evaluation/candidates.h"
#include "searcher/evaluation/ranking/weight.h"
#include "searcher/lists/posting_source.h"

namespace pullquote {

/// One thread at a time; about 80 KiB.
class ScoreWindow {
 public:
  /// The widest window, in docids.
  static constexpr DocId kSize = 8192;

  /// Moves the window to the docids [begin, end), at most kSize. Forgets sums that were not read
  /// off because an exception intervened.
  void reset(DocId begin, DocId end) {
    assert(begin <= end && end - begin <= kSize);
    if (in_use_) {
      touched_ = {};
      sums_ = {};
    }
    in_use_ = true;
    begin_ = begin;
    end_ = end;
    admitted_above_ = -1;
  }

  DocId begin() const { return begin_; }
  DocId end() const { return end_; }

  /// From now on leaves out postings of articles whose sum is still 0, unless the posting weighs
  /// more than `weight`. After reset() every posting is admitted.
  void admit_above(Weight weight) { admitted_above_ = weight; }

  /// Adds `weight` to the sum of `docid`, if the posting is admitted.
  void add(DocId docid, Weight weight) {
    if (is_admitted(docid, weight)) enter(docid, weight);
  }

  /// Adds step * impacts[i] to the sum of docids[i] for all i below `count`, if the product is
  /// above `needed` and the posting is admitted. Null `impacts` stand for zeros.
  void add_run(const DocId* docids, const Impact* impacts, std::size_t count, Weight step,
               Weight needed) {
    const auto weight_of = [&](std::size_t i) {
      return impacts == nullptr ? Weight{0} : step * impacts[i];
    };
    if (admitted_above_ < 0) {
      // Every posting is admitted: adding them all costs less than asking for each.
      for (std::size_t i = 0; i < count; ++i) {
        if (weight_of(i) > needed) enter(docids[i], weight_of(i));
      }
      return;
    }
    // Each posting is written, those left out with weight 0: no branch to mispredict.
    for (std::size_t i = 0; i < count; ++i) {
      const Weight weight = weight_of(i);
      const bool enters = (weight > needed) & is_admitted(docids[i], weight);
      enter(docids[i], enters ? weight : 0, enters);
    }
  }

  /// Appends the articles whose sums are above `needed` to `candidates`, in docid order, and
  /// empties the window.
  void read_off(Candidates& candidates, Weight needed) {
    const std::size_t count = take_touched();
    candidates.add_run(
        count, needed, [&](std::size_t i) { return begin_ + places_[i]; },
        [&](std::size_t i) { return std::exchange(sums_[places_[i]], 0); });
    in_use_ = false;
  }

 private:
  static constexpr DocId kWordBits = 64;
  static constexpr std::size_t kTakenAtOnce = 4;

  /// See admit_above().
  bool is_admitted(DocId docid, Weight weight) const {
    assert(docid >= begin_ && docid < end_);
    return (weight > admitted_above_) | (sums_[docid - begin_] != 0);
  }

  /// @param touches  false: the posting is left out; nothing changes, and `weight` must be 0.
  void enter(DocId docid, Weight weight, bool touches = true) {
    assert(docid >= begin_ && docid < end_);
    const DocId at = docid - begin_;
    touched_[at / kWordBits] |= std::uint64_t{touches} << (at % kWordBits);
    sums_[at] += weight;
  }

  /// Writes the places of the touched docids to places_, rising, and clears their marks. Returns
  /// how many there are.
  std::size_t take_touched() {
    constexpr std::uint64_t kLast = std::uint64_t{1} << (kWordBits - 1);
    std::size_t count = 0;
    for (DocId word = 0; word * kWordBits < end_ - begin_; ++word) {
      std::uint64_t bits = std::exchange(touched_[word], 0);
      const auto take_lowest = [&] {
        places_[count] = static_cast<std::uint16_t>(
            word * kWordBits + static_cast<DocId>(std::countr_zero(bits | kLast)));
        count += bits != 0 ? 1 : 0;
        bits &= bits - 1;
      };
      // A word of 64 docids rarely has more than kTakenAtOnce marks, but their number is
      // unpredictable. So this many are taken without a branch, and the count moves past real ones
      // only.
      for (std::size_t i = 0; i < kTakenAtOnce; ++i) take_lowest();
      while (bits != 0) take_lowest();
    }
    return count;
  }

  bool in_use_ = false;         ///< filled but not read off yet
  Weight admitted_above_ = -1;  ///< -1 admits every posting
  DocId begin_ = 0;
  DocId end_ = 0;
  std::array<std::uint64_t, kSize / kWordBits>
      touched_{};                     ///< one bit for each docid of the window
  std::array<Weight, kSize> sums_{};  ///< by docid - begin_; 0 where not touched
  /// Output of take_touched(), which may write kTakenAtOnce entries past the last one.
  std::array<std::uint16_t, kSize + kTakenAtOnce> places_;
};

/// The window of the current thread: made on first use and kept for later queries, because clearing
/// one takes as long as reading some lists of a small collection. Its contents need no cleaning up.
/// Evaluations do not nest: each step of match_part() fills the window and reads it off.
inline ScoreWindow& window_of_thread() {
  thread_local const auto window = std::make_unique<ScoreWindow>();
  return *window;
}

}  // namespace pullquote
