// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/matching/open_leaf.h"

#include <algorithm>

#include "schema/ranked/term_kind.h"
#include "searcher/matching/adjusted_postings.h"
#include "searcher/matching/compound_postings.h"
#include "searcher/matching/leaf_iterator.h"
#include "searcher/matching/merged_postings.h"
#include "searcher/matching/ranked_iterator.h"
#include "searcher/matching/ranked_union.h"
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

/// The word written as several, in each way.
std::vector<std::unique_ptr<PostingSource>> open_compounds(const LeafPlan& leaf,
                                                           const OpeningContext& context) {
  std::vector<std::unique_ptr<PostingSource>> lists;
  for (const PhrasePattern& pattern : leaf.compounds) {
    lists.push_back(std::make_unique<CompoundPostings>(
        open_spans({.pattern = pattern}, leaf.field, context.part), context.part.columns(),
        compound_wdf(leaf.field, context.ranking.weights)));
  }
  return lists;
}

std::unique_ptr<PostingSource> open_postings(const LeafPlan& leaf, const OpeningContext& context) {
  if (is_wide(leaf)) return sum_lists(leaf.lists, context.part);
  std::vector<std::unique_ptr<PostingSource>> lists = open_compounds(leaf, context);
  for (const ListPlan& list : leaf.lists) lists.push_back(open_list(list, context.part));
  if (lists.size() == 1) return std::move(lists.front());
  return std::make_unique<MergedPostings>(std::move(lists));
}

PositionScope scope_of(RankedField field) {
  return field == RankedField::Body ? PositionScope::OutsideHeadline : PositionScope::All;
}

/// Whether the leaf is made of lists of which the ranked index holds the impacts.
bool has_impacts(const LeafPlan& leaf) {
  return leaf.lists.size() <= kMostMergedLists && leaf.field != RankedField::Body &&
         std::all_of(leaf.lists.begin(), leaf.lists.end(), [&](const ListPlan& list) {
           return list.base.factor == 1 && list.adjustments.empty() &&
                  ranked_field_of(list.base.term) == leaf.field;
         });
}

/// A leaf of the ranked index: one list as it is, or several as one.
DocIteratorPtr open_ranked_leaf(const LeafPlan& leaf, RankedReader& ranked,
                                const OpeningContext& context) {
  std::vector<RankedUnion::Member> members;
  for (const ListPlan& plan : leaf.lists) {
    const auto list = ranked.find(plan.base.term);
    if (!list) continue;
    members.push_back({*list, {}});
    for (const std::string& term : plan.filters) {
      if (const auto filter = ranked.find(term)) members.back().filters.push_back(*filter);
    }
    if (members.back().filters.empty() && !plan.filters.empty()) members.pop_back();
  }
  const Weight step = impact_step(leaf.importance, context.ranking);
  std::vector<std::unique_ptr<PostingSource>> compounds = open_compounds(leaf, context);
  if (members.empty() && compounds.empty()) return make_nothing();
  if (members.size() == 1 && members.front().filters.empty() && compounds.empty()) {
    return std::make_unique<RankedIterator>(members.front().list, step, leaf);
  }
  return std::make_unique<RankedUnion>(std::move(members), std::move(compounds), step,
                                       ImpactScale(leaf.field, context.ranking),
                                       context.part.columns(), leaf);
}

}  // namespace

DocIteratorPtr open_leaf(const LeafPlan& leaf, const OpeningContext& context) {
  RankedReader* const ranked = context.part.ranked();
  if (ranked != nullptr && has_impacts(leaf)) return open_ranked_leaf(leaf, *ranked, context);
  const LeafScorer scorer(leaf.importance, leaf.unit, leaf.field, context.ranking,
                          context.part.columns(),
                          ranked != nullptr ? Precision::Impacts : Precision::Exact);
  return std::make_unique<LeafIterator>(open_postings(leaf, context), scorer, leaf);
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

PhraseClauses open_phrase(const PartReader& part, const SpanPlan& spans, RankedField field) {
  return open_phrase(part, spans.pattern, term_prefix(field), scope_of(field));
}

SpanIteratorPtr open_spans(const SpanPlan& spans, RankedField field, const PartReader& part) {
  if (spans.kind == SpanPlan::Kind::Phrase) {
    return make_phrase_iterator(part, spans.pattern, term_prefix(field), scope_of(field));
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
