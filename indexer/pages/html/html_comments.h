// SPDX-License-Identifier: GPL-3.0-or-later
/// Readers' comments below an article, where no element's name says that they are.
#pragma once

#include <cstddef>
#include <vector>

#include "indexer/pages/html/html_blocks.h"
#include "indexer/pages/html/html_cleaning.h"

namespace pullquote::html {

/// The first block of the comments: a label ("6 comments", "Kommentare") below an article, with
/// times, "Reply" and the like between any few paragraphs from there on. blocks.size(): there are
/// none.
std::size_t find_comments(const std::vector<TextBlock>& blocks,
                          const std::vector<Verdict>& verdicts);

}  // namespace pullquote::html
