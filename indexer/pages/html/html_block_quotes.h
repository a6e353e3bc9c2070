// SPDX-License-Identifier: GPL-3.0-or-later
/// Which blocks of a page stand in a <blockquote>, and which say who is quoted there.
#pragma once

#include <cstdint>
#include <vector>

#include "indexer/pages/html/html_blocks.h"
#include "indexer/pages/html/html_dom.h"

namespace pullquote::html {

struct QuotePlace {
  NodeIndex quote = 0;       ///< the outermost <blockquote> around it that is no mail; 0: none
  char mark = '\0';          ///< of its first paragraph (block_quote_marks.h)
  bool attribution = false;  ///< its <cite>, <footer>, byline, or the caption of its figure
};

/// One place a block, in order; empty when the page has no <blockquote>. Linear in the document.
std::vector<QuotePlace> find_block_quotes(const Document& document,
                                          const std::vector<TextBlock>& blocks);

/// The <blockquote> that a <figcaption> stands below; 0: its figure shows something else.
NodeIndex quote_of_caption(const Document& document, NodeIndex figcaption);

}  // namespace pullquote::html
