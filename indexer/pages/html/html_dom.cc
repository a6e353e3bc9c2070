// SPDX-License-Identifier: GPL-3.0-or-later
/// libxml2's SAX events become a flat tree. The parser mends the markup (end tags, nesting)
/// and reports balanced elements; TreeBuilder only appends. A stack holds the open elements; `end`
/// of a node is set when its element closes.
///
/// A page that exceeds a limit stops the parser at once, so the cost is bounded by the limits and
/// not by the page. Text that comes in several reports (around entities, say) is one node. Cost:
/// linear; memory: 28 bytes a node, and its text and kept attributes once.
#include "indexer/pages/html/html_dom.h"

#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <limits>
#include <memory>
#include <utility>

#include "indexer/decoding/html_ascii.h"
#include "indexer/decoding/html_text.h"
#include "indexer/decoding/libxml.h"

namespace pullquote::html {
namespace {

/// Names of the attributes that are read.
constexpr std::array<std::pair<std::string_view, Attribute>, 18> kAttributes{{
    {"aria-hidden", Attribute::AriaHidden},
    {"class", Attribute::Class},
    {"content", Attribute::Content},
    {"datetime", Attribute::DateTime},
    {"hidden", Attribute::Hidden},
    {"href", Attribute::Href},
    {"id", Attribute::Id},
    {"itemprop", Attribute::ItemProp},
    {"itemscope", Attribute::ItemScope},
    {"itemtype", Attribute::ItemType},
    {"lang", Attribute::Lang},
    {"name", Attribute::Name},
    {"property", Attribute::Property},
    {"rel", Attribute::Rel},
    {"role", Attribute::Role},
    {"style", Attribute::Style},
    {"title", Attribute::Title},
    {"type", Attribute::Type},
}};

/// libxml2's text is UTF-8 in unsigned bytes.
std::string_view view(const xmlChar* text) {
  return reinterpret_cast<const char*>(text);
}

/// Receives the parser's reports and builds the document.
class TreeBuilder {
 public:
  TreeBuilder(const ParseLimits& limits, std::size_t markup_bytes) : limits_(limits) {
    // Guesses from typical pages, to save growing: bytes of markup per node and per byte of text.
    document_.nodes.reserve(markup_bytes / 32 + 16);
    document_.text.reserve(markup_bytes / 4 + 16);
    document_.nodes.push_back({});
    open_.push_back({0, nullptr});
  }

  /// A start tag; `attributes` holds names and values in turn, and ends with a null pointer.
  void start(const xmlChar* name, const xmlChar** attributes) {
    if (!has_room()) return;
    const Tag tag = tag_of(view(name));
    open_.push_back({append(tag), name});
    if (attributes == nullptr) return;
    Node& node = document_.nodes.back();
    node.attributes_begin = static_cast<std::uint32_t>(document_.attributes.size());
    for (; *attributes != nullptr; attributes += 2) keep_attribute(attributes[0], attributes[1]);
    node.attributes_end = static_cast<std::uint32_t>(document_.attributes.size());
  }

  /// The end of the innermost open element.
  void end() {
    if (open_.size() < 2) return;
    close(open_.back().node);
    open_.pop_back();
  }

  /// A run of text, which goes on with the last node where that is text of the same element.
  void characters(const xmlChar* text, int length) {
    if (!has_room() || length <= 0) return;
    const Node& last = document_.nodes.back();
    const bool continues = last.tag == Tag::Text && last.parent == open_.back().node;
    if (!continues) {
      append(Tag::Text);
      document_.nodes.back().text_begin = static_cast<std::uint32_t>(document_.text.size());
    }
    document_.text.append(reinterpret_cast<const char*>(text), static_cast<std::size_t>(length));
    document_.nodes.back().text_end = static_cast<std::uint32_t>(document_.text.size());
    close(static_cast<NodeIndex>(document_.nodes.size() - 1));
  }

  /// Names the parser that is stopped when a limit is exceeded.
  void attach(xmlParserCtxtPtr parser) { parser_ = parser; }

  /// Closes what is open and gives up the document, or says which limit it exceeded. Called once.
  std::variant<Document, ParseFault> finish() {
    if (fault_) return *fault_;
    while (open_.size() > 1) end();
    close(0);
    return std::move(document_);
  }

 private:
  /// An element that is open.
  struct Open {
    NodeIndex node;
    const xmlChar* name;
  };

  /// Adds a node below the innermost open element.
  NodeIndex append(Tag tag) {
    Node node;
    node.tag = tag;
    node.parent = open_.back().node;
    node.depth = static_cast<std::uint16_t>(open_.size());
    document_.nodes.push_back(node);
    return static_cast<NodeIndex>(document_.nodes.size() - 1);
  }

  /// Ends a node behind the last node so far.
  void close(NodeIndex node) {
    document_.nodes[node].end = static_cast<NodeIndex>(document_.nodes.size());
  }

