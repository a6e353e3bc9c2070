// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/matching/open_plan.h"

#include <algorithm>

#include "searcher/matching/boolean_iterators.h"
#include "searcher/matching/open_leaf.h"
#include "searcher/matching/said_iterator.h"

namespace pullquote {

namespace {

/// Opens each kind of clause.
class Opener {
 public:
  explicit Opener(const OpeningContext& context)
      : context_(context), part_(context.part), doccount_(context.part.doccount()) {}

  DocIteratorPtr open(const PlanNode& node) const {
    return std::visit([this](const auto& plan) { return open_plan(plan); }, node.plan);
  }

  std::vector<DocIteratorPtr> open_each(const std::vector<PlanNode>& nodes) const {
    std::vector<DocIteratorPtr> iterators;
    for (const PlanNode& node : nodes) iterators.push_back(open(node));
    return iterators;
  }

  /// Without those that the part has nothing for.
  std::vector<DocIteratorPtr> open_optional(const std::vector<PlanNode>& nodes) const {
    std::vector<DocIteratorPtr> iterators = open_each(nodes);
    std::erase_if(iterators, [](const DocIteratorPtr& iterator) {
      return iterator->exact() && iterator->estimate() == 0 && iterator->seek(1) == kNoMoreDocs;
    });
    return iterators;
  }

  DocIteratorPtr all_of(std::vector<DocIteratorPtr> children) const {
    if (children.size() == 1) return std::move(children.front());
    return std::make_unique<AndIterator>(std::move(children), doccount_);
  }

  DocIteratorPtr nothing() const { return std::make_unique<RangeIterator>(DocRange{1, 1}); }

 private:
  DocIteratorPtr open_plan(const NothingPlan&) const { return nothing(); }

  DocIteratorPtr open_plan(const EverythingPlan&) const {
    return std::make_unique<RangeIterator>(DocRange{1, static_cast<DocId>(doccount_ + 1)});
  }

  DocIteratorPtr open_plan(const LeafPlan& leaf) const { return open_leaf(leaf, context_); }

  DocIteratorPtr open_plan(const SpansPlan& spans) const {
    return make_weighed_iterator(open_spans(spans.spans, spans.field, part_),
                                 open_leaves(spans.weighing, context_), spans.label);
  }

  DocIteratorPtr open_plan(const FilterPlan& filter) const {
    std::vector<DocIteratorPtr> alternatives;
    for (const std::vector<std::string>& terms : filter.alternatives) {
      std::vector<DocIteratorPtr> lists;
      for (const std::string& term : terms) {
        lists.push_back(make_list_iterator(part_.postings(term)));
      }
      alternatives.push_back(all_of(std::move(lists)));
    }
    return any_of(std::move(alternatives), Combination::Sum);
  }

  DocIteratorPtr open_plan(const DatesPlan& dates) const {
    return std::make_unique<RangeIterator>(part_.columns().published_in(dates.from, dates.until));
  }

  DocIteratorPtr open_plan(const SaidPlan& said) const {
    DocIteratorPtr verified =
        make_said_iterator(all_of(open_each(said.candidates)), said, part_, context_.analyzer);
    return make_weighed_iterator(std::move(verified), open_leaves(said.weighing, context_),
                                 "one quote");
  }

  DocIteratorPtr open_plan(const ClausesPlan& clauses) const {
    std::vector<DocIteratorPtr> required = open_each(clauses.required);
    std::vector<DocIteratorPtr> optional = open_optional(clauses.optional);
    if (clauses.needs_optional) {
      required.push_back(any_of(std::move(optional), clauses.combination));
      optional.clear();
    }
    DocIteratorPtr matching = all_of(std::move(required));
    if (optional.empty() && clauses.prohibited.empty()) return matching;
    return std::make_unique<ClausesIterator>(std::move(matching), std::move(optional),
                                             open_each(clauses.prohibited));
  }

  DocIteratorPtr any_of(std::vector<DocIteratorPtr> children, Combination combination) const {
    if (children.empty()) return nothing();
    if (children.size() == 1) return std::move(children.front());
    return std::make_unique<OrIterator>(std::move(children), combination, doccount_);
  }

  const OpeningContext& context_;
  const PartReader& part_;
  std::uint64_t doccount_;
};

DocRange intersection(const DocRange& a, const DocRange& b) {
  return {std::max(a.begin, b.begin), std::min(a.end, b.end)};
}

}  // namespace

PartQuery open_query(const PlanNode& plan, const OpeningContext& context) {
  const Opener opener(context);
  PartQuery query;
  query.doccount = context.part.doccount();
  query.range = {1, context.part.doccount() + 1};
  const auto* clauses = std::get_if<ClausesPlan>(&plan.plan);
  if (std::holds_alternative<LeafPlan>(plan.plan)) {
    query.optional.push_back(opener.open(plan));
    query.needs_optional = true;
    return query;
  }
  if (!clauses || clauses->combination != Combination::Sum) {
    query.required = opener.open(plan);
    return query;
  }
  // Dates restrict the range instead of being iterated over.
  std::vector<DocIteratorPtr> required;
  for (const PlanNode& node : clauses->required) {
    if (const auto* dates = std::get_if<DatesPlan>(&node.plan)) {
      query.range =
          intersection(query.range, context.part.columns().published_in(dates->from, dates->until));
    } else {
      required.push_back(opener.open(node));
    }
  }
  query.optional = opener.open_optional(clauses->optional);
  query.prohibited = opener.open_each(clauses->prohibited);
  query.needs_optional = clauses->needs_optional;
  if (!required.empty()) {
    query.required = opener.all_of(std::move(required));
  } else if (!query.needs_optional) {
    query.required = opener.open({EverythingPlan{}});
  }
  return query;
}

DocIteratorPtr open_clause(const PlanNode& plan, const OpeningContext& context) {
  return Opener(context).open(plan);
}

}  // namespace pullquote
