// SPDX-License-Identifier: GPL-3.0-or-later
/// Evaluation of a ranking against a judged collection: queries, relevance judgements, and the
/// measures of trec_eval in its own definitions, so that figures compare with published ones. All
/// functions are pure; none reads a file or an index.
///
///     const auto queries = std::get<std::vector<JudgedQuery>>(parse_judged_queries(text));
///     const auto judgements = std::get<Judgements>(parse_judgements(judged));
///     const Evaluation found = evaluate(queries, judgements, [&](const JudgedQuery& query) {
///       return searcher.search_ids(plain_query(query.text), {.limit = 1000}).ids;
///     });
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace pullquote {

/// A query of the collection, known by its id.
struct JudgedQuery {
  std::string id;
  std::string text;  ///< plain text, not query language; plain_query() makes a Query of it
  friend bool operator==(const JudgedQuery&, const JudgedQuery&) = default;
};

/// The judgements of one query: gains by article id. A gain above zero means relevant. A gain of
/// zero or less means "judged and not relevant", which counts like an article that nobody judged.
using Gains = std::map<std::string, int, std::less<>>;

/// Gains by query id.
using Judgements = std::map<std::string, Gains, std::less<>>;

/// The first fault of a file of queries or judgements.
struct CollectionFault {
  std::size_t line = 0;  ///< number of the line, from 1
  std::string message;   ///< one sentence: what is wrong there
  friend bool operator==(const CollectionFault&, const CollectionFault&) = default;
};

/// Parses lines "ID<TAB>TEXT". Skips blank lines; ids must differ; CRLF is accepted.
std::variant<std::vector<JudgedQuery>, CollectionFault> parse_judged_queries(std::string_view text);

/// Parses TREC judgements: lines "QUERY ITERATION ARTICLE GAIN", separated by blanks or tabs. The
/// iteration is ignored. Skips blank lines and lines that begin with '#'. An article must be judged
/// once for a query.
std::variant<Judgements, CollectionFault> parse_judgements(std::string_view text);

/// Article ids with scores, best first, as Searcher::search_ids() returns them.
using Ranking = std::vector<std::pair<std::string, double>>;

/// Sorts a ranking as trec_eval does before it measures: by falling score, equal scores by falling
/// id (compared as bytes). trec_eval ignores the order of the run file.
void sort_as_trec_eval(Ranking& ranking);

/// The measures of one ranking, each from 0 to 1. Names in backquotes are trec_eval's. All measures
/// of a query without relevant articles are 0.
struct Measures {
  /// `map`: mean over all relevant articles of the precision at each.
  double average_precision = 0;
  /// `ndcg_cut_10`: the sum of gain / log2(rank + 1) over the first 10, divided by the same sum for
  /// the best possible order of all judged articles (K. Järvelin, J. Kekäläinen, TOIS 20:4, 2002,
  /// with the discount of C. Burges et al., ICML 2005).
  double ndcg_10 = 0;
  double precision_10 = 0;  ///< `P_10`: relevant articles among the first 10, divided by 10
  double recall_100 = 0;  ///< `recall_100`: share of all relevant articles that the first 100 hold
  double reciprocal_rank = 0;  ///< `recip_rank`: 1 / rank of the first relevant article
  friend bool operator==(const Measures&, const Measures&) = default;
};

/// The measures of one ranking.
/// @param ranking  in any order; it is measured in the order of sort_as_trec_eval().
Measures measure(Ranking ranking, const Gains& gains);

/// The measures of one query of a run.
struct QueryMeasures {
  std::string query_id;
  std::size_t retrieved = 0;           ///< articles in the ranking
  std::size_t relevant = 0;            ///< judged articles with a gain above zero
  std::size_t relevant_retrieved = 0;  ///< of those, the ones in the ranking, at any rank
  Measures measures;
};

/// The measures of one run over a collection.
struct Evaluation {
  std::vector<QueryMeasures> queries;  ///< the judged queries, in the order given
  Measures mean;                       ///< over `queries`, each with the same weight
  /// Ids of queries without any judgement, which are left out.
  std::vector<std::string> not_judged;
  /// Ids of judged queries that were not given, which are left out.
  std::vector<std::string> not_queried;
};

/// Runs and measures each judged query. A query that finds nothing counts as 0, as with `trec_eval
/// -c`, and so does a query whose judged articles are all irrelevant.
/// @param retrieve  called once for each judged query, in order; 1,000 articles a query are
/// customary.
/// @param observe   called with each ranking in trec_eval's order, for a run file; may be empty.
/// Passes on exceptions of both functions.
Evaluation evaluate(const std::vector<JudgedQuery>& queries, const Judgements& judgements,
                    const std::function<Ranking(const JudgedQuery&)>& retrieve,
                    const std::function<void(const JudgedQuery&, const Ranking&)>& observe = {});

/// A field of a TREC run file, which ends at white space: "%20" and the like stand for white space,
/// control characters and the controls of writing direction.
std::string run_file_field(std::string_view text);

/// The lines of a TREC run file, "QUERY Q0 ARTICLE RANK SCORE TAG", ranks from 1. Reading a written
/// score gives the same double. Ids and tag are written by run_file_field().
std::string to_run_lines(std::string_view query_id, const Ranking& ranking, std::string_view tag);

}  // namespace pullquote
