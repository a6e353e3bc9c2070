// SPDX-License-Identifier: GPL-3.0-or-later
/// Evaluates a plan over all parts and merges their matches.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "pullquote/search_options.h"
#include "searcher/evaluation/collectors.h"
#include "searcher/evaluation/make_iterators.h"

namespace pullquote {

struct MatchPage {
  std::vector<Match> matches;  ///< the first limit + offset, in the order asked for
  MatchCount count;
};

/// Whether the number of matches matters. What is not counted is not read to its end either.
enum class Counting : std::uint8_t { Wanted, NotWanted };

/// @param parts     of the generation, in its order.
/// @param counting  NotWanted: `count` means nothing, whatever the options say.
MatchPage evaluate_plan(const Plan& plan, const std::vector<std::unique_ptr<PartReader>>& parts,
                        const RankingParameters& ranking, ArticleAnalyzer& analyzer,
                        const SearchOptions& options, Counting counting);

}  // namespace pullquote