  /// Whether another node is allowed. If not, stops the parser; later reports are ignored.
  bool has_room() {
    if (fault_) return false;
    if (open_.size() > limits_.depth) fault_ = ParseFault::TooDeep;
    if (document_.nodes.size() >= limits_.nodes) fault_ = ParseFault::TooManyNodes;
    if (fault_ && parser_ != nullptr) xmlStopParser(parser_);
    return !fault_;
  }

  /// Adds an attribute of the newest element, if it is one that is read.
  void keep_attribute(const xmlChar* name, const xmlChar* value) {
    const auto known = attribute_named(view(name));
    if (!known) return;
    const std::string_view text = value == nullptr ? std::string_view{} : view(value);
    AttributeValue kept;
    kept.name = *known;
    kept.begin = static_cast<std::uint32_t>(document_.attribute_text.size());
    document_.attribute_text.append(text);
    kept.end = static_cast<std::uint32_t>(document_.attribute_text.size());
    document_.attributes.push_back(kept);
  }

  const ParseLimits& limits_;
  Document document_;
  std::vector<Open> open_;
  xmlParserCtxtPtr parser_ = nullptr;
  std::optional<ParseFault> fault_;
};

/// The context that the parser hands to its callbacks.
TreeBuilder& builder(void* context) {
  return *static_cast<TreeBuilder*>(context);
}

/// Callbacks for elements and text; comments and declarations aren't reported.
xmlSAXHandler handler() {
  xmlSAXHandler sax{};
  sax.startElement = [](void* context, const xmlChar* name, const xmlChar** attributes) {
    builder(context).start(name, attributes);
  };
  sax.endElement = [](void* context, const xmlChar*) { builder(context).end(); };
  sax.characters = [](void* context, const xmlChar* text, int length) {
    builder(context).characters(text, length);
  };
  sax.ignorableWhitespace = sax.characters;
  sax.cdataBlock = sax.characters;
  return sax;
}

}  // namespace

std::optional<Attribute> attribute_named(std::string_view name) {
  // The shortest and the longest name in the table: most other attributes go here.
  if (name.size() < 2 || name.size() > 11) return std::nullopt;
  for (const auto& [known, attribute] : kAttributes) {
    if (equals_ignoring_case(name, known)) return attribute;
  }
  return std::nullopt;
}

std::string_view Document::attribute(NodeIndex node, Attribute name) const {
  const Node& n = nodes[node];
  for (std::uint32_t i = n.attributes_begin; i < n.attributes_end; ++i) {
    const AttributeValue& a = attributes[i];
    if (a.name == name) return std::string_view(attribute_text).substr(a.begin, a.end - a.begin);
  }
  return {};
}

bool Document::has_attribute(NodeIndex node, Attribute name) const {
  const Node& n = nodes[node];
  for (std::uint32_t i = n.attributes_begin; i < n.attributes_end; ++i) {
    if (attributes[i].name == name) return true;
  }
  return false;
}

std::string Document::flat_text(NodeIndex node) const {
  std::string out;
  for (NodeIndex i = node; i < nodes[node].end; ++i) {
    if (nodes[i].tag == Tag::Text) out.append(text_of(nodes[i]));
    if (is_block(nodes[i].tag) || nodes[i].tag == Tag::Br) out.push_back(' ');
    if (nodes[i].tag == Tag::Skipped) i = nodes[i].end - 1;
  }
  return collapse_space(out);
}

NodeIndex Document::common_ancestor(NodeIndex a, NodeIndex b) const {
  while (a != b) {
    if (nodes[a].depth > nodes[b].depth) {
      a = nodes[a].parent;
    } else if (nodes[b].depth > nodes[a].depth) {
      b = nodes[b].parent;
    } else {
      a = nodes[a].parent;
      b = nodes[b].parent;
    }
  }
  return a;
}

std::variant<Document, ParseFault> parse_document(std::string_view markup,
                                                  const ParseLimits& limits) {
  assert(markup.size() <= std::numeric_limits<int>::max());
  assert(limits.depth < std::numeric_limits<std::uint16_t>::max());
  initialise_libxml();
  TreeBuilder tree(limits, markup.size());
  if (markup.empty()) return tree.finish();
  const std::unique_ptr<htmlParserCtxt, decltype(&htmlFreeParserCtxt)> parser(
      htmlCreateMemoryParserCtxt(markup.data(), static_cast<int>(markup.size())),
      &htmlFreeParserCtxt);
  if (!parser) throw std::bad_alloc();
  xmlSAXHandler sax = handler();
  *parser->sax = sax;
  parser->userData = &tree;
  tree.attach(parser.get());
  // The markup is UTF-8 whatever its meta elements say (IGNORE_ENC). NOIMPLIED: no <html>, <body>
  // or <p> that the page doesn't have. NONET: nothing is fetched.
  htmlCtxtUseOptions(parser.get(), HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                                       HTML_PARSE_NONET | HTML_PARSE_NOIMPLIED |
                                       HTML_PARSE_IGNORE_ENC | HTML_PARSE_COMPACT);
  xmlSwitchEncoding(parser.get(), XML_CHAR_ENCODING_UTF8);
  htmlParseDocument(parser.get());
  return tree.finish();
}

}  // namespace pullquote::html
