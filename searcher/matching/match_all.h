// SPDX-License-Identifier: GPL-3.0-or-later
/// Evaluates a plan over all parts and merges their matches.
#pragma once

#include <memory>
#include <vector>

#include "pullquote/search_options.h"
#include "searcher/matching/open_plan.h"
#include "searcher/ranking/collectors.h"

namespace pullquote {

struct MatchPage {
  std::vector<Match> matches;  ///< the first limit + offset, in the order asked for
  MatchCount count;
};

/// @param parts  of the generation, in its order.
MatchPage match_all(const Plan& plan, const std::vector<std::unique_ptr<PartReader>>& parts,
                    const RankingParameters& ranking, ArticleAnalyzer& analyzer,
                    const SearchOptions& options);

}  // namespace pullquote
