// SPDX-License-Identifier: GPL-3.0-or-later
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

/// Articles under consideration, in docid order, and what they weigh so far.
class Candidates {
 public:
  void clear() { size_ = 0; }
  void add(DocId docid, Weight weight) {
    make_room(1);
    docids_[size_] = docid;
    weights_[size_++] = weight;
  }
  std::size_t size() const { return size_; }
  bool empty() const { return size_ == 0; }
  DocId docid(std::size_t i) const { return docids_[i]; }
  Weight weight(std::size_t i) const { return weights_[i]; }

  /// The docids that lie between the first and the last; not of none.
  DocRange range() const { return {docids_[0], docids_[size_ - 1] + 1}; }
  /// Not of none.
  Weight heaviest() const { return *std::max_element(&weights_[0], &weights_[size_]); }

  /// A place for each docid of range(), zero. Valid until the next call.
  std::span<Impact> row() {
    row_.assign(range().size(), Impact{0});
    return row_;
  }

  /// Adds those of `count` articles docid(i) for which weight(i) is above `needed`.
  template <class DocIdOf, class WeightOf>
  void add_run(std::size_t count, Weight needed, DocIdOf docid, WeightOf weight) {
    make_room(count);
    DocId* const docids = docids_.get();
    Weight* const weights = weights_.get();
    std::size_t size = size_;
    // Written in any case: whether a posting weighs enough cannot be foreseen.
    for (std::size_t i = 0; i < count; ++i) {
      const Weight added = weight(i);
      docids[size] = docid(i);
      weights[size] = added;
      size += added > needed ? 1 : 0;
    }
    size_ = size;
  }

  /// Drops those for which keep(docid, weight) is false; it may change the weight.
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
  /// Enough for most queries; malloc() has rooms of that size at hand.
  static constexpr std::size_t kLeastCapacity = 128;

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
