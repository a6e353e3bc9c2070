// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/formats/xml/xml_tree.h"

#include <libxml/parser.h>
#include <libxml/tree.h>
#include <libxml/uri.h>

#include <limits>

#include "indexer/decoding/libxml.h"
#include "indexer/decoding/xml_repair.h"

namespace pullquote {
namespace {

std::string_view view_of(const xmlChar* text) {
  return text == nullptr ? std::string_view() : reinterpret_cast<const char*>(text);
}

std::string take(xmlChar* text) {
  std::string copy(view_of(text));
  xmlFree(text);
  return copy;
}

XmlElement element_from(xmlNode* node) {
  while (node != nullptr && node->type != XML_ELEMENT_NODE) node = node->next;
  return XmlElement(node);
}

struct ContextFree {
  void operator()(xmlParserCtxt* context) const { xmlFreeParserCtxt(context); }
};

struct Parsed {
  xmlDoc* document = nullptr;
  bool is_well_formed = false;
  std::string message;
};

Parsed parse_once(std::string_view xml) {
  initialise_libxml();
  const std::unique_ptr<xmlParserCtxt, ContextFree> context(xmlNewParserCtxt());
  if (!context || xml.size() > std::numeric_limits<int>::max())
    return {nullptr, false, "too large"};
  // Without XML_PARSE_NOENT and XML_PARSE_DTDLOAD nothing is expanded or loaded.
  constexpr int kOptions = XML_PARSE_RECOVER | XML_PARSE_NONET | XML_PARSE_NOERROR |
                           XML_PARSE_NOWARNING | XML_PARSE_NOCDATA | XML_PARSE_COMPACT;
  Parsed parsed;
  parsed.document = xmlCtxtReadMemory(context.get(), xml.data(), static_cast<int>(xml.size()),
                                      nullptr, "UTF-8", kOptions);
  parsed.is_well_formed = context->wellFormed != 0;
  if (context->lastError.message != nullptr) parsed.message = context->lastError.message;
  while (!parsed.message.empty() && parsed.message.back() == '\n') parsed.message.pop_back();
  return parsed;
}

}  // namespace

std::string_view XmlElement::name() const {
  const std::string_view name = view_of(node_->name);
  const std::size_t colon = name.find(':');  // a prefix that was never declared
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

std::string_view XmlElement::space() const {
  if (node_->ns != nullptr) return view_of(node_->ns->href);
  const std::string_view name = view_of(node_->name);
  const std::size_t colon = name.find(':');
  return colon == std::string_view::npos ? std::string_view() : name.substr(0, colon);
}

XmlElement XmlElement::parent() const {
  xmlNode* parent = node_->parent;
  return XmlElement(parent != nullptr && parent->type == XML_ELEMENT_NODE ? parent : nullptr);
}

XmlElement XmlElement::first_child() const {
  return node_ == nullptr ? XmlElement() : element_from(node_->children);
}

XmlElement XmlElement::next() const {
  return element_from(node_->next);
}

XmlElement XmlElement::child(std::string_view name) const {
  XmlElement child = first_child();
  while (child && child.name() != name) child = child.next();
  return child;
}

XmlElement XmlElement::at(std::string_view path) const {
  XmlElement element = *this;
  while (element && !path.empty()) {
    const std::size_t slash = path.find('/');
    element = element.child(path.substr(0, slash));
    path = slash == std::string_view::npos ? std::string_view() : path.substr(slash + 1);
  }
  return element;
}

XmlElement XmlElement::find(std::string_view name) const {
  for (XmlElement child = first_child(); child; child = child.next()) {
    if (child.name() == name) return child;
    if (const XmlElement found = child.find(name)) return found;
  }
  return {};
}

std::string XmlElement::text() const {
  return node_ == nullptr ? std::string() : take(xmlNodeGetContent(node_));
}

std::string XmlElement::attribute(std::string_view name) const {
  if (node_ == nullptr) return {};
  for (xmlAttr* attribute = node_->properties; attribute != nullptr; attribute = attribute->next) {
    std::string_view known = view_of(attribute->name);
    known = known.substr(known.find(':') + 1);
    if (known == name) return take(xmlNodeListGetString(node_->doc, attribute->children, 1));
  }
  return {};
}

std::string XmlElement::language() const {
  return node_ == nullptr ? std::string() : take(xmlNodeGetLang(node_));
}

std::string XmlElement::resolve(std::string_view reference, std::string_view base) const {
  const std::string target(reference);
  const auto* uri = reinterpret_cast<const xmlChar*>(target.c_str());
  std::string stated = take(xmlNodeGetBase(node_->doc, node_));
  if (stated.empty()) {
    stated = base;
  } else if (!base.empty()) {
    const std::string outer(base);
    const std::string joined = take(xmlBuildURI(reinterpret_cast<const xmlChar*>(stated.c_str()),
                                                reinterpret_cast<const xmlChar*>(outer.c_str())));
    if (!joined.empty()) stated = joined;
  }
  if (stated.empty()) return target;
  const std::string joined =
      take(xmlBuildURI(uri, reinterpret_cast<const xmlChar*>(stated.c_str())));
  return joined.empty() ? target : joined;
}

void for_each_child(XmlElement parent, const std::function<void(XmlElement)>& visit) {
  for (XmlElement child = parent.first_child(); child; child = child.next()) visit(child);
}

void for_each_descendant(XmlElement ancestor, std::string_view name,
                         const std::function<void(XmlElement)>& visit) {
  for (XmlElement child = ancestor.first_child(); child; child = child.next()) {
    if (child.name() == name) visit(child);
    for_each_descendant(child, name, visit);
  }
}

std::variant<XmlTree, std::string> XmlTree::parse(std::string_view xml) {
  Parsed parsed = parse_once(xml);
  if (!parsed.is_well_formed) {
    xmlFreeDoc(parsed.document);
    parsed = parse_once(repair_xml(xml));
  }
  const bool has_root =
      parsed.document != nullptr && xmlDocGetRootElement(parsed.document) != nullptr;
  if (!has_root || !parsed.is_well_formed) {
    xmlFreeDoc(parsed.document);
    return parsed.message.empty() ? "no element" : parsed.message;
  }
  return XmlTree(parsed.document);
}

XmlElement XmlTree::root() const {
  return XmlElement(xmlDocGetRootElement(document_.get()));
}

void XmlTree::Free::operator()(_xmlDoc* document) const {
  xmlFreeDoc(document);
}

}  // namespace pullquote
