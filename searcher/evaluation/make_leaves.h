// SPDX-License-Identifier: GPL-3.0-or-later
/// Opens ranked terms and positional clauses on one part.
#pragma once

#include "searcher/evaluation/make_iterators.h"
#include "searcher/evaluation/phrase_iterator.h"

namespace pullquote {

DocIteratorPtr leaf_builder(const LeafPlan& leaf, const IteratorContext& context);

/// Those leaves that the part has at all.
std::vector<DocIteratorPtr> make_leaves(const std::vector<LeafPlan>& leaves,
                                        const IteratorContext& context);

SpanIteratorPtr make_spans(const SpanPlan& spans, RankedField field, const PartReader& part);

}  // namespace pullquote
