// SPDX-License-Identifier: GPL-3.0-or-later
/// A page as a sequence of text blocks, each of which a browser would set as one paragraph.
///
/// A block ends where a block-level element starts or ends, or at two line breaks in a row. It
/// knows the lowest element that holds all of its text; what is known of this element (names,
/// region, neighbours) holds for the block.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "indexer/pages/html/html_dom.h"

namespace pullquote::html {

/// The element that a block stands in, as far as its meaning differs.
enum class BlockKind : std::uint8_t { Paragraph, Heading, ListItem, Quote, Cell, Caption, Pre };

/// A paragraph of the page.
struct TextBlock {
  std::string text;  ///< UTF-8, white space collapsed; a single line break is "\n"
  BlockKind kind = BlockKind::Paragraph;
  bool is_p = false;           ///< its block-level element is a <p>
  bool ends_sentence = false;  ///< as ends_like_sentence() says
  NodeIndex node = 0;          ///< lowest element with all of its text
  NodeIndex container = 0;     ///< lowest block-level element around it (<p>, <li>, <div>)
  NodeIndex first_text = 0;    ///< its first Text node: its place on the page
  std::uint32_t words = 0;
  std::uint32_t letters = 0;         ///< bytes that are no space
  std::uint32_t linked_letters = 0;  ///< bytes of these inside links

  /// The share of letters inside links, 0 to 1.
  double link_share() const {
    return letters == 0 ? 0.0 : static_cast<double>(linked_letters) / letters;
  }
};

/// All blocks of a document in order, none empty. Elements that are never shown (Tag::Skipped,
/// <head>, buttons) are left out; elements hidden by style are kept (hint_of() tells them). Linear
/// in the document, times the depth of runs of text. Thread-safe.
std::vector<TextBlock> split_into_blocks(const Document& document);

/// Replaces block `i` by one block a line, where line breaks part what isn't one paragraph
/// ("Headline<br>By Jo Smith"). All lines get the nodes and link share of the block.
void split_lines(std::vector<TextBlock>& blocks, std::size_t i);

/// Whether block `i` stands beside a heading that is a link: then it sums up another story.
bool is_teaser_summary(const Document& document, const std::vector<TextBlock>& blocks,
                       std::size_t i);

}  // namespace pullquote::html
