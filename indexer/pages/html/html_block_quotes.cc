// SPDX-License-Identifier: GPL-3.0-or-later
/// Places are inherited: a parent precedes its children in the array of nodes, so one loop forwards
/// gives each node the place of its parent, changed by its own tag. A <cite> behind its
/// <blockquote> is no child of it; it takes the quotation of the block before. Cost: linear;
/// memory: one place a node.
#include "indexer/pages/html/html_block_quotes.h"

#include <algorithm>

#include "indexer/decoding/block_quote_marks.h"
#include "indexer/pages/html/html_hints.h"

namespace pullquote::html {
namespace {

constexpr NodeIndex kMaxFigureNodes = 200;  // of a figure that are searched for its quotation

/// The mark for the first paragraph of a <blockquote>; '\0': it quotes the mail that the page
/// answers. A quotation in an <aside>, or in an element that is named for pulled quotes, is set
/// apart from the text.
char mark_of(const Document& document, NodeIndex node) {
  const char mark = mark_of_block_quote(document.attribute(node, Attribute::Class),
                                        document.attribute(node, Attribute::Type));
  const NodeIndex parent = document.nodes[node].parent;
  const bool beside =
      document.nodes[parent].tag == Tag::Aside ||
      mark_of_block_quote(document.attribute(parent, Attribute::Class), {}) == kQuoteApart;
  return mark == kQuoteBegins && beside ? kQuoteApart : mark;
}

/// Whether the element's class says that it names an author or source.
bool names_author(const Document& document, NodeIndex node) {
  const Hint hint = hint_of_names(document.attribute(node, Attribute::Class));
  return hint == Hint::Byline || hint == Hint::AuthorBox || hint == Hint::Credit;
}

/// Fills the places of all nodes. @return whether there is a <blockquote> with a mark.
bool place_nodes(const Document& document, std::vector<QuotePlace>& places) {
  bool any = false;
  for (NodeIndex i = 1; i < places.size(); ++i) {
    const Node& node = document.nodes[i];
    QuotePlace& place = places[i];
    place = places[node.parent];
    if (node.tag == Tag::Blockquote && place.quote == 0) {
      const char mark = mark_of(document, i);
      if (mark == '\0') continue;
      place = {i, mark, false};
      any = true;
    } else if (node.tag == Tag::Cite) {
      place.attribution = true;
    } else if (node.tag == Tag::Figcaption) {
      const NodeIndex quote = quote_of_caption(document, i);
      place = {quote, '\0', quote != 0};
    } else if (place.quote != 0 && (node.tag == Tag::Footer || names_author(document, i))) {
      place.attribution = true;
    }
  }
  return any;
}

}  // namespace

NodeIndex quote_of_caption(const Document& document, NodeIndex figcaption) {
  NodeIndex figure = document.nodes[figcaption].parent;
  while (figure != 0 && document.nodes[figure].tag != Tag::Figure) {
    figure = document.nodes[figure].parent;
  }
  if (figure == 0) return 0;
  NodeIndex quote = 0;
  const NodeIndex end = std::min(document.nodes[figure].end, figure + kMaxFigureNodes);
  for (NodeIndex i = figure + 1; i < end; ++i) {
    const Tag tag = document.nodes[i].tag;
    if (tag == Tag::Img || tag == Tag::Table) return 0;
    if (tag == Tag::Blockquote && quote == 0) quote = i;
  }
  return quote;
}

std::vector<QuotePlace> find_block_quotes(const Document& document,
                                          const std::vector<TextBlock>& blocks) {
  std::vector<QuotePlace> places(document.nodes.size());
  if (!place_nodes(document, places)) return {};
  std::vector<QuotePlace> found;
  found.reserve(blocks.size());
  for (const TextBlock& block : blocks) {
    QuotePlace place = places[block.node];
    const bool below = place.quote == 0 && place.attribution && !found.empty();
    if (below) place.quote = found.back().quote;  // <cite> behind its <blockquote>
    if (place.quote == 0) place.attribution = false;
    found.push_back(place);
  }
  return found;
}

}  // namespace pullquote::html
