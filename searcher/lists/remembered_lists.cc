// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/lists/remembered_lists.h"

#include "schema/ranked/list_cursor.h"
#include "schema/ranked/word_pair.h"

namespace pullquote {

namespace {
/// Everything is forgotten then: some ten megabytes.
constexpr std::size_t kMostTerms = 1 << 16;
}  // namespace

std::optional<RankedList> RememberedLists::find(std::string_view term) {
  if (const auto found = known_.find(term); found != known_.end()) return found->second;
  std::optional<RankedList> list = file_->find(term);
  if (term.size() > kMostPairTermBytes) return list;  // which has none, and no room for its name
  if (list) list = with_directory(*list);
  if (known_.size() >= kMostTerms) known_.clear();
  known_.emplace(term, list);
  return list;
}

}  // namespace pullquote
