// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/evaluation/make_iterators.h"

#include <algorithm>
#include <iterator>

#include "searcher/evaluation/boolean_iterators.h"
#include "searcher/evaluation/make_leaves.h"
#include "searcher/evaluation/ranked_filter.h"
#include "searcher/evaluation/ranked_iterator.h"
#include "searcher/evaluation/said_iterator.h"

namespace pullquote {

namespace {

/// Makes an iterator for each kind of plan node, recursively.
class IteratorMaker {
 public:
  explicit IteratorMaker(const IteratorContext& context)
      : context_(context), part_(context.part), doccount_(context.part.doccount()) {}

  DocIteratorPtr make(const PlanNode& node) const {
    return std::visit([this](const auto& plan) { return make_from(plan); }, node.plan);
  }

  std::vector<DocIteratorPtr> make_each(const std::vector<PlanNode>& nodes) const {
    std::vector<DocIteratorPtr> iterators;
    for (const PlanNode& node : nodes) iterators.push_back(make(node));
    return iterators;
  }

  /// Iterators for `nodes`, leaving out clauses that have no posting in this part.
  std::vector<DocIteratorPtr> make_optional(const std::vector<PlanNode>& nodes) const {
    std::vector<DocIteratorPtr> iterators = make_each(nodes);
    std::erase_if(iterators, [](const DocIteratorPtr& iterator) {
      return iterator->exact() && iterator->estimate() == 0 && iterator->seek(1) == kNoMoreDocs;
    });
    return iterators;
  }

 private:
  DocIteratorPtr make_from(const NothingPlan&) const { return make_nothing(); }

  DocIteratorPtr make_from(const EverythingPlan&) const { return make_everything(doccount_); }

  DocIteratorPtr make_from(const LeafPlan& leaf) const { return make_leaf(leaf, context_); }

  DocIteratorPtr make_from(const SpansPlan& spans) const {
    return make_weighed_iterator(make_spans(spans.spans, spans.field, part_),
                                 make_leaves(spans.weighing, context_), spans.label);
  }

  DocIteratorPtr make_from(const FilterPlan& filter) const { return make_filter(filter, part_); }

  DocIteratorPtr make_from(const IdPlan& plan) const {
    if (part_.kind() == DocumentKind::Quote) return make_nothing();
    const auto docid = part_.files().ids.find(plan.id);
    if (!docid) return make_nothing();
    return std::make_unique<RangeIterator>(DocRange{*docid, *docid + 1});
  }

  DocIteratorPtr make_from(const DatesPlan& dates) const {
    return std::make_unique<RangeIterator>(part_.columns().published_in(dates.from, dates.until));
  }

  DocIteratorPtr make_from(const SaidPlan& said) const {
    DocIteratorPtr verified = make_said_iterator(all_of(make_each(said.candidates), doccount_),
                                                 said, part_, context_.analyzer);
    return make_weighed_iterator(std::move(verified), make_leaves(said.weighing, context_),
                                 "one quote");
  }

  DocIteratorPtr make_from(const ClausesPlan& clauses) const {
    std::vector<DocIteratorPtr> required = make_each(clauses.required);
    std::vector<DocIteratorPtr> optional = make_optional(clauses.optional);
    if (clauses.needs_optional) {
      required.push_back(any_of(std::move(optional), clauses.combination, doccount_));
      optional.clear();
    }
    DocIteratorPtr matching = all_of(std::move(required), doccount_);
    if (optional.empty() && clauses.prohibited.empty()) return matching;
    return std::make_unique<ClausesIterator>(std::move(matching), std::move(optional),
                                             make_each(clauses.prohibited));
  }

  const IteratorContext& context_;
  const PartReader& part_;
  std::uint64_t doccount_;
};

DocRange intersection(const DocRange& a, const DocRange& b) {
  return {std::max(a.begin, b.begin), std::min(a.end, b.end)};
}

/// Divides a plan's top level into the clauses of a PartQuery. A required AND is flattened; a
/// required phrase becomes its words, the check of their order, and the leaves that weigh them.
class PartQueryMaker {
 public:
  explicit PartQueryMaker(const IteratorContext& context) : context_(context), maker_(context) {
    query_.doccount = context.part.doccount();
    query_.range = {1, context.part.doccount() + 1};
  }

  PartQuery run(const PlanNode& plan) {
    const auto* clauses = std::get_if<ClausesPlan>(&plan.plan);
    if (std::holds_alternative<LeafPlan>(plan.plan)) {
      query_.optional.push_back(maker_.make(plan));
      query_.needs_optional = true;
    } else if (!clauses || clauses->combination != Combination::Sum) {
      require(plan);
    } else {
      add(*clauses);
    }
    if (query_.required.empty() && !query_.needs_optional) {
      query_.required.push_back(maker_.make({EverythingPlan{}}));
    }
    return std::move(query_);
  }

 private:
  /// Takes over the clauses of a sum.
  void add(const ClausesPlan& clauses) {
    for (const PlanNode& node : clauses.required) require(node);
    query_.optional = maker_.make_optional(clauses.optional);
    query_.prohibited = maker_.make_each(clauses.prohibited);
    query_.needs_optional = clauses.needs_optional;
  }

  /// Adds a clause that every match must satisfy.
  void require(const PlanNode& node) {
    const auto* clauses = std::get_if<ClausesPlan>(&node.plan);
    if (const auto* dates = std::get_if<DatesPlan>(&node.plan)) {
      // Docids are in order of time: dates restrict the docid range, and no iterator is needed.
      query_.range = intersection(query_.range,
                                  context_.part.columns().published_in(dates->from, dates->until));
    } else if (const auto* spans = std::get_if<SpansPlan>(&node.plan);
               spans && spans->spans.kind == SpanPlan::Kind::Phrase) {
      require(*spans);
    } else if (clauses && clauses->optional.empty() && clauses->prohibited.empty()) {
      for (const PlanNode& child : clauses->required) require(child);
    } else {
      query_.required.push_back(maker_.make(node));
    }
  }

  void require(const SpansPlan& spans) {
    PhraseClauses phrase = make_phrase(context_.part, spans.spans.pattern, spans.field);
    std::move(phrase.words.begin(), phrase.words.end(), std::back_inserter(query_.required));
    if (phrase.order) query_.required.push_back(std::move(phrase.order));
    std::vector<DocIteratorPtr> weighing = make_leaves(spans.weighing, context_);
    std::move(weighing.begin(), weighing.end(), std::back_inserter(query_.weighing));
  }

  const IteratorContext& context_;
  IteratorMaker maker_;
  PartQuery query_;
};

}  // namespace

PartQuery make_part_query(const PlanNode& plan, const IteratorContext& context) {
  return PartQueryMaker(context).run(plan);
}

DocIteratorPtr make_iterator(const PlanNode& plan, const IteratorContext& context) {
  return IteratorMaker(context).make(plan);
}

DocIteratorPtr make_filter(const FilterPlan& filter, const PartReader& part) {
  if (filter.all) {
    std::vector<DocIteratorPtr> lists;
    for (const std::string& term : filter.terms) lists.push_back(make_list_iterator(part, term));
    return all_of(std::move(lists), part.doccount());
  }
  const std::vector<RankedList> lists = part.find_each(filter.terms);
  if (lists.empty()) return make_nothing();
  if (lists.size() == 1) return std::make_unique<RankedIterator>(lists.front());
  return std::make_unique<RankedFilter>(lists);
}

}  // namespace pullquote
