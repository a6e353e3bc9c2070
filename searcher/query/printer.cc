// SPDX-License-Identifier: GPL-3.0-or-later
/// Prints trees as canonical text with as few brackets as the grammar allows. Each kind of node
/// binds at a level; a node gets brackets where its context asks for a tighter level.
///
/// Where a leaf might be misread ("AND" as a word, a value of two words), the printer parses the
/// text and falls back to quotation marks.
#include <charconv>
#include <optional>
#include <utility>

#include "pullquote/query.h"
#include "searcher/query/human_date.h"

namespace pullquote {
namespace {

using Kind = QueryNode::Kind;

/// From the loosest binding to the tightest.
enum Level { kOrLevel, kAndLevel, kGroupLevel, kProximityLevel, kClauseLevel };

Level level_of(Kind kind) {
  switch (kind) {
    case Kind::Or:
      return kOrLevel;
    case Kind::And:
    case Kind::Not:
      return kAndLevel;
    case Kind::Any:
      return kGroupLevel;
    case Kind::Near:
    case Kind::Adjacent:
      return kProximityLevel;
    default:
      return kClauseLevel;
  }
}

/// The shortest decimal that reads back as the same number, without an exponent.
std::string number_text(double number) {
  char buffer[400];
  const auto result =
      std::to_chars(buffer, buffer + sizeof buffer, number, std::chars_format::fixed);
  return {buffer, result.ptr};
}

/// The text in quotation marks. A phrase holds marks of one family at most, so that marks of the
/// other family enclose it.
std::string quoted(const std::string& text) {
  for (std::string_view mark : {"\"", "\u201C", "\u201D", "\u201E", "\u201F", "\uFF02"}) {
    if (text.find(mark) != std::string::npos) return "\u00AB" + text + "\u00BB";
  }
  return '"' + text + '"';
}

/// Whether the leaves are equal but for span and boost.
bool same_leaf(const QueryNode& a, const QueryNode& b) {
  return a.kind == b.kind && a.field == b.field && a.text == b.text && a.exact == b.exact &&
         a.distance == b.distance;
}

/// The tree of `text`; empty when parsing fails.
std::optional<QueryNode> tree_of(const std::string& text) {
  auto outcome = parse_query(text, {});
  auto* const query = std::get_if<Query>(&outcome);
  return query == nullptr ? std::nullopt : std::optional(std::move(query->root));
}

/// Whether `bare` parses as this leaf.
bool reads_back(const QueryNode& leaf, const std::string& bare) {
  const std::optional<QueryNode> tree = tree_of(bare);
  return tree && same_leaf(*tree, leaf);
}

/// `bare` if it reads back as the leaf; else the leaf's text in quotation marks.
std::string bare_or_quoted(const QueryNode& leaf, const std::string& prefix,
                           const std::string& bare) {
  return reads_back(leaf, bare) ? bare : prefix + quoted(leaf.text);
}

/// A leaf without its boost.
std::string leaf_text(const QueryNode& leaf) {
  const std::string prefix = leaf.field.empty() ? "" : leaf.field + ":";
  switch (leaf.kind) {
    case Kind::Word:
      return bare_or_quoted(leaf, prefix, prefix + (leaf.exact ? "=" : "") + leaf.text);
    case Kind::Filter:
      return bare_or_quoted(leaf, prefix, prefix + leaf.text);
    case Kind::Prefix:
      return prefix + leaf.text + '*';
    case Kind::Fuzzy:
      // A distance of 1 may be left out, unless "~" then reads as punctuation of the word.
      if (const std::string bare = prefix + leaf.text + '~'; reads_back(leaf, bare)) return bare;
      return prefix + leaf.text + '~' + std::to_string(leaf.distance);
    case Kind::Phrase:
      return prefix + quoted(leaf.text);
    case Kind::Date:
      return "date:" + to_date_text(leaf.range);
    default:
      return {};
  }
}

std::string print(const QueryNode& node, Level level);

/// The children with `separator` between them, each bound at `level` or tighter.
std::string join(const QueryNode& node, Level level, const std::string& separator) {
  std::string out;
  for (const QueryNode& child : node.children) {
    if (!out.empty()) out += separator;
    if (node.kind == Kind::Any) out += child.required ? "+" : child.prohibited ? "-" : "";
    out += print(child, level);
  }
  return out;
}

/// Whether the node is said: with the name of an operator, which is a word only right behind the
/// colon: "said:AND".
bool is_said_operator(const QueryNode& node) {
  if (node.children.size() != 1) return false;
  const QueryNode& word = node.children.front();
  if (word.kind != Kind::Word || reads_back(word, word.text)) return false;
  const std::optional<QueryNode> said = tree_of("said:" + word.text);
  return said && said->kind == Kind::Said && said->children.size() == 1 &&
         same_leaf(said->children.front(), word);
}

/// "^3"; empty for a boost of 1.
std::string boost_text(const QueryNode& node) {
  return node.boost == 1 ? "" : "^" + number_text(node.boost);
}

/// The node without brackets around it and without its boost.
std::string inner_text(const QueryNode& node) {
  const std::string distance = "/" + std::to_string(node.distance) + " ";
  switch (node.kind) {
    case Kind::Or:
      return join(node, kAndLevel, " OR ");
    case Kind::And:
      return join(node, kGroupLevel, " AND ");
    case Kind::Not:
      return join(node, kProximityLevel, " AND NOT ");
    case Kind::Any:
      return join(node, kProximityLevel, " ");
    case Kind::Near:
      return join(node, kClauseLevel, " NEAR" + distance);
    case Kind::Adjacent:
      return join(node, kClauseLevel, " ADJ" + distance);
    case Kind::Said:
      if (is_said_operator(node)) {
        return "said:" + node.children.front().text + boost_text(node.children.front());
      }
      return "said:(" + join(node, kClauseLevel, " ") + ")";
    default:
      return leaf_text(node);
  }
}

/// The node, in brackets where it binds more loosely than `level`.
std::string print(const QueryNode& node, Level level) {
  const Level own = level_of(node.kind);
  const bool weighted = node.boost != 1;
  std::string text = inner_text(node);
  if (own < level || (weighted && own < kClauseLevel)) text = "(" + text + ")";
  return text + boost_text(node);
}

}  // namespace

std::string to_string(const QueryNode& node) {
  return print(node, kOrLevel);
}

}  // namespace pullquote
