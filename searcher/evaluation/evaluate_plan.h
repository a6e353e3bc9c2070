// SPDX-License-Identifier: GPL-3.0-or-later
/// Evaluates a plan over all parts of a generation and merges their matches into one page.
///
/// A ranked page is made part after part with one collector, so that the threshold of the first
/// parts prunes the later ones. Pages by time use that docids run from the newest article to the
/// oldest: the first k matches of each part are its k newest.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "pullquote/search_options.h"
#include "searcher/evaluation/collectors.h"
#include "searcher/evaluation/make_iterators.h"

namespace pullquote {

/// The matches of one page, and how many there are in all.
struct MatchPage {
  std::vector<Match> matches;  ///< the first limit + offset, in the order that the options ask for
  MatchCount count;            ///< over all parts
};

/// Whether the caller needs the number of matches. Without it every list may be left early.
enum class Counting : std::uint8_t { Wanted, NotWanted };

/// @param parts     of the generation, in its order.
/// @param counting  NotWanted: MatchPage::count has no meaning, even with
/// SearchOptions::exact_count.
/// @param deadline  ends the evaluation: MatchCount::complete is false then, and the page has what
///                  was found.
/// @throws IndexCorrupt, IndexUnavailable
MatchPage evaluate_plan(const Plan& plan, const std::vector<std::unique_ptr<PartReader>>& parts,
                        const RankingParameters& ranking, ArticleAnalyzer& analyzer,
                        const SearchOptions& options, Counting counting, const Deadline& deadline);

}  // namespace pullquote
