// SPDX-License-Identifier: GPL-3.0-or-later
/// Finds the element that holds the article.
///
/// Every block deposits its prose on its container; each element passes a share of what it has up
/// to its parent. So the lowest element that holds most of the prose wins: its only child would
/// have less, its parent gets only a share, and a parent of many equal parts (an article set in
/// several columns) gets more than any of them. What names and microdata say multiplies the score.
/// Finally siblings that continue the winner join it.
#pragma once

#include <vector>

#include "indexer/pages/html/html_blocks.h"
#include "indexer/pages/html/html_dom.h"
#include "indexer/pages/html/html_regions.h"

namespace pullquote::html {

/// The parts of the tree that make up the article, in document order, none inside another.
struct MainContent {
  NodeIndex root = 0;  ///< lowest element around all parts
  std::vector<NodeIndex> parts;
  bool contains(const Document& document, NodeIndex node) const;
};

/// `attested` (by block, or empty): how sure it is from the page's metadata that a block is part of
/// the article, 0 to 1. `headline`: the element that shows it, or kNoNode.
MainContent find_main_content(const Document& document, const std::vector<TextBlock>& blocks,
                              const Regions& regions, const std::vector<float>& attested,
                              NodeIndex headline);

}  // namespace pullquote::html
