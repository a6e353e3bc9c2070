// SPDX-License-Identifier: GPL-3.0-or-later
/// Merges equal clauses that stand side by side. Equal clauses find the same articles, and checking
/// positions or stored quotes twice takes twice the time; so such a clause is evaluated once with a
/// higher boost.
#pragma once

#include <functional>
#include <vector>

#include "pullquote/query.h"

namespace pullquote {

/// A clause that stands for itself and its repetitions.
struct DistinctClause {
  const QueryNode* node = nullptr;  ///< where the clause stands first
  /// The boost of all repetitions together, divided by the boost of `node`: 4 for
  /// "no fly" "no fly"^3.
  double factor = 1;
};

/// The distinct children of an Any, And, Or or Said, in the order of their first appearance.
/// Quadratic in the number of children that may be merged.
/// @param children   must outlive the result.
/// @param may_merge  whether a child is compared with others at all.
std::vector<DistinctClause> distinct_clauses(
    const std::vector<QueryNode>& children,
    const std::function<bool(const QueryNode& child)>& may_merge);

}  // namespace pullquote
