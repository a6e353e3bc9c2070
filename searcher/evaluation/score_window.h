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
#include <memory>
#include <utility>

#include "schema/ranked/impact.h"
#include "searcher/evaluation/candidates.h"
#include "searcher/evaluation/ranking/weight.h"
#include "searcher/lists/posting_source.h"

namespace pullquote {

class ScoreWindow {
 public:
  static constexpr DocId kSize = 8192;

  /// Moves the window to the docids [begin, end), at most kSize. What was not read off, because
  /// something was thrown, is forgotten.
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

  /// Postings of articles whose sum is still 0 are left out from now on unless they weigh more than
  /// this. reset() lets everything in.
  void admit_above(Weight weight) { admitted_above_ = weight; }

  /// Adds `weight` where it is admitted.
  void add(DocId docid, Weight weight) {
    if (is_admitted(docid, weight)) enter(docid, weight);
  }

  /// Adds step * impacts[i], where that is above `needed` and admitted; a null `impacts` stands for
  /// zeros.
  void add_run(const DocId* docids, const Impact* impacts, std::size_t count, Weight step,
               Weight needed) {
    const auto weight_of = [&](std::size_t i) {
      return impacts == nullptr ? Weight{0} : step * impacts[i];
    };
    if (admitted_above_ < 0) {
      // All are, which costs less to do than to find out.
      for (std::size_t i = 0; i < count; ++i) {
        if (weight_of(i) > needed) enter(docids[i], weight_of(i));
      }
      return;
    }
    // Written in any case: whether a posting is admitted cannot be foreseen.
    for (std::size_t i = 0; i < count; ++i) {
      const Weight weight = weight_of(i);
      const bool enters = (weight > needed) & is_admitted(docids[i], weight);
      enter(docids[i], enters ? weight : 0, enters);
    }
  }

  /// Adds the articles whose sums are above `needed` to `candidates`, in order, and empties the
  /// window.
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

  bool is_admitted(DocId docid, Weight weight) const {
    assert(docid >= begin_ && docid < end_);
    return (weight > admitted_above_) | (sums_[docid - begin_] != 0);
  }

  /// @param touches  false: nothing is changed, and `weight` is 0.
  void enter(DocId docid, Weight weight, bool touches = true) {
    assert(docid >= begin_ && docid < end_);
    const DocId at = docid - begin_;
    touched_[at / kWordBits] |= std::uint64_t{touches} << (at % kWordBits);
    sums_[at] += weight;
  }

  /// Lists the places that were touched in places_, and marks none as touched any more.
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
      // How many there are cannot be foreseen, but seldom more than these.
      for (std::size_t i = 0; i < kTakenAtOnce; ++i) take_lowest();
      while (bits != 0) take_lowest();
    }
    return count;
  }

  bool in_use_ = false;  ///< not read off yet
  Weight admitted_above_ = -1;
  DocId begin_ = 0;
  DocId end_ = 0;
  std::array<std::uint64_t, kSize / kWordBits> touched_{};
  std::array<Weight, kSize> sums_{};  ///< 0 where not touched
  /// Of take_touched(), which writes beyond the last.
  std::array<std::uint16_t, kSize + kTakenAtOnce> places_;
};

/// The window of this thread, which is made when it is first needed and kept for later queries: to
/// clear one takes as long as to read some lists of a small collection. What is in it does not
/// matter. Evaluations are not nested: a step of match_part() fills it and reads it off.
inline ScoreWindow& window_of_thread() {
  thread_local const auto window = std::make_unique<ScoreWindow>();
  return *window;
}

}  // namespace pullquote
