// SPDX-License-Identifier: GPL-3.0-or-later
/// The line of a saved page that is the headline.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "indexer/pages/saved_text/page_line.h"
#include "indexer/pages/saved_text/page_region.h"

namespace pullquote {

/// The line that is the headline: near the text, sharing its words, no sentence; a page's title
/// that repeats it counts for it, and so does a byline or date below it. Where the region begins
/// with teasers it may be within. Empty when nothing looks like one.
std::optional<std::size_t> find_headline(const std::vector<PageLine>& lines,
                                         const PageRegion& region);

}  // namespace pullquote
