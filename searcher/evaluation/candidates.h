// SPDX-License-Identifier: GPL-3.0-or-later
/// Documents of one window that may still become hits, with the weights that the clauses looked at
/// so far have added: a set of parallel arrays in docid order.
///
/// The loops that fill and thin out a set write every entry and move the end only past the entries
/// that stay. Whether an entry stays is close to random, so that a branch would be mispredicted
/// often.
#pragma once

#include <algorithm>
#include <cstddef>
#include <memory>
#include <span>
#include <utility>
#include <vector>

#include "schema/ranked/impact.h"
#include "searcher/evaluation/ranking/weight.h"
#include "searcher/lists/part_columns.h"
#include "searcher/lists/posting_source.h"

namespace pullquote {

/// One thread at a time. The arrays grow and are kept by clear(), so that windows reuse them.
class Candidates {
 public:
  void clear() { size_ = 0; }
  /// Appends a candidate; `docid` must be above all others.
  void add(DocId docid, Weight weight) {
    make_room(1);
    docids_[size_] = docid;
    weights_[size_++] = weight;
  }
  std::size_t size() const { return size_; }
  bool empty() const { return size_ == 0; }
  DocId docid(std::size_t i) const { return docids_[i]; }
  Weight weight(std::size_t i) const { return weights_[i]; }

  /// From the first candidate to the last, inclusively. There must be at least one candidate.
  DocRange range() const { return {docids_[0], docids_[size_ - 1] + 1}; }
  /// The highest weight so far. There must be at least one candidate.
  Weight heaviest() const { return *std::max_element(&weights_[0], &weights_[size_]); }

  /// An array of zeros with one entry for each docid of range(), valid until the next call.
  std::span<Impact> row() {
    row_.assign(range().size(), Impact{0});
    return row_;
  }

  /// Appends docid(i) with weight(i) for those i below `count` whose weight is above `needed`.
  template <class DocIdOf, class WeightOf>
  void add_run(std::size_t count, Weight needed, DocIdOf docid, WeightOf weight) {
    make_room(count);
    DocId* const docids = docids_.get();
    Weight* const weights = weights_.get();
    std::size_t size = size_;
    /// Each entry is written and only kept entries move the end: no branch to mispredict.
    for (std::size_t i = 0; i < count; ++i) {
      const Weight added = weight(i);
      docids[size] = docid(i);
      weights[size] = added;
      size += added > needed ? 1 : 0;
    }
    size_ = size;
  }

  /// Drops the candidates for which keep(docid, weight) returns false. `keep` may change the
  /// weight, which it gets by reference.
  template <class Keep>
  void keep(Keep keep) {
    std::size_t kept = 0;
    for (std::size_t i = 0; i < size_; ++i) {
      const DocId docid = docids_[i];
      Weight weight = weights_[i];
      const bool stays = keep(docid, weight);
      docids_[kept] = docid;
      weights_[kept] = weight;
      kept += stays ? 1 : 0;
    }
    size_ = kept;
  }

 private:
  /// Enough for most queries; malloc() has free blocks of that size at hand.
  static constexpr std::size_t kLeastCapacity = 128;

  /// Makes the arrays large enough for `count` more candidates.
  void make_room(std::size_t count) {
    if (capacity_ - size_ < count) grow(size_ + count);
  }

  void grow(std::size_t least) {
    capacity_ = std::max({2 * capacity_, least, kLeastCapacity});
    auto docids = std::make_unique_for_overwrite<DocId[]>(capacity_);
    auto weights = std::make_unique_for_overwrite<Weight[]>(capacity_);
    std::copy_n(docids_.get(), size_, docids.get());
    std::copy_n(weights_.get(), size_, weights.get());
    docids_ = std::move(docids);
    weights_ = std::move(weights);
  }

  std::size_t size_ = 0;
  std::size_t capacity_ = 0;
  std::unique_ptr<DocId[]> docids_;
  std::unique_ptr<Weight[]> weights_;
  std::vector<Impact> row_;
};

}  // namespace pullquote
