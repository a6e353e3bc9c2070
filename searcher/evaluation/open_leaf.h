// SPDX-License-Identifier: GPL-3.0-or-later
/// Opens ranked terms and positional clauses on one part.
#pragma once

#include "searcher/evaluation/open_plan.h"
#include "searcher/evaluation/phrase_iterator.h"

namespace pullquote {

DocIteratorPtr open_leaf(const LeafPlan& leaf, const OpeningContext& context);

/// Those leaves that the part has at all.
std::vector<DocIteratorPtr> open_leaves(const std::vector<LeafPlan>& leaves,
                                        const OpeningContext& context);

SpanIteratorPtr open_spans(const SpanPlan& spans, RankedField field, const PartReader& part);

}  // namespace pullquote
