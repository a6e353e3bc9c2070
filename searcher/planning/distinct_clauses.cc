// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/planning/distinct_clauses.h"

#include <algorithm>

namespace pullquote {

namespace {

bool same(const QueryNode& a, const QueryNode& b);

/// Children of equal clauses must have equal boosts, too.
bool same_with_weight(const QueryNode& a, const QueryNode& b) {
  return a.boost == b.boost && same(a, b);
}

/// Whether two clauses ask for the same, whatever their boosts and their places in the query's
/// text.
bool same(const QueryNode& a, const QueryNode& b) {
  return a.kind == b.kind && a.field == b.field && a.text == b.text && a.exact == b.exact &&
         a.required == b.required && a.prohibited == b.prohibited && a.distance == b.distance &&
         a.range == b.range &&
         std::equal(a.children.begin(), a.children.end(), b.children.begin(), b.children.end(),
                    same_with_weight);
}

}  // namespace

std::vector<DistinctClause> distinct_clauses(
    const std::vector<QueryNode>& children,
    const std::function<bool(const QueryNode& child)>& may_merge) {
  std::vector<DistinctClause> clauses;
  std::vector<std::size_t> merged_into;  // indexes of clauses that later ones may be merged into
  for (const QueryNode& child : children) {
    if (child.boost <= 0 || !may_merge(child)) {
      clauses.push_back({&child, 1});
      continue;
    }
    const auto first = std::find_if(merged_into.begin(), merged_into.end(),
                                    [&](std::size_t i) { return same(*clauses[i].node, child); });
    if (first != merged_into.end()) {
      clauses[*first].factor += child.boost / clauses[*first].node->boost;
      continue;
    }
    merged_into.push_back(clauses.size());
    clauses.push_back({&child, 1});
  }
  return clauses;
}

}  // namespace pullquote
