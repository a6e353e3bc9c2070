// SPDX-License-Identifier: GPL-3.0-or-later
/// Which part of the page each element belongs to.
///
/// A hint (html_hints.h) holds for everything below the element, unless what it holds refutes it:
/// an element with more than half of the page's prose is neither a sidebar nor an advertisement,
/// whatever it is called.
#pragma once

#include <vector>

#include "indexer/pages/html/html_blocks.h"
#include "indexer/pages/html/html_dom.h"
#include "indexer/pages/html/html_hints.h"

namespace pullquote::html {

struct Regions {
  std::vector<Hint> own;  ///< by node: what the element itself is taken for, refuted hints gone
  std::vector<Hint> furniture;  ///< by node: the outermost furniture it stands in, or None
  std::vector<Hint> apart;      ///< by node: the innermost part of an article it stands in, or None
  std::vector<float> prose;     ///< by node: words of prose below it, furniture included
};

/// Words that count as prose: those of blocks that read like sentences rather than labels or links.
float prose_of(const TextBlock& block);

/// Ends as a sentence does and has a few words, most of them in no link.
bool is_sentence(const TextBlock& block);

/// "© The River Times": never text, whatever it goes on to say.
bool is_copyright_line(const TextBlock& block);

Regions find_regions(const Document& document, const std::vector<TextBlock>& blocks,
                     Names names = Names::Heeded);

}  // namespace pullquote::html
