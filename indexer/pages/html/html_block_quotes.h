// SPDX-License-Identifier: GPL-3.0-or-later
/// Block quotations of a page: which blocks stand in a <blockquote>, and which say who is quoted.
#pragma once

#include <cstdint>
#include <vector>

#include "indexer/pages/html/html_blocks.h"
#include "indexer/pages/html/html_dom.h"

namespace pullquote::html {

/// Where a block stands with regard to block quotations.
struct QuotePlace {
  NodeIndex quote = 0;       ///< the outermost <blockquote> around it that quotes no mail; 0: none
  char mark = '\0';          ///< mark of the quotation's first paragraph (block_quote_marks.h)
  bool attribution = false;  ///< says who is quoted: <cite>, <footer>, byline or figure caption
};

/// One place a block, in order; empty when the page has no <blockquote>. A block without a
/// quotation has quote 0 and attribution false. Linear in the document.
std::vector<QuotePlace> find_block_quotes(const Document& document,
                                          const std::vector<TextBlock>& blocks);

/// The <blockquote> that a <figcaption> belongs to; 0 when its figure shows a picture, a table or
/// no quotation. Looks at 200 nodes of the figure at most.
NodeIndex quote_of_caption(const Document& document, NodeIndex figcaption);

}  // namespace pullquote::html
