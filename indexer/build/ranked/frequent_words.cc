// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/build/ranked/frequent_words.h"

#include <algorithm>

#include "schema/store/doc_id.h"

namespace pullquote {

namespace {

/// One article in so many. Measured: docs/design/0005-ranked-index.md.
constexpr std::uint32_t kShare = 32;

/// Enough to know which words one article in kShare has, within a tenth.
constexpr std::uint32_t kSampledArticles = 1024;

}  // namespace

std::vector<std::uint32_t> FrequentWords::sample(std::uint32_t articles) {
  const std::uint32_t count = std::min(articles, kSampledArticles);
  std::vector<DocId> docids(count);
  for (std::uint32_t i = 0; i < count; ++i) {
    docids[i] = static_cast<std::uint32_t>(std::uint64_t{i} * articles / count) + 1;
  }
  return docids;
}

FrequentWords::FrequentWords(const std::map<std::string, std::uint32_t>& articles_with,
                             std::uint32_t articles) {
  std::vector<std::pair<std::uint32_t, std::string_view>> counted;
  for (const auto& [word, count] : articles_with) {
    if (std::uint64_t{count} * kShare >= articles) counted.emplace_back(count, word);
  }
  // Ties by word, so that the choice depends on the counts alone.
  std::sort(counted.begin(), counted.end(), [](const auto& a, const auto& b) {
    return a.first != b.first ? a.first > b.first : a.second < b.second;
  });
  if (counted.size() > kMost) counted.resize(kMost);
  for (const auto& [count, word] : counted) words_.emplace_back(word);
  std::sort(words_.begin(), words_.end());
  for (std::size_t i = 0; i < words_.size(); ++i) {
    numbers_.emplace(words_[i], static_cast<std::uint16_t>(i));
  }
}

std::optional<std::uint16_t> FrequentWords::number_of(std::string_view word) const {
  const auto found = numbers_.find(word);
  if (found == numbers_.end()) return std::nullopt;
  return found->second;
}

}  // namespace pullquote
