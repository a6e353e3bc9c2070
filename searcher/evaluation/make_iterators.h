// SPDX-License-Identifier: GPL-3.0-or-later
/// Opens a plan on one part: posting lists in place of terms, iterators in place of clauses.
#pragma once

#include "pullquote/generation.h"
#include "searcher/evaluation/part_query.h"
#include "searcher/lists/part_reader.h"
#include "searcher/planning/article_analyzer.h"
#include "searcher/planning/plan.h"

namespace pullquote {

struct IteratorContext {
  const PartReader& part;
  const RankingParameters& ranking;
  ArticleAnalyzer& analyzer;  ///< for what is verified on stored text
};

/// The clauses of a whole query. @param plan  must outlive the result.
PartQuery make_part_query(const PlanNode& plan, const IteratorContext& context);

DocIteratorPtr make_filter(const FilterPlan& filter, const PartReader& part);

/// One clause as an iterator.
DocIteratorPtr make_iterator(const PlanNode& plan, const IteratorContext& context);

}  // namespace pullquote
