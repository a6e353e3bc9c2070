// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/lists/list_cache.h"

#include "schema/ranked/list_cursor.h"
#include "schema/ranked/word_pair.h"

namespace pullquote {

namespace {
/// The cache is emptied when it holds this many terms, some ten megabytes.
constexpr std::size_t kMostTerms = 1 << 16;
}  // namespace

std::optional<RankedList> ListCache::find(std::string_view term) {
  if (const auto found = known_.find(term); found != known_.end()) return found->second;
  std::optional<RankedList> list = file_->find(term);
  // No stored term is so long. The answer is not remembered, so that long queries do not fill
  // memory.
  if (term.size() > kMostPairTermBytes) return list;
  if (list) list = with_directory(*list);
  if (known_.size() >= kMostTerms) known_.clear();
  known_.emplace(term, list);
  return list;
}

}  // namespace pullquote
