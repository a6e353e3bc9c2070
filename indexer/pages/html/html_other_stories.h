// SPDX-License-Identifier: GPL-3.0-or-later
/// Teasers below an article, where no element's name and no label says that they are.
#pragma once

#include <cstddef>
#include <vector>

#include "indexer/pages/html/html_blocks.h"
#include "indexer/pages/html/html_cleaning.h"

namespace pullquote::html {

/// The first block of a list of other stories: links with a summary each, one after the other to
/// the end of the article. blocks.size(): there is none, or it is so long that it is the article.
std::size_t find_other_stories(const std::vector<TextBlock>& blocks,
                               const std::vector<Verdict>& verdicts);

}  // namespace pullquote::html
