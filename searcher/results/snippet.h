// SPDX-License-Identifier: GPL-3.0-or-later
/// The passage of a text that says best why it was found.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "pullquote/result.h"
#include "searcher/results/highlighter.h"

namespace pullquote {

/// Chooses the run of occurrences with the most distinct clauses, weighed by importance, that fits
/// `characters` (code points, so that every script gets as much text), and some text around it:
/// from the beginning of a sentence where one is near, between words in any case. White space is
/// single blanks; "…" stands where the text goes on.
/// @param occurrences  in `text`, by rising start; none: the beginning of the text.
Snippet make_snippet(std::string_view text, std::span<const Occurrence> occurrences,
                     const std::vector<HighlightClause>& clauses, std::size_t characters);

}  // namespace pullquote
