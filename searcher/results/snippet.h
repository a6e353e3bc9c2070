// SPDX-License-Identifier: GPL-3.0-or-later
/// Chooses the passage of a text that shows best why its article was found.
///
/// A run is a row of neighbouring occurrences that fits the wanted length. Its value is the sum of
/// the importances of its distinct clauses, so that a passage with two rare words beats one with a
/// frequent word three times. The best run is found by a window that slides over the occurrences;
/// cost is linear in the text. Text is added around the run, from the beginning of a sentence where
/// one is near, and cut between words in any case.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "pullquote/result.h"
#include "searcher/results/highlighter.h"

namespace pullquote {

/// The best passage of `text`, with single blanks as white space and "…" where the text goes on.
/// Without occurrences it is the beginning of the text.
/// @param occurrences  in `text`, by rising start.
/// @param clauses      indexed by Occurrence::clause.
/// @param characters   rough length in code points, so that every script gets as much text; from 40
/// to 4,096.
Snippet make_snippet(std::string_view text, std::span<const Occurrence> occurrences,
                     const std::vector<HighlightClause>& clauses, std::size_t characters);

}  // namespace pullquote
