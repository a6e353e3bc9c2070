// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/build/rejection_log.h"

#include <algorithm>
#include <iterator>

namespace pullquote {

void RejectionLog::add(std::uint64_t order, Rejection rejection) {
  ++count_;
  ++by_reason_[rejection.reason];
  if (kept_.size() < kKept) kept_.emplace_back(order, std::move(rejection));
}

void RejectionLog::absorb(RejectionLog&& other) {
  count_ += other.count_;
  for (const auto& [reason, count] : other.by_reason_) by_reason_[reason] += count;
  kept_.insert(kept_.end(), std::make_move_iterator(other.kept_.begin()),
               std::make_move_iterator(other.kept_.end()));
  std::stable_sort(kept_.begin(), kept_.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  if (kept_.size() > kKept) kept_.resize(kKept);
}

std::vector<Rejection> RejectionLog::first() const {
  std::vector<Rejection> rejections;
  rejections.reserve(kept_.size());
  for (const auto& entry : kept_) rejections.push_back(entry.second);
  return rejections;
}

}  // namespace pullquote
