// SPDX-License-Identifier: GPL-3.0-or-later
/// Makes the iterators of ranked terms and of positional clauses for one part.
///
/// A ranked term becomes one of three iterators: RankedIterator or RankedUnion where its lists hold
/// impacts of the right field, LeafIterator where impacts have to be computed.
#pragma once

#include "searcher/evaluation/make_iterators.h"
#include "searcher/evaluation/phrase_iterator.h"

namespace pullquote {

/// The iterator of one ranked term. `leaf` and the context must outlive it. Throws IndexCorrupt.
DocIteratorPtr make_leaf(const LeafPlan& leaf, const IteratorContext& context);

/// Iterators for `leaves`, leaving out terms that have no posting in this part.
std::vector<DocIteratorPtr> make_leaves(const std::vector<LeafPlan>& leaves,
                                        const IteratorContext& context);

/// The iterator of a phrase, a union of phrases, or NEAR and ADJ. `field` restricts the positions
/// that count.
SpanIteratorPtr make_spans(const SpanPlan& spans, RankedField field, const PartReader& part);

}  // namespace pullquote
