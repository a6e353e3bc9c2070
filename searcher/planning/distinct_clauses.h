// SPDX-License-Identifier: GPL-3.0-or-later
/// Clauses that stand side by side more than once, taken once: they would find the same articles
/// again, and those with positions or quotes take their time over it.
#pragma once

#include <functional>
#include <vector>

#include "pullquote/query.h"

namespace pullquote {

struct DistinctClause {
  const QueryNode* node = nullptr;
  /// What its weight is multiplied by, so that it weighs what all its repetitions do.
  double factor = 1;
};

/// The children of an Any, And, Or or Said, in their order, each where it stands first.
/// @param may_merge  asked of a child before it is compared with others. @param children  must
/// outlive the result.
std::vector<DistinctClause> distinct_clauses(
    const std::vector<QueryNode>& children,
    const std::function<bool(const QueryNode& child)>& may_merge);

}  // namespace pullquote
