// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/matching/collection_statistics.h"

namespace pullquote {

namespace {
/// Forgets everything then: a few megabytes.
constexpr std::size_t kMostTerms = 1 << 16;
}  // namespace

CollectionStatistics::CollectionStatistics(const std::vector<std::unique_ptr<PartReader>>& parts)
    : parts_(&parts) {
  for (const auto& part : parts) doccount_ += part->doccount();
}

std::uint64_t CollectionStatistics::termfreq(const std::string& term) {
  if (termfreqs_.size() >= kMostTerms) termfreqs_.clear();
  const auto [entry, is_new] = termfreqs_.try_emplace(term, 0);
  if (is_new) {
    for (const auto& part : *parts_) entry->second += part->termfreq(term);
  }
  return entry->second;
}

}  // namespace pullquote
