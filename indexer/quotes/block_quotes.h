// SPDX-License-Identifier: GPL-3.0-or-later
/// Block quotations: paragraphs that the source sets apart instead of marking them.
///
///     Whitfield said in a statement:
///
///         We have waited long enough.
///
/// The element is used for much else (indents, whole articles, passages that a page repeats in
/// large type), so it quotes somebody only where the text says so: a name stands below ("— Dana
/// Whitfield, mayor"), or the paragraph above ends in a colon or reports somebody's words. What the
/// article says elsewhere, too, is a pull quote and left out.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "indexer/quotes/lexicon.h"
#include "indexer/quotes/mark_scanner.h"
#include "indexer/quotes/paragraph_finder.h"
#include "pullquote/article.h"

namespace pullquote::quotes {

/// Block quotations as spans, and the marked spans of all other text, in order. One that is marked
/// as a whole keeps its marks, and learns who stands below. Entries of `block_quotes` that lie
/// outside of the body or out of order are ignored.
std::vector<MarkedSpan> with_block_quotes(std::string_view body,
                                          const std::vector<Paragraph>& blocks,
                                          const Lexicon& lexicon,
                                          std::span<const BlockQuote> block_quotes,
                                          std::vector<MarkedSpan> marked);

}  // namespace pullquote::quotes
