// SPDX-License-Identifier: GPL-3.0-or-later
/// A record's XML as a tree, by libxml2 and without anything from outside: no network, no external
/// entity or DTD, no entity of a document's own, bounded depth and text.
///
/// XML that is not well-formed is mended first (xml_repair.h), as feeds so often need.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <variant>

struct _xmlDoc;
struct _xmlNode;

namespace pullquote {

/// An element, or none. A view into its tree.
class XmlElement {
 public:
  XmlElement() = default;
  explicit XmlElement(_xmlNode* node) : node_(node) {}

  explicit operator bool() const { return node_ != nullptr; }
  friend bool operator==(XmlElement, XmlElement) = default;

  /// Without prefix.
  std::string_view name() const;
  /// The namespace; an undeclared prefix stands for itself.
  std::string_view space() const;

  XmlElement parent() const;
  XmlElement first_child() const;  ///< element
  XmlElement next() const;         ///< sibling element

  /// The first child element of that name, in any namespace.
  XmlElement child(std::string_view name) const;
  /// Along "a/b/c".
  XmlElement at(std::string_view path) const;
  /// The first descendant of that name in document order.
  XmlElement find(std::string_view name) const;

  /// All text below, as it stands.
  std::string text() const;
  /// An attribute by its name without prefix; "" when there is none.
  std::string attribute(std::string_view name) const;
  /// xml:lang of the element or the nearest ancestor that has one.
  std::string language() const;
  /// `reference` made absolute by xml:base of the element and its ancestors, else by `base`.
  std::string resolve(std::string_view reference, std::string_view base) const;

  _xmlNode* node() const { return node_; }

 private:
  _xmlNode* node_ = nullptr;
};

/// Calls `visit` with each child element.
void for_each_child(XmlElement parent, const std::function<void(XmlElement)>& visit);

/// Calls `visit` with each descendant of that name, in document order.
void for_each_descendant(XmlElement ancestor, std::string_view name,
                         const std::function<void(XmlElement)>& visit);

class XmlTree {
 public:
  /// @param xml  UTF-8; entities of HTML may be used as in HTML.
  /// @return the tree, or what is wrong.
  static std::variant<XmlTree, std::string> parse(std::string_view xml);

  XmlElement root() const;

 private:
  struct Free {
    void operator()(_xmlDoc* document) const;
  };
  explicit XmlTree(_xmlDoc* document) : document_(document) {}
  std::unique_ptr<_xmlDoc, Free> document_;
};

}  // namespace pullquote
