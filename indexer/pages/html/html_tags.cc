// SPDX-License-Identifier: GPL-3.0-or-later
/// One hash table from names to tags, built once. An element that isn't in it is Inline.
#include "indexer/pages/html/html_tags.h"

#include <string_view>
#include <unordered_map>

namespace pullquote::html {
namespace {

using TagMap = std::unordered_map<std::string_view, Tag>;

/// Names in lower case, as libxml2 reports them.
const TagMap& tags() {
  static const TagMap map = {
      {"a", Tag::A},
      {"address", Tag::Address},
      {"article", Tag::Article},
      {"aside", Tag::Aside},
      {"blockquote", Tag::Blockquote},
      {"body", Tag::Body},
      {"br", Tag::Br},
      {"button", Tag::Button},
      {"caption", Tag::Caption},
      {"cite", Tag::Cite},
      {"dd", Tag::Dd},
      {"dt", Tag::Dt},
      {"figcaption", Tag::Figcaption},
      {"figure", Tag::Figure},
      {"footer", Tag::Footer},
      {"form", Tag::Form},
      {"h1", Tag::H1},
      {"h2", Tag::H2},
      {"h3", Tag::H3},
      {"h4", Tag::H4},
      {"h5", Tag::H5},
      {"h6", Tag::H6},
      {"head", Tag::Head},
      {"header", Tag::Header},
      {"hr", Tag::Hr},
      {"html", Tag::Html},
      {"img", Tag::Img},
      {"label", Tag::Label},
      {"li", Tag::Li},
      {"link", Tag::Link},
      {"ul", Tag::List},
      {"ol", Tag::List},
      {"dl", Tag::List},
      {"menu", Tag::List},
      {"dir", Tag::List},
      {"main", Tag::Main},
      {"meta", Tag::Meta},
      {"nav", Tag::Nav},
      {"p", Tag::P},
      {"pre", Tag::Pre},
      {"q", Tag::Q},
      {"section", Tag::Section},
      {"sup", Tag::Sup},
      {"table", Tag::Table},
      {"td", Tag::Td},
      {"th", Tag::Td},
      {"time", Tag::Time},
      {"title", Tag::Title},
      {"tr", Tag::Tr},
      // Blocks without a meaning of their own.
      {"div", Tag::Block},
      {"amp-story", Tag::Block},
      {"center", Tag::Block},
      {"details", Tag::Block},
      {"dialog", Tag::Block},
      {"fieldset", Tag::Block},
      {"frameset", Tag::Block},
      {"hgroup", Tag::Block},
      {"legend", Tag::Block},
      {"search", Tag::Block},
      {"summary", Tag::Block},
      {"tbody", Tag::Block},
      {"tfoot", Tag::Block},
      {"thead", Tag::Block},
      {"colgroup", Tag::Block},
      // Never text for a reader.
      {"applet", Tag::Skipped},
      {"audio", Tag::Skipped},
      {"canvas", Tag::Skipped},
      {"datalist", Tag::Skipped},
      {"embed", Tag::Skipped},
      {"iframe", Tag::Skipped},
      {"input", Tag::Skipped},
      {"map", Tag::Skipped},
      {"noembed", Tag::Skipped},
      {"noframes", Tag::Skipped},
      {"noscript", Tag::Skipped},
      {"object", Tag::Skipped},
      {"optgroup", Tag::Skipped},
      {"option", Tag::Skipped},
      {"rp", Tag::Skipped},
      {"rt", Tag::Skipped},
      {"script", Tag::Skipped},
      {"select", Tag::Skipped},
      {"style", Tag::Skipped},
      {"svg", Tag::Skipped},
      {"template", Tag::Skipped},
      {"textarea", Tag::Skipped},
      {"video", Tag::Skipped},
      {"button", Tag::Button},
  };
  return map;
}

}  // namespace

Tag tag_of(std::string_view name) {
  const auto found = tags().find(name);
  return found == tags().end() ? Tag::Inline : found->second;
}

}  // namespace pullquote::html
