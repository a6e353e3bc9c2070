// SPDX-License-Identifier: GPL-3.0-or-later
/// The page as a sequence of text blocks: what a browser would set as one paragraph each.
///
/// A block ends where a block-level element starts or ends, or at two line breaks in a row. It
/// remembers the lowest element that holds all of its text, so that what is said of that element
/// (its names, its neighbours) is said of the block.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "indexer/pages/html/html_dom.h"

namespace pullquote::html {

enum class BlockKind : std::uint8_t { Paragraph, Heading, ListItem, Quote, Cell, Caption, Pre };

struct TextBlock {
  std::string text;  ///< white space collapsed; single line breaks are "\n"
  BlockKind kind = BlockKind::Paragraph;
  bool is_p = false;  ///< stands in a <p>
  bool ends_sentence = false;
  NodeIndex node = 0;        ///< lowest element with all of its text
  NodeIndex container = 0;   ///< lowest block-level element around it (the <p>, <li>, <div>)
  NodeIndex first_text = 0;  ///< its first Text node: its place on the page
  std::uint32_t words = 0;
  std::uint32_t letters = 0;         ///< bytes that are no space
  std::uint32_t linked_letters = 0;  ///< of these, inside links

  double link_share() const {
    return letters == 0 ? 0.0 : static_cast<double>(linked_letters) / letters;
  }
};

/// All blocks of a document in order. Elements that are never shown are left out; those hidden by
/// style are not (hint_of tells). Linear in the document.
std::vector<TextBlock> split_into_blocks(const Document& document);

/// Makes a block of each line of block `i`, where line breaks part what isn't one paragraph.
void split_lines(std::vector<TextBlock>& blocks, std::size_t i);

/// Block `i` stands beside a heading that is a link: it sums up another story.
bool is_teaser_summary(const Document& document, const std::vector<TextBlock>& blocks,
                       std::size_t i);

}  // namespace pullquote::html
