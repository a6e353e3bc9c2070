// SPDX-License-Identifier: GPL-3.0-or-later
/// Teasers of other stories below an article, where no element's name and no label gives them away.
#pragma once

#include <cstddef>
#include <vector>

#include "indexer/pages/html/html_blocks.h"
#include "indexer/pages/html/html_cleaning.h"

namespace pullquote::html {

/// The index of the first block of a list of other stories that runs to the end of the article:
/// titles that are links, each with a summary. blocks.size(): there is none, or it has more than
/// half as many words as the text above it, which makes it the article. Linear; thread-safe.
std::size_t find_other_stories(const std::vector<TextBlock>& blocks,
                               const std::vector<Verdict>& verdicts);

}  // namespace pullquote::html
