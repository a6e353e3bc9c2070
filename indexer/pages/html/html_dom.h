// SPDX-License-Identifier: GPL-3.0-or-later
/// A page as a compact tree: DOM nodes in document order in one array, all text in one string.
///
/// libxml2's HTML parser reports elements and characters as it meets them (SAX); the tree is built
/// from these reports, so that a page costs a handful of allocations instead of one per node. Depth
/// and number of nodes are bounded, whatever the page does. A parent always precedes its children,
/// and the descendants of a node are the range (node, end). So passes over the tree are plain
/// loops: forwards to inherit, backwards to add up.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "indexer/pages/html/html_tags.h"

namespace pullquote::html {

/// The index of a node in Document::nodes; the root is 0.
using NodeIndex = std::uint32_t;
inline constexpr NodeIndex kNoNode = 0xffffffffu;

/// The attributes that extraction reads; parsing drops all others.
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

/// The attribute of a name in any case; empty when it isn't read.
std::optional<Attribute> attribute_named(std::string_view name);

/// An element, a run of text or the root.
struct Node {
  Tag tag = Tag::Root;
  std::uint16_t depth = 0;       ///< elements around it, the root included; 0: the root
  NodeIndex parent = kNoNode;    ///< smaller than the node's own index; the root has none
  NodeIndex end = 0;             ///< one past its last descendant
  std::uint32_t text_begin = 0;  ///< of a Text node: its bytes in Document::text
  std::uint32_t text_end = 0;
  std::uint32_t attributes_begin = 0;  ///< of an element: its range in Document::attributes
  std::uint32_t attributes_end = 0;
};

/// One attribute of one element, entities decoded.
struct AttributeValue {
  Attribute name;
  std::uint32_t begin = 0;  ///< bytes in Document::attribute_text
  std::uint32_t end = 0;
};

/// A parsed page. Immutable after parse_document(), so threads may share it. Views into it live as
/// long as it is unchanged.
struct Document {
  std::vector<Node> nodes;                 ///< in document order; nodes[0] is the root
  std::string text;                        ///< text of all Text nodes, UTF-8, entities decoded
  std::vector<AttributeValue> attributes;  ///< of all elements, in document order
  std::string attribute_text;              ///< values of all attributes, one after the other

  std::string_view text_of(const Node& node) const {
    return std::string_view(text).substr(node.text_begin, node.text_end - node.text_begin);
  }
  /// The value of an attribute; empty when it is absent or has none.
  std::string_view attribute(NodeIndex node, Attribute name) const;
  /// Whether the element has the attribute, with or without a value.
  bool has_attribute(NodeIndex node, Attribute name) const;
  /// All text below a node but that of skipped elements, with white space collapsed and none at the
  /// ends.
  std::string flat_text(NodeIndex node) const;
  /// The lowest node that contains both. Linear in the depth.
  NodeIndex common_ancestor(NodeIndex a, NodeIndex b) const;
};

/// Limits of one page.
struct ParseLimits {
  std::uint32_t depth = 256;        ///< elements inside each other; below 65,535
  std::uint32_t nodes = 4'000'000;  ///< elements and runs of text
};

/// The limit that a page exceeds.
enum class ParseFault : std::uint8_t { TooDeep, TooManyNodes };

/// Parses UTF-8 markup without NUL bytes, as prescan() leaves it, of at most 2 GiB - 1. Any markup
/// is accepted; missing end tags are supplied. @throws std::bad_alloc. Thread-safe.
std::variant<Document, ParseFault> parse_document(std::string_view markup,
                                                  const ParseLimits& limits);

}  // namespace pullquote::html
