// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/matching/ranked_lists.h"

#include <system_error>

#include "pullquote/error.h"
#include "schema/ranked/term_kind.h"
#include "schema/store/layout.h"

namespace pullquote {

RankedLists::RankedLists(const std::filesystem::path& folder, DocId doccount,
                         const RankingParameters& ranking)
    : postings_(folder / kRankedPostingsName, ranked::Kind::Postings, doccount,
                ranking_fingerprint(ranking)),
      positions_(folder / kRankedPositionsName, ranked::Kind::Positions, doccount, 0),
      pairs_(folder / kRankedPairsName, ranked::Kind::Postings, doccount, 0),
      ids_(folder / kRankedIdsName, doccount) {}

std::unique_ptr<const RankedLists> RankedLists::open(const std::filesystem::path& articles,
                                                     DocId doccount,
                                                     const RankingParameters& ranking) {
  const std::filesystem::path folder = articles.parent_path();
  const std::filesystem::path postings = folder / kRankedPostingsName;
  std::error_code error;
  const bool exists = std::filesystem::exists(postings, error);
  if (error) {
    throw IndexUnavailable("cannot look for " + postings.string() + ": " + error.message());
  }
  if (!exists) return nullptr;
  return std::unique_ptr<const RankedLists>(new RankedLists(folder, doccount, ranking));
}

std::optional<RankedList> RankedLists::find(std::string_view term) const {
  return (has_positions(term) ? positions_ : postings_).find(term);
}

}  // namespace pullquote
