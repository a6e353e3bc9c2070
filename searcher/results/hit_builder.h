// SPDX-License-Identifier: GPL-3.0-or-later
/// From a match to what a user sees of it.
#pragma once

#include "pullquote/result.h"
#include "pullquote/search_options.h"
#include "searcher/evaluation/collectors.h"
#include "searcher/results/highlighter.h"

namespace pullquote {

/// Everything but rank and score. @param article  complete where snippets are asked for.
Hit make_hit(const Article& article, Highlighter& highlighter, const SearchOptions& options);

}  // namespace pullquote
