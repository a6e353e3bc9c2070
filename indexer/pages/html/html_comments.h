// SPDX-License-Identifier: GPL-3.0-or-later
/// Readers' comments below an article, where no element's name says that they are comments.
#pragma once

#include <cstddef>
#include <vector>

#include "indexer/pages/html/html_blocks.h"
#include "indexer/pages/html/html_cleaning.h"

namespace pullquote::html {

/// The index of the first block of the comments, a label such as "6 comments" or "Kommentare";
/// blocks.size(): there are none. From there to the end of the page a time, "Reply" or the like
/// stands between any few paragraphs. Linear; thread-safe.
std::size_t find_comments(const std::vector<TextBlock>& blocks,
                          const std::vector<Verdict>& verdicts);

}  // namespace pullquote::html
