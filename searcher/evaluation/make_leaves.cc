// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/evaluation/make_leaves.h"

#include <algorithm>

#include "schema/ranked/term_kind.h"
#include "searcher/evaluation/leaf_iterator.h"
#include "searcher/evaluation/phrase_iterator.h"
#include "searcher/evaluation/ranked_iterator.h"
#include "searcher/evaluation/ranked_union.h"
#include "searcher/evaluation/stem_postings.h"
#include "searcher/evaluation/summed_postings.h"
#include "searcher/evaluation/word_cursor.h"
#include "searcher/lists/merged_postings.h"
#include "searcher/lists/term_cursor.h"

namespace pullquote {

namespace {

/// The documents with any of the stems `terms`. Empty when no stem is known, which means
/// "anywhere".
std::optional<RankedFilter> find_stems(const std::vector<std::string>& terms,
                                       const PartReader& part) {
  if (terms.empty()) return std::nullopt;
  return std::make_optional<RankedFilter>(part.find_each(terms));
}

/// An unstemmed word where quotes are the documents. The word's positions are stored by article, so
/// that a one-word phrase finds the quotes around them.
std::unique_ptr<PostingSource> open_word_by_quote(const ListPlan& list,
                                                  const IteratorContext& context) {
  const PhrasePattern pattern{.terms = {list.term}, .places = {{{{0}}}}, .stems = {list.in_quotes}};
  const std::uint32_t wdf = context.ranking.weights.body;
  return std::make_unique<CompoundPostings>(
      make_phrase_iterator(context.part, pattern, RankedField::Combined), context.part.columns(),
      wdf, wdf);
}

/// A cursor over an unstemmed word by article, limited to where its stems occur.
WordCursor open_word(const RankedList& word, const ListPlan& plan, RankedField field,
                     const IteratorContext& context) {
  return {word, find_stems(plan.in_headlines, context.part),
          find_stems(plan.in_quotes, context.part), place_weights(field, context.ranking.weights),
          context.part};
}

/// The postings of one list of a leaf. Null when the part lacks the term, or any article that
/// passes its filters.
std::unique_ptr<PostingSource> open_list(const ListPlan& plan, RankedField field,
                                         const IteratorContext& context) {
  const PartReader& part = context.part;
  const auto list = part.find(plan.term);
  if (!list) return nullptr;
  if (is_word(plan.term)) {
    if (part.kind() == DocumentKind::Quote) return open_word_by_quote(plan, context);
    return std::make_unique<WordPostings>(open_word(*list, plan, field, context));
  }
  const std::vector<RankedList> filters = part.find_each(plan.filters);
  if (filters.empty() && !plan.filters.empty()) return nullptr;
  auto postings = std::make_unique<StemPostings>(*list, filters);
  for (const RankedList& headlines : part.find_each(plan.in_headlines)) {
    postings->subtract(headlines, context.ranking.weights.headline);
  }
  return postings;
}

/// One source for each way to write the leaf's word as several: "cease fire" for ceasefire.
std::vector<std::unique_ptr<PostingSource>> open_compounds(const LeafPlan& leaf,
                                                           const IteratorContext& context) {
  const PlaceWeights wdf = place_weights(leaf.field, context.ranking.weights);
  std::vector<std::unique_ptr<PostingSource>> lists;
  for (const PhrasePattern& pattern : leaf.compounds) {
    lists.push_back(std::make_unique<CompoundPostings>(
        make_spans({.pattern = pattern}, leaf.field, context.part), context.part.columns(),
        wdf.headline, leaf.field == RankedField::Quote ? wdf.quotes : wdf.rest));
  }
  return lists;
}

/// All lists and compounds of a leaf as one source. Many lists are summed at once, few are merged
/// while they are read.
std::unique_ptr<PostingSource> open_postings(const LeafPlan& leaf, const IteratorContext& context) {
  const auto open = [&](std::size_t i) { return open_list(leaf.lists[i], leaf.field, context); };
  if (leaf.lists.size() > kMostMergedLists && leaf.compounds.empty()) {
    return sum_lists(leaf.lists.size(), open, context.part);
  }
  std::vector<std::unique_ptr<PostingSource>> lists = open_compounds(leaf, context);
  for (std::size_t i = 0; i < leaf.lists.size(); ++i) {
    if (auto list = open(i)) lists.push_back(std::move(list));
  }
  if (lists.size() == 1) return std::move(lists.front());
  return std::make_unique<MergedPostings>(std::move(lists));
}

/// Whether the stored impacts of all lists can be used: they are those of the leaf's field.
bool has_impacts(const LeafPlan& leaf, const PartReader& part) {
  return part.kind() == DocumentKind::Article && leaf.lists.size() <= kMostMergedLists &&
         std::all_of(leaf.lists.begin(), leaf.lists.end(), [&](const ListPlan& list) {
           return ranked_field_of(list.term) == leaf.field;
         });
}

/// A leaf whose lists hold impacts: one list as a RankedIterator, several as a RankedUnion.
DocIteratorPtr open_ranked_leaf(const LeafPlan& leaf, const IteratorContext& context) {
  std::vector<RankedUnion::Member> members;
  for (const ListPlan& plan : leaf.lists) {
    const auto list = context.part.find(plan.term);
    if (!list) continue;
    std::vector<RankedList> filters = context.part.find_each(plan.filters);
    if (filters.empty() && !plan.filters.empty()) continue;
    members.push_back({*list, std::move(filters)});
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

DocIteratorPtr make_leaf(const LeafPlan& leaf, const IteratorContext& context) {
  if (has_impacts(leaf, context.part)) return open_ranked_leaf(leaf, context);
  const bool is_single = leaf.lists.size() == 1 && leaf.compounds.empty();
  if (is_single && is_word(leaf.lists.front().term) &&
      context.part.kind() == DocumentKind::Article) {
    const ListPlan& plan = leaf.lists.front();
    const auto word = context.part.find(plan.term);
    if (!word) return make_nothing();
    return std::make_unique<LeafIterator<WordCursor>>(
        open_word(*word, plan, leaf.field, context), leaf, context.ranking, context.part.columns());
  }
  return std::make_unique<LeafIterator<TermCursor>>(TermCursor(open_postings(leaf, context)), leaf,
                                                    context.ranking, context.part.columns());
}

std::vector<DocIteratorPtr> make_leaves(const std::vector<LeafPlan>& leaves,
                                        const IteratorContext& context) {
  std::vector<DocIteratorPtr> opened;
  for (const LeafPlan& leaf : leaves) {
    DocIteratorPtr iterator = make_leaf(leaf, context);
    if (iterator->estimate() != 0) opened.push_back(std::move(iterator));
  }
  return opened;
}

SpanIteratorPtr make_spans(const SpanPlan& spans, RankedField field, const PartReader& part) {
  if (spans.kind == SpanPlan::Kind::Phrase) {
    return make_phrase_iterator(part, spans.pattern, field);
  }
  std::vector<SpanIteratorPtr> operands;
  // order[i]: index in `operands` of the i-th operand; equal operands are made once.
  std::vector<std::size_t> order;
  std::vector<const SpanPlan*> opened;
  for (const SpanPlan& operand : spans.operands) {
    // An operand that comes twice ("the NEAR/5 the") gets one iterator.
    const auto known = std::find_if(opened.begin(), opened.end(),
                                    [&](const SpanPlan* other) { return *other == operand; });
    order.push_back(static_cast<std::size_t>(known - opened.begin()));
    if (known != opened.end()) continue;
    opened.push_back(&operand);
    operands.push_back(make_spans(operand, field, part));
  }
  if (spans.kind == SpanPlan::Kind::Union) {
    return make_span_union(std::move(operands), part.doccount());
  }
  return make_near_iterator(std::move(operands), std::move(order), spans.distance, spans.ordered,
                            part.doccount());
}

}  // namespace pullquote
