// SPDX-License-Identifier: GPL-3.0-or-later
/// Measures against values computed by hand.
#include <boost/test/unit_test.hpp>
#include <cmath>

#include "pullquote/evaluation.h"

namespace {

using namespace pullquote;

/// Articles in this order, with falling scores.
Ranking ranked(std::initializer_list<const char*> ids) {
  Ranking ranking;
  double score = static_cast<double>(ids.size());
  for (const char* id : ids) ranking.emplace_back(id, score--);
  return ranking;
}

constexpr double kExact = 1e-12;

BOOST_AUTO_TEST_SUITE(evaluation_measures)

// Relevant: a (gain 1), b (3), c (2), never found: d (1). Ranking: a x b y c.
//   AP      = (1/1 + 2/3 + 3/5) / 4          = 34/15 / 4 = 17/30
//   DCG@10  = 1/log2(2) + 3/log2(4) + 2/log2(6) = 1 + 1.5 + 2/log2(6)
//   ideal   = 3/log2(2) + 2/log2(3) + 1/log2(4) + 1/log2(5)
//   P@10 = 3/10, recall@100 = 3/4, reciprocal rank = 1
BOOST_AUTO_TEST_CASE(a_graded_ranking_scores_as_computed_by_hand) {
  const Gains gains{{"a", 1}, {"b", 3}, {"c", 2}, {"d", 1}, {"x", 0}};
  const Measures measures = measure(ranked({"a", "x", "b", "y", "c"}), gains);
  BOOST_CHECK_SMALL(measures.average_precision - 17.0 / 30, kExact);
  const double gained = 1 + 1.5 + 2 / std::log2(6.0);
  const double ideal = 3 + 2 / std::log2(3.0) + 0.5 + 1 / std::log2(5.0);
  BOOST_CHECK_SMALL(measures.ndcg_10 - gained / ideal, kExact);
  BOOST_CHECK_SMALL(measures.precision_10 - 0.3, kExact);
  BOOST_CHECK_SMALL(measures.recall_100 - 0.75, kExact);
  BOOST_CHECK_SMALL(measures.reciprocal_rank - 1.0, kExact);
}

// The first relevant at rank 3 of 3: AP = (1/3) / 1, reciprocal rank 1/3, nDCG = 1/log2(4) = 0.5.
BOOST_AUTO_TEST_CASE(a_late_article_counts_less) {
  const Measures measures = measure(ranked({"x", "y", "a"}), {{"a", 1}});
  BOOST_CHECK_SMALL(measures.average_precision - 1.0 / 3, kExact);
  BOOST_CHECK_SMALL(measures.reciprocal_rank - 1.0 / 3, kExact);
  BOOST_CHECK_SMALL(measures.ndcg_10 - 0.5, kExact);
  BOOST_CHECK_SMALL(measures.precision_10 - 0.1, kExact);
}

BOOST_AUTO_TEST_CASE(the_best_order_scores_one_even_with_more_relevant_articles_than_the_cutoff) {
  Gains gains;
  Ranking ranking;
  for (int i = 0; i < 12; ++i) {
    const std::string id = "d" + std::to_string(i);
    gains[id] = i < 6 ? 2 : 1;
    ranking.emplace_back(id, 100 - i);
  }
  const Measures measures = measure(ranking, gains);
  BOOST_CHECK_SMALL(measures.average_precision - 1.0, kExact);
  BOOST_CHECK_SMALL(measures.ndcg_10 - 1.0, kExact);
  BOOST_CHECK_SMALL(measures.precision_10 - 1.0, kExact);
  BOOST_CHECK_SMALL(measures.recall_100 - 1.0, kExact);
}

// Relevant at ranks 100 and 101 of 150: AP = (1/100 + 2/101) / 2, recall@100 = 1/2.
BOOST_AUTO_TEST_CASE(recall_is_cut_at_one_hundred_and_average_precision_is_not) {
  Ranking ranking;
  for (int i = 1; i <= 150; ++i) ranking.emplace_back("d" + std::to_string(i), 1000 - i);
  const Measures measures = measure(ranking, {{"d100", 1}, {"d101", 1}});
  BOOST_CHECK_SMALL(measures.recall_100 - 0.5, kExact);
  BOOST_CHECK_SMALL(measures.average_precision - (0.01 + 2.0 / 101) / 2, kExact);
}

BOOST_AUTO_TEST_CASE(equal_scores_are_ordered_by_falling_id_whatever_their_order) {
  const Ranking ranking{{"a", 1.0}, {"c", 1.0}, {"b", 1.0}, {"z", 2.0}};
  Ranking sorted = ranking;
  sort_as_trec_eval(sorted);
  BOOST_TEST((sorted == Ranking{{"z", 2.0}, {"c", 1.0}, {"b", 1.0}, {"a", 1.0}}));
  BOOST_CHECK_SMALL(measure(ranking, {{"a", 1}}).reciprocal_rank - 0.25, kExact);
}

BOOST_AUTO_TEST_CASE(nothing_found_and_nothing_relevant_score_zero) {
  BOOST_TEST((measure({}, {{"a", 1}}) == Measures{}));
  BOOST_TEST((measure(ranked({"a"}), {{"a", 0}, {"b", -1}}) == Measures{}));
  BOOST_TEST((measure({}, {}) == Measures{}));
}

// Two queries: one perfect, one that finds nothing: every mean is half of the perfect one's.
BOOST_AUTO_TEST_CASE(the_mean_is_over_judged_queries_and_one_without_hits_counts_as_zero) {
  const std::vector<JudgedQuery> queries{{"1", "truce"}, {"2", "nothing"}, {"3", "unjudged"}};
  const Judgements judgements{{"1", {{"a", 1}}}, {"2", {{"b", 1}}}, {"4", {{"c", 1}}}};
  std::vector<std::string> seen;
  const Evaluation evaluation = evaluate(
      queries, judgements,
      [](const JudgedQuery& query) { return query.id == "1" ? ranked({"a"}) : Ranking{}; },
      [&](const JudgedQuery& query, const Ranking& ranking) {
        seen.push_back(query.id + ":" + std::to_string(ranking.size()));
      });
  BOOST_TEST(evaluation.queries.size() == 2u);
  BOOST_CHECK_SMALL(evaluation.mean.average_precision - 0.5, kExact);
  BOOST_CHECK_SMALL(evaluation.mean.ndcg_10 - 0.5, kExact);
  BOOST_CHECK_SMALL(evaluation.mean.precision_10 - 0.05, kExact);
  BOOST_TEST((evaluation.not_judged == std::vector<std::string>{"3"}));
  BOOST_TEST((evaluation.not_queried == std::vector<std::string>{"4"}));
  BOOST_TEST((seen == std::vector<std::string>{"1:1", "2:0"}));
  BOOST_TEST(evaluation.queries[0].relevant_retrieved == 1u);
  BOOST_TEST(evaluation.queries[1].relevant == 1u);
}

BOOST_AUTO_TEST_CASE(an_evaluation_of_nothing_has_a_mean_of_zero) {
  const Evaluation evaluation = evaluate({}, {}, [](const JudgedQuery&) { return Ranking{}; });
  BOOST_TEST((evaluation.mean == Measures{}));
}

BOOST_AUTO_TEST_CASE(a_field_of_a_run_file_has_no_white_space_and_no_controls) {
  BOOST_TEST(run_file_field("a b\tc") == "a%20b%09c");
  BOOST_TEST(run_file_field("\u0085\u202E\u2069\u2028") == "%C2%85%E2%80%AE%E2%81%A9%E2%80%A8");
  // Their neighbours are letters and punctuation.
  BOOST_TEST(run_file_field("\u00A1\u2027\u202F\u206Aé") == "\u00A1\u2027\u202F\u206Aé");
  BOOST_TEST(run_file_field("\xE2\x80") == "\xE2\x80");
}

BOOST_AUTO_TEST_CASE(run_lines_keep_scores_exact_and_ids_without_blanks) {
  const Ranking ranking{{"news/a b.txt", 0.1}, {"c", 1.0 / 3}};
  BOOST_TEST(to_run_lines("7", ranking, "my run") ==
             "7 Q0 news/a%20b.txt 1 0.1 my%20run\n"
             "7 Q0 c 2 0.3333333333333333 my%20run\n");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
