// SPDX-License-Identifier: GPL-3.0-or-later
/// said:(...): articles with one quote that satisfies all clauses.
///
/// Posting lists know which words an article's quotes hold, not which stand in one quote, nor who
/// spoke it. So candidates come from the lists and the stored quotes decide.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "pullquote/quote.h"
#include "searcher/evaluation/doc_iterator.h"
#include "searcher/lists/part_reader.h"
#include "searcher/planning/article_analyzer.h"
#include "searcher/planning/plan.h"

namespace pullquote {

/// Whether one quote satisfies all clauses: words in its text or in its speaker's name, as written
/// or resolved; phrases in its text. @param analyzer  in the language of the article.
bool satisfies(const Quote& quote, const std::vector<SaidClause>& clauses, Analyzer& analyzer);

/// @param candidates  articles that may have such a quote. The references must outlive the result.
DocIteratorPtr make_said_iterator(DocIteratorPtr candidates, const SaidPlan& plan,
                                  const PartReader& part, ArticleAnalyzer& analyzer);

}  // namespace pullquote
