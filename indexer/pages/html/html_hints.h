// SPDX-License-Identifier: GPL-3.0-or-later
/// What an element's tag, role, class and id say it is for.
///
/// Names are evidence, not proof: a page whose <body> is of class "has-sidebar" is no sidebar. Who
/// uses a hint weighs it against what the element holds (html_regions.h).
#pragma once

#include <cstdint>
#include <string_view>

#include "indexer/pages/html/html_dom.h"

namespace pullquote::html {

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
  // From here on: what is no part of an article.
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

constexpr bool is_furniture(Hint hint) {
  return hint >= Hint::Advertising;
}
constexpr bool is_apart(Hint hint) {
  return hint >= Hint::Headline && hint <= Hint::Credit;
}

/// "comments", "author box": the names of data/lexicon/html-hints.tsv and of reasons.
std::string_view to_string(Hint hint);
/// None when there is no such name.
Hint hint_named(std::string_view name);

/// The meaning of a class or id attribute. Cost: linear in its length.
Hint hint_of_names(std::string_view attribute);

/// Whether class and id count.
enum class Names : std::uint8_t { Heeded, Ignored };

/// The meaning of an element by tag, role, hidden state, microdata, id and class, in that order.
Hint hint_of(const Document& document, NodeIndex node, Names names);

}  // namespace pullquote::html
