// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/matching/ranked_reader.h"

#include "schema/analysis/compounds.h"
#include "schema/ranked/list_cursor.h"
#include "schema/ranked/word_pair.h"

namespace pullquote {

namespace {
/// Each map forgets everything then: some ten megabytes.
constexpr std::size_t kMostTerms = 1 << 16;
}  // namespace

template <class Find>
std::optional<RankedList> RankedReader::remembered(KnownLists& known, std::string_view term,
                                                   Find find) {
  if (const auto found = known.find(term); found != known.end()) return found->second;
  std::optional<RankedList> list = find(term);
  if (term.size() > kMostPairTermBytes) return list;  // which has none, and no room for its name
  if (list) list = with_directory(*list);
  if (known.size() >= kMostTerms) known.clear();
  known.emplace(term, list);
  return list;
}

std::optional<RankedList> RankedReader::find(std::string_view term) {
  return remembered(terms_, term, [this](std::string_view t) { return lists_.find(t); });
}

std::optional<RankedList> RankedReader::find_in_pairs(std::string_view term) {
  return remembered(pairs_, term, [this](std::string_view t) { return lists_.find_in_pairs(t); });
}

std::optional<RankedList> RankedReader::find_pair(std::string_view first, std::string_view second) {
  return find_in_pairs(pair_term(first, second));
}

bool RankedReader::has_pair(std::string_view first, std::string_view second) {
  return !find_compound(first, second).empty() || (find_in_pairs(first) && find_in_pairs(second));
}

}  // namespace pullquote
