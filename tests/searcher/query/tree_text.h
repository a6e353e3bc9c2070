// SPDX-License-Identifier: GPL-3.0-or-later
/// Query trees as text that shows every node, so that a test reads what the parser understood.
#pragma once

#include <sstream>
#include <string>

#include "pullquote/query.h"

namespace pullquote::test {

inline std::string kind_name(QueryNode::Kind kind) {
  static constexpr const char* kNames[] = {"empty", "word",   "prefix", "fuzzy", "phrase",
                                           "near",  "adj",    "any",    "and",   "or",
                                           "not",   "filter", "date",   "said"};
  return kNames[static_cast<int>(kind)];
}

/// "(any +(word truce) -(phrase headline:a b)^2)".
inline std::string tree_text(const QueryNode& node) {
  std::ostringstream out;
  out << (node.required ? "+" : "") << (node.prohibited ? "-" : "") << '(' << kind_name(node.kind);
  if (node.distance > 0) out << '/' << node.distance;
  if (node.exact) out << " exact";
  if (!node.field.empty()) out << ' ' << node.field << ':';
  if (!node.text.empty()) out << (node.field.empty() ? " " : "") << node.text;
  if (node.kind == QueryNode::Kind::Date) {
    out << ' ' << (node.range.from_seconds ? std::to_string(*node.range.from_seconds) : "") << ".."
        << (node.range.until_seconds ? std::to_string(*node.range.until_seconds) : "");
  }
  for (const QueryNode& child : node.children) out << ' ' << tree_text(child);
  out << ')';
  if (node.boost != 1) out << '^' << node.boost;
  return out.str();
}

/// The tree without its spans, for comparison.
inline QueryNode without_spans(QueryNode node) {
  node.span = {};
  for (QueryNode& child : node.children) child = without_spans(std::move(child));
  return node;
}

}  // namespace pullquote::test
