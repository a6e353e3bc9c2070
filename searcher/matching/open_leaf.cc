// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/matching/open_leaf.h"

#include <algorithm>

#include "searcher/matching/adjusted_postings.h"
#include "searcher/matching/compound_postings.h"
#include "searcher/matching/leaf_iterator.h"
#include "searcher/matching/merged_postings.h"
#include "searcher/matching/restricted_postings.h"
#include "searcher/matching/wide_postings.h"

namespace pullquote {

namespace {

std::unique_ptr<PostingSource> open_list(const ListPlan& list, const PartReader& part) {
  std::unique_ptr<PostingSource> postings = part.postings(list.base.term);
  if (list.base.factor != 1 || !list.adjustments.empty()) {
    std::vector<AdjustedPostings::Part> adjustments;
    for (const ListPlan::Term& term : list.adjustments) {
      adjustments.push_back({part.postings(term.term), term.factor});
    }
    postings = std::make_unique<AdjustedPostings>(
        AdjustedPostings::Part{std::move(postings), list.base.factor}, std::move(adjustments));
  }
  if (list.filters.empty()) return postings;
  std::vector<std::unique_ptr<PostingSource>> filters;
  for (const std::string& term : list.filters) filters.push_back(part.postings(term));
  return std::make_unique<RestrictedPostings>(std::move(postings), std::move(filters));
}

/// What an occurrence of a compound written as several words counts in each field.
CompoundPostings::Wdf compound_wdf(RankedField field, const FieldWeights& weights) {
  if (field == RankedField::Headline || field == RankedField::Quote) return {1, 1};
  return {field == RankedField::Body ? 0u : weights.headline, weights.body};
}

bool is_wide(const LeafPlan& leaf) {
  return leaf.lists.size() > kMostMergedLists && leaf.compounds.empty() &&
         std::all_of(leaf.lists.begin(), leaf.lists.end(),
                     [](const ListPlan& list) { return list.filters.empty(); });
}

std::unique_ptr<PostingSource> open_postings(const LeafPlan& leaf, const OpeningContext& context) {
  if (is_wide(leaf)) return sum_lists(leaf.lists, context.part);
  std::vector<std::unique_ptr<PostingSource>> lists;
  for (const ListPlan& list : leaf.lists) lists.push_back(open_list(list, context.part));
  for (const PhrasePattern& pattern : leaf.compounds) {
    lists.push_back(std::make_unique<CompoundPostings>(
        open_spans({.pattern = pattern}, leaf.field, context.part), context.part.columns(),
        compound_wdf(leaf.field, context.ranking.weights)));
  }
  if (lists.size() == 1) return std::move(lists.front());
  return std::make_unique<MergedPostings>(std::move(lists));
}

}  // namespace

DocIteratorPtr open_leaf(const LeafPlan& leaf, const OpeningContext& context) {
  const LeafScorer scorer(leaf.importance, leaf.unit, leaf.field, context.ranking,
                          context.part.columns());
  return std::make_unique<LeafIterator>(open_postings(leaf, context), scorer, leaf.label);
}

std::vector<DocIteratorPtr> open_leaves(const std::vector<LeafPlan>& leaves,
                                        const OpeningContext& context) {
  std::vector<DocIteratorPtr> opened;
  for (const LeafPlan& leaf : leaves) {
    DocIteratorPtr iterator = open_leaf(leaf, context);
    if (iterator->estimate() != 0) opened.push_back(std::move(iterator));
  }
  return opened;
}

SpanIteratorPtr open_spans(const SpanPlan& spans, RankedField field, const PartReader& part) {
  if (spans.kind == SpanPlan::Kind::Phrase) {
    return make_phrase_iterator(
        part, spans.pattern, term_prefix(field),
        field == RankedField::Body ? PositionScope::OutsideHeadline : PositionScope::All);
  }
  std::vector<SpanIteratorPtr> operands;
  std::vector<std::size_t> order;  // which of them each operand is
  std::vector<const SpanPlan*> opened;
  for (const SpanPlan& operand : spans.operands) {
    const auto known = std::find_if(opened.begin(), opened.end(),
                                    [&](const SpanPlan* other) { return *other == operand; });
    order.push_back(static_cast<std::size_t>(known - opened.begin()));
    if (known != opened.end()) continue;
    opened.push_back(&operand);
    operands.push_back(open_spans(operand, field, part));
  }
  if (spans.kind == SpanPlan::Kind::Union) {
    return make_span_union(std::move(operands), part.doccount());
  }
  return make_near_iterator(std::move(operands), std::move(order), spans.distance, spans.ordered,
                            part.doccount());
}

}  // namespace pullquote
