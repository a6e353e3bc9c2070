// SPDX-License-Identifier: GPL-3.0-or-later
/// Finds what stands between quotation marks.
///
/// Marks are of three families: double ("…", “…”, „…“, ''…''), guillemets («…», »…«) and single
/// ('…', ‘…’). The glyph alone does not say whether a mark opens or closes: straight marks have no
/// direction, German closes with the English opening mark, Swedish opens with the closing one. So
/// each mark gets a direction from its glyph and its neighbours (space before: opens; space or
/// punctuation after: closes), and one pass over a paragraph pairs them with a depth count.
///
///  - Marks within marks are part of the outer quotation.
///  - A paragraph that ends inside a quotation and is followed by one that starts with an opening
///    mark continues it.
///  - An opening mark that nothing closes ends with its paragraph, or before the next opening mark
///    that could not be nested: a typing error costs one paragraph, never the article.
///  - Inches and feet are digits before a mark that would leave the marks after it unbalanced.
///  - Single marks are quotation marks only in articles that use them as the outer ones (British
///    style); a closing one is told from an apostrophe by what stands around it.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "indexer/quotes/lexicon.h"
#include "indexer/quotes/paragraph_finder.h"

namespace pullquote::quotes {

enum class MarkFamily : std::uint8_t {
  Double,
  Guillemet,
  Single,
  Turn,  ///< no marks: dialogue.h
  Block  ///< no marks: block_quotes.h
};

/// An outermost pair of marks and what it encloses.
struct MarkedSpan {
  std::uint32_t outer_start = 0;  ///< the opening mark
  std::uint32_t outer_end = 0;    ///< one past the closing mark
  std::uint32_t start = 0;        ///< inside, without space at its ends
  std::uint32_t end = 0;
  MarkFamily family = MarkFamily::Double;
  bool continued = false;  ///< goes on over at least one paragraph break
  bool repaired = false;   ///< a mark was missing
  /// Where it says below who is quoted; empty: nowhere (block_quotes.h).
  std::uint32_t source_start = 0;
  std::uint32_t source_end = 0;
};

/// All outermost spans in order. `blocks` are the paragraphs of `body`. The lexicon serves repairs:
/// where a closing mark is missing, `, he said.` shows that it belonged before the comma.
std::vector<MarkedSpan> scan_marks(std::string_view body, const std::vector<Paragraph>& blocks,
                                   const Lexicon& lexicon);

}  // namespace pullquote::quotes
