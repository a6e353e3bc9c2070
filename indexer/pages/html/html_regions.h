// SPDX-License-Identifier: GPL-3.0-or-later
/// Regions: the part of the page that each element belongs to.
///
/// A hint (html_hints.h) holds for everything below its element, unless the content refutes it: an
/// element with more than half of the page's prose is neither a sidebar nor an advertisement,
/// whatever it is called.
#pragma once

#include <vector>

#include "indexer/pages/html/html_blocks.h"
#include "indexer/pages/html/html_dom.h"
#include "indexer/pages/html/html_hints.h"

namespace pullquote::html {

/// Regions by node, each vector as long as Document::nodes.
struct Regions {
  std::vector<Hint> own;        ///< what the element itself is taken for; refuted hints are None
  std::vector<Hint> furniture;  ///< the outermost furniture it stands in, or None
  std::vector<Hint> apart;      ///< the innermost part with a field of its own, or None
  std::vector<float> prose;     ///< words of prose below it, furniture included
};

/// Words of the block that count as prose: 0 for headings, labels and links, else the words outside
/// of links.
float prose_of(const TextBlock& block);

/// Whether the block ends as a sentence does and has four words or more, at least half of their
/// letters outside of links.
bool is_sentence(const TextBlock& block);

/// Whether the block begins with a copyright sign ("© The River Times"): never text, whatever
/// follows.
bool is_copyright_line(const TextBlock& block);

/// Finds the regions of a page; `blocks` are those of split_into_blocks(). With Names::Ignored only
/// tags, roles and microdata count. Linear in the page; thread-safe.
Regions find_regions(const Document& document, const std::vector<TextBlock>& blocks,
                     Names names = Names::Heeded);

}  // namespace pullquote::html
