// SPDX-License-Identifier: GPL-3.0-or-later
/// said:(...): articles with one quote that satisfies all clauses.
///
/// Posting lists know which words the quotes of an article contain, but not which words share one
/// quote, nor who spoke it. So posting lists bring the candidates, and the stored quotes of each
/// candidate are checked. Cost: decoding one stored article for each candidate that is confirmed.
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

/// Whether `quote` satisfies all `clauses`. A word must be in the quote's text or in its speaker's
/// name, as written or resolved. The words of a phrase must stand in a row in the text, or all be
/// in the name.
/// @param analyzer  set to the language of the article.
bool satisfies(const Quote& quote, const std::vector<SaidClause>& clauses, Analyzer& analyzer);

/// Articles of `candidates` with a quote that satisfies the plan's clauses; weighs nothing.
/// @param candidates  every article with such a quote must be among them.
/// The referenced arguments must outlive the result.
DocIteratorPtr make_said_iterator(DocIteratorPtr candidates, const SaidPlan& plan,
                                  const PartReader& part, ArticleAnalyzer& analyzer);

}  // namespace pullquote
