// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/planning/collection_statistics.h"

namespace pullquote {

namespace {
/// The memory is emptied when it holds this many terms, a few megabytes.
constexpr std::size_t kMostTerms = 1 << 16;
}  // namespace

CollectionStatistics::CollectionStatistics(const std::vector<std::unique_ptr<PartReader>>& parts)
    : parts_(&parts) {
  for (const auto& part : parts) doccount_ += part->doccount();
}

std::uint64_t CollectionStatistics::termfreq(const std::string& term) {
  if (const auto known = termfreqs_.find(term); known != termfreqs_.end()) return known->second;
  std::uint64_t termfreq = 0;
  for (const auto& part : *parts_) termfreq += part->termfreq(term);
  if (termfreqs_.size() >= kMostTerms) termfreqs_.clear();
  termfreqs_.emplace(term, termfreq);
  return termfreq;
}

}  // namespace pullquote
