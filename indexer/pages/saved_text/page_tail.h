// SPDX-License-Identifier: GPL-3.0-or-later
/// The end of the article on a saved page.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "indexer/pages/saved_text/page_line.h"
#include "indexer/pages/saved_text/page_region.h"

namespace pullquote {

/// The index of the line behind the article's last one. `region` is the text region, from the
/// article's first lines to wherever prose goes on; `byline` are the names of the author, or empty.
///
/// Four things end an article: readers' comments; a mark such as a newsletter form or legal notice
/// with hardly any text below it; a list of other stories; the author's name with a few lines about
/// the author. Each needs an article above it and none below it: a form or a link in the middle of
/// a story ends nothing.
std::size_t find_text_end(const std::vector<PageLine>& lines, const PageRegion& region,
                          std::string_view byline);

}  // namespace pullquote
