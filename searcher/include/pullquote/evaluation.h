// SPDX-License-Identifier: GPL-3.0-or-later
/// How good a ranking is, by judged collections: queries, judgements, and the measures of trec_eval
/// in its definitions, so that figures compare with published ones.
///
///     const auto queries = std::get<std::vector<JudgedQuery>>(parse_judged_queries(text));
///     const auto judgements = std::get<Judgements>(parse_judgements(judged));
///     const Evaluation found = evaluate(queries, judgements, [&](const JudgedQuery& query) {
///       return searcher.search_ids(plain_query(query.text), {.limit = 1000});
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

struct JudgedQuery {
  std::string id;
  std::string text;  ///< plain text; plain_query() makes a query of it
  friend bool operator==(const JudgedQuery&, const JudgedQuery&) = default;
};

/// Gains of the judged articles of one query, by article id. More than zero is relevant; zero and
/// less is judged and not relevant, which counts like an article that nobody judged.
using Gains = std::map<std::string, int, std::less<>>;

/// Gains by query id.
using Judgements = std::map<std::string, Gains, std::less<>>;

/// What is wrong with a file of queries or judgements, and in which line (from 1).
struct CollectionFault {
  std::size_t line = 0;
  std::string message;  ///< one sentence
  friend bool operator==(const CollectionFault&, const CollectionFault&) = default;
};

/// Lines "ID<TAB>TEXT". Blank lines are skipped; ids must differ; CRLF is accepted.
std::variant<std::vector<JudgedQuery>, CollectionFault> parse_judged_queries(std::string_view text);

/// TREC judgements: lines "QUERY ITERATION ARTICLE GAIN" with blanks or tabs between; the iteration
/// is ignored, blank lines and lines that begin with '#' are skipped.
std::variant<Judgements, CollectionFault> parse_judgements(std::string_view text);

/// Article ids with scores, best first, as Searcher::search_ids() returns them.
using Ranking = std::vector<std::pair<std::string, double>>;

/// Brings a ranking into the order that trec_eval evaluates whatever the order of a run file:
/// falling score, equal scores by falling id (as bytes).
void sort_as_trec_eval(Ranking& ranking);

/// The measures of one ranking, 0 to 1. Where nothing is relevant all are 0.
struct Measures {
  double average_precision = 0;  ///< `map`: mean over the relevant of the precision at each of them
  /// `ndcg_cut_10`: sum of gain / log2(rank + 1) over the first 10, divided by that of the best
  /// possible order of all judged articles (K. Järvelin, J. Kekäläinen, TOIS 20:4, 2002, with the
  /// discount of C. Burges et al., ICML 2005).
  double ndcg_10 = 0;
  double precision_10 = 0;     ///< `P_10`: relevant among the first 10, divided by 10
  double recall_100 = 0;       ///< `recall_100`: relevant among the first 100, of all relevant
  double reciprocal_rank = 0;  ///< `recip_rank`: 1 / rank of the first relevant
  friend bool operator==(const Measures&, const Measures&) = default;
};

/// @param ranking  in any order; it is evaluated in the order of sort_as_trec_eval().
Measures measure(Ranking ranking, const Gains& gains);

struct QueryMeasures {
  std::string query_id;
  std::size_t retrieved = 0;
  std::size_t relevant = 0;            ///< of all judged
  std::size_t relevant_retrieved = 0;  ///< at any rank
  Measures measures;
};

/// One run over a collection.
struct Evaluation {
  std::vector<QueryMeasures> queries;    ///< in the order given
  Measures mean;                         ///< over `queries`, each counting the same
  std::vector<std::string> not_judged;   ///< queries without any judgement: left out
  std::vector<std::string> not_queried;  ///< judged, but not among the queries: left out
};

/// Runs and measures each judged query. One that finds nothing counts as 0, as with `trec_eval -c`,
/// and so does one whose judged articles are all irrelevant.
/// @param retrieve  is asked once for each judged query, in order; the first 1,000 are customary.
/// @param observe   sees each ranking in trec_eval's order, for a run file; may be empty.
Evaluation evaluate(const std::vector<JudgedQuery>& queries, const Judgements& judgements,
                    const std::function<Ranking(const JudgedQuery&)>& retrieve,
                    const std::function<void(const JudgedQuery&, const Ranking&)>& observe = {});

/// Lines of a TREC run file, "QUERY Q0 ARTICLE RANK SCORE TAG", ranks from 1. Scores are written so
/// that reading them back gives the same double. Blanks, which the format cannot hold, become "%20"
/// and the like in ids and tag.
std::string to_run_lines(std::string_view query_id, const Ranking& ranking, std::string_view tag);

}  // namespace pullquote
