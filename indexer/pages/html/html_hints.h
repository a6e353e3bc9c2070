// SPDX-License-Identifier: GPL-3.0-or-later
/// Hints: what an element's tag, role, class and id say about its purpose.
///
/// Names are evidence, not proof: a <body> of class "has-sidebar" is no sidebar. Users of a hint
/// weigh it against the text that the element holds (html_regions.h). Functions are thread-safe.
#pragma once

#include <cstdint>
#include <string_view>

#include "indexer/pages/html/html_dom.h"

namespace pullquote::html {

/// Purposes of elements, from weak to strong: of several hints for one element the last in this
/// order counts.
enum class Hint : std::uint8_t {
  None,
  Content,  ///< content of some kind; weak
  Body,     ///< the text of an article
  Headline,
  Standfirst,
  Byline,
  Date,
  Caption,
  Credit,
  // Furniture: no part of an article.
  Advertising,
  AuthorBox,
  Comments,
  Consent,
  Footer,
  Form,
  Hidden,
  Navigation,
  Newsletter,
  Promotion,
  Related,
  Share,
  Sidebar,
  Tags,
};

/// Whether the element is no part of the article.
constexpr bool is_furniture(Hint hint) {
  return hint >= Hint::Advertising;
}
/// Whether the element is a part of the article with a field of its own, apart from the text.
constexpr bool is_apart(Hint hint) {
  return hint >= Hint::Headline && hint <= Hint::Credit;
}

/// The name as in data/lexicon/html-hints.tsv and in reasons: "comments", "author box".
std::string_view to_string(Hint hint);
/// The hint of a name; None when there is no such name.
Hint hint_named(std::string_view name);

/// The strongest hint among the names in a class or id attribute ("main-content sidebar__inner").
/// Linear in the attribute.
Hint hint_of_names(std::string_view attribute);

/// Whether names in class and id count.
enum class Names : std::uint8_t { Heeded, Ignored };

/// The hint of an element. Hidden outweighs everything, then microdata's articleBody, then the
/// strongest of tag, role and names. Consent outweighs the tag, because consent forms are put into
/// asides, footers and dialogs. Inside of a block quotation, bylines, credits and footers name the
/// source and give None.
Hint hint_of(const Document& document, NodeIndex node, Names names);

}  // namespace pullquote::html
