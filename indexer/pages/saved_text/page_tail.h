// SPDX-License-Identifier: GPL-3.0-or-later
/// Where on a page the article ends.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "indexer/pages/saved_text/page_line.h"
#include "indexer/pages/saved_text/page_region.h"

namespace pullquote {

/// The line behind the last one of the article, within `region`, which runs from its first lines to
/// wherever prose goes on. Four things end an article: readers' comments; a mark (newsletter, legal
/// notice, ...) with hardly any text below it; a list of other stories; the author's name with a
/// few lines about the author. Each needs an article above it, and none may follow: a form or a
/// link in the middle of a story ends nothing.
std::size_t find_text_end(const std::vector<PageLine>& lines, const PageRegion& region,
                          std::string_view byline);

}  // namespace pullquote
