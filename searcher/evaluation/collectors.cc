// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/evaluation/collectors.h"

#include <algorithm>
#include <limits>

namespace pullquote {

void BestMatches::enter(std::uint32_t part, const PartColumns& columns) {
  if (columns_ != nullptr && !several_parts_) {
    several_parts_ = true;
    for (Match& match : heap_) match.published = columns_->published(match.docid);
  }
  part_ = part;
  columns_ = &columns;
  // A promise of expect() holds for one part only. The matches that kept it are in the heap.
  threshold_ = -1;
  update_threshold();
}

bool BestMatches::add(DocId docid, Weight weight) {
  const Match match{weight, several_parts_ ? columns_->published(docid) : kUnknownTime, part_,
                    docid};
  if (heap_.size() == k_) {
    if (k_ == 0 || !ranks_before(match, heap_.front())) return true;
    std::pop_heap(heap_.begin(), heap_.end(), ranks_before);
    heap_.back() = match;
  } else {
    heap_.push_back(match);
  }
  std::push_heap(heap_.begin(), heap_.end(), ranks_before);
  update_threshold();
  return true;
}

std::vector<Match> BestMatches::take() {
  std::sort_heap(heap_.begin(), heap_.end(), ranks_before);
  return std::move(heap_);
}

void BestMatches::update_threshold() {
  if (heap_.size() < k_) return;
  if (k_ == 0) {
    threshold_ = std::numeric_limits<Weight>::max();
    return;
  }
  // Within a part matches come in docid order, which is also the order of ties: a later match of
  // equal weight cannot displace the worst. A match of another part may be newer and can.
  const Match& worst = heap_.front();
  threshold_ = std::max(threshold_, worst.part == part_ ? worst.weight : worst.weight - 1);
}

bool FirstMatches::add(DocId docid, Weight weight) {
  if (matches_.size() < k_) matches_.push_back({weight, kUnknownTime, part_, docid});
  return count_all_ || matches_.size() < k_;
}

}  // namespace pullquote
