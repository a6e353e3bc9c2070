// SPDX-License-Identifier: GPL-3.0-or-later
/// Turns a matching article into a hit: its fields, the marked headline, and a snippet.
#pragma once

#include "pullquote/result.h"
#include "pullquote/search_options.h"
#include "searcher/evaluation/collectors.h"
#include "searcher/results/highlighter.h"

namespace pullquote {

/// All of the hit but rank and score.
/// @param article  as stored; whole where snippets are asked for.
Hit make_hit(const Article& article, Highlighter& highlighter, const SearchOptions& options);

}  // namespace pullquote
