// SPDX-License-Identifier: GPL-3.0-or-later
/// The element that holds the article's text.
///
/// Every block deposits its words of prose on its container; each element passes a share of its
/// score up to its parent. So the lowest element that holds most of the prose wins: a child holds
/// only a part of it, its parent gets only a share, and a parent of many equal parts (an article
/// set in several columns) gets more than any of them. Names and microdata multiply the score.
/// Finally siblings that continue the winner join it.
#pragma once

#include <vector>

#include "indexer/pages/html/html_blocks.h"
#include "indexer/pages/html/html_dom.h"
#include "indexer/pages/html/html_regions.h"

namespace pullquote::html {

/// The subtrees that make up the article.
struct MainContent {
  NodeIndex root = 0;            ///< lowest element around all parts
  std::vector<NodeIndex> parts;  ///< in document order, none inside another
  /// Whether `node` lies in one of the parts. Binary search.
  bool contains(const Document& document, NodeIndex node) const;
};

/// Finds the article. `attested`: for each block the share of it, 0 to 1, that the page's metadata
/// has as text of the article; or empty. `headline`: the element that shows the headline, or
/// kNoNode. Linear in the page, but for <article> elements nested in each other; thread-safe.
MainContent find_main_content(const Document& document, const std::vector<TextBlock>& blocks,
                              const Regions& regions, const std::vector<float>& attested,
                              NodeIndex headline);

}  // namespace pullquote::html
