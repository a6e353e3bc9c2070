// SPDX-License-Identifier: GPL-3.0-or-later
/// Makes iterators for one part from a plan: a posting list for each term, an iterator for each
/// clause.
///
/// make_iterator() makes one iterator for a whole plan and serves nested clauses and explanations.
/// make_part_query() keeps the top-level clauses apart, because match_part() prunes between them:
/// it takes a phrase apart into its words and their order, and turns dates into a docid range.
#pragma once

#include "pullquote/generation.h"
#include "searcher/evaluation/part_query.h"
#include "searcher/lists/part_reader.h"
#include "searcher/planning/article_analyzer.h"
#include "searcher/planning/plan.h"

namespace pullquote {

/// One part, and the generation's settings that iterators need. The members must outlive the
/// iterators.
struct IteratorContext {
  const PartReader& part;
  const RankingParameters& ranking;
  ArticleAnalyzer& analyzer;  ///< for clauses that are verified on stored text
};

/// The clauses of a whole query. `plan` must outlive the result. Throws IndexCorrupt.
PartQuery make_part_query(const PlanNode& plan, const IteratorContext& context);

/// The documents of a field filter; weighs nothing.
DocIteratorPtr make_filter(const FilterPlan& filter, const PartReader& part);

/// One clause, with all its children, as an iterator. `plan` must outlive it. Throws IndexCorrupt.
DocIteratorPtr make_iterator(const PlanNode& plan, const IteratorContext& context);

}  // namespace pullquote
