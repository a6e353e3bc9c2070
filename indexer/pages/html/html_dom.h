// SPDX-License-Identifier: GPL-3.0-or-later
/// A page as a compact tree: nodes in document order in one array, all text in one string.
///
/// libxml2's HTML parser reports elements and characters as it meets them; this tree is built from
/// its reports directly, so that a page costs a handful of allocations instead of one per node, and
/// depth, nodes and time stay bounded whatever the page does. Since a parent always precedes its
/// children, passes over the tree are plain loops: forwards to inherit, backwards to add up.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "indexer/pages/html/html_tags.h"

namespace pullquote::html {

using NodeIndex = std::uint32_t;
inline constexpr NodeIndex kNoNode = 0xffffffffu;

/// The attributes that extraction reads; all others are dropped while parsing.
enum class Attribute : std::uint8_t {
  AriaHidden,
  Class,
  Content,
  DateTime,
  Hidden,
  Href,
  Id,
  ItemProp,
  ItemScope,
  ItemType,
  Lang,
  Name,
  Property,
  Rel,
  Role,
  Style,
  Title,
  Type,
};

/// The attribute of a name in any case; empty for those that are not read.
std::optional<Attribute> attribute_named(std::string_view name);

struct Node {
  Tag tag = Tag::Root;
  std::uint16_t depth = 0;       ///< 0 is the root
  NodeIndex parent = kNoNode;    ///< smaller than the node's own index
  NodeIndex end = 0;             ///< one past its last descendant
  std::uint32_t text_begin = 0;  ///< of a Text node: its bytes in Document::text
  std::uint32_t text_end = 0;
  std::uint32_t attributes_begin = 0;  ///< of an element: its entries in Document::attributes
  std::uint32_t attributes_end = 0;
};

struct AttributeValue {
  Attribute name;
  std::uint32_t begin = 0;  ///< bytes in Document::attribute_text
  std::uint32_t end = 0;
};

struct Document {
  std::vector<Node> nodes;  ///< in document order; the root first
  std::string text;
  std::vector<AttributeValue> attributes;
  std::string attribute_text;

  std::string_view text_of(const Node& node) const {
    return std::string_view(text).substr(node.text_begin, node.text_end - node.text_begin);
  }
  /// The value of an attribute; empty when absent. Lives as long as the document is unchanged.
  std::string_view attribute(NodeIndex node, Attribute name) const;
  bool has_attribute(NodeIndex node, Attribute name) const;
  /// All text below a node, white space collapsed, trimmed.
  std::string flat_text(NodeIndex node) const;
  /// The lowest node that contains both.
  NodeIndex common_ancestor(NodeIndex a, NodeIndex b) const;
};

struct ParseLimits {
  std::uint32_t depth = 256;        ///< elements inside each other
  std::uint32_t nodes = 4'000'000;  ///< elements and runs of text
};

enum class ParseFault : std::uint8_t { TooDeep, TooManyNodes };

/// Parses UTF-8 markup without NUL bytes, as prescan() leaves it. Any markup is accepted.
std::variant<Document, ParseFault> parse_document(std::string_view markup,
                                                  const ParseLimits& limits);

}  // namespace pullquote::html
