// SPDX-License-Identifier: GPL-3.0-or-later
/// The measures of trec_eval (https://github.com/usnistgov/trec_eval, version 9), each written from
/// its definition. Figures agree with trec_eval's on the order of sort_as_trec_eval().
#include <algorithm>
#include <cmath>

#include "pullquote/evaluation.h"

namespace pullquote {
namespace {

/// Ranks that ndcg_cut_10, P_10 and recall_100 look at.
constexpr std::size_t kGainCutoff = 10;
constexpr std::size_t kPrecisionCutoff = 10;
constexpr std::size_t kRecallCutoff = 100;

/// The gains in the order of the ranking; 0 for articles that are not relevant.
std::vector<int> gains_by_rank(const Ranking& ranking, const Gains& gains) {
  std::vector<int> ranked;
  ranked.reserve(ranking.size());
  for (const auto& [id, score] : ranking) {
    const auto found = gains.find(id);
    ranked.push_back(found == gains.end() ? 0 : std::max(found->second, 0));
  }
  return ranked;
}

/// Relevant articles among the first `cutoff`.
std::size_t count_relevant(const std::vector<int>& gains, std::size_t cutoff) {
  const auto end = gains.begin() + static_cast<std::ptrdiff_t>(std::min(cutoff, gains.size()));
  return static_cast<std::size_t>(
      std::count_if(gains.begin(), end, [](int gain) { return gain > 0; }));
}

/// DCG of the first kGainCutoff ranks.
double discounted_gain(const std::vector<int>& gains) {
  double sum = 0;
  for (std::size_t i = 0; i < std::min(kGainCutoff, gains.size()); ++i) {
    sum += gains[i] / std::log2(static_cast<double>(i + 2));
  }
  return sum;
}

/// The gains of all relevant articles in the best possible order.
std::vector<int> ideal_gains(const Gains& gains) {
  std::vector<int> ideal;
  for (const auto& [id, gain] : gains) {
    if (gain > 0) ideal.push_back(gain);
  }
  std::sort(ideal.rbegin(), ideal.rend());
  return ideal;
}

double share(double part, std::size_t whole) {
  return part / static_cast<double>(whole);
}

double average_precision(const std::vector<int>& ranked, std::size_t relevant) {
  double sum = 0;
  std::size_t found = 0;
  for (std::size_t i = 0; i < ranked.size(); ++i) {
    if (ranked[i] > 0) sum += share(static_cast<double>(++found), i + 1);
  }
  return share(sum, relevant);
}

double reciprocal_rank(const std::vector<int>& ranked) {
  const auto first = std::find_if(ranked.begin(), ranked.end(), [](int gain) { return gain > 0; });
  return first == ranked.end() ? 0 : 1 / static_cast<double>(first - ranked.begin() + 1);
}

/// @param sorted  in the order of sort_as_trec_eval().
QueryMeasures measure_query(const std::string& query_id, const Ranking& sorted,
                            const Gains& gains) {
  const std::vector<int> ranked = gains_by_rank(sorted, gains);
  const std::vector<int> ideal = ideal_gains(gains);
  QueryMeasures result{
      query_id, ranked.size(), ideal.size(), count_relevant(ranked, ranked.size()), {}};
  if (ideal.empty()) return result;
  const auto relevant_until = [&](std::size_t cutoff) {
    return static_cast<double>(count_relevant(ranked, cutoff));
  };
  result.measures = {.average_precision = average_precision(ranked, ideal.size()),
                     .ndcg_10 = discounted_gain(ranked) / discounted_gain(ideal),
                     .precision_10 = share(relevant_until(kPrecisionCutoff), kPrecisionCutoff),
                     .recall_100 = share(relevant_until(kRecallCutoff), ideal.size()),
                     .reciprocal_rank = reciprocal_rank(ranked)};
  return result;
}

/// The arithmetic mean of each measure; 0 without queries.
Measures mean_of(const std::vector<QueryMeasures>& queries) {
  Measures sum;
  for (const QueryMeasures& query : queries) {
    sum.average_precision += query.measures.average_precision;
    sum.ndcg_10 += query.measures.ndcg_10;
    sum.precision_10 += query.measures.precision_10;
    sum.recall_100 += query.measures.recall_100;
    sum.reciprocal_rank += query.measures.reciprocal_rank;
  }
  const std::size_t count = std::max<std::size_t>(queries.size(), 1);
  return {share(sum.average_precision, count), share(sum.ndcg_10, count),
          share(sum.precision_10, count), share(sum.recall_100, count),
          share(sum.reciprocal_rank, count)};
}

}  // namespace

void sort_as_trec_eval(Ranking& ranking) {
  std::sort(ranking.begin(), ranking.end(), [](const auto& a, const auto& b) {
    return a.second != b.second ? a.second > b.second : a.first > b.first;
  });
}

Measures measure(Ranking ranking, const Gains& gains) {
  sort_as_trec_eval(ranking);
  return measure_query("", ranking, gains).measures;
}

Evaluation evaluate(const std::vector<JudgedQuery>& queries, const Judgements& judgements,
                    const std::function<Ranking(const JudgedQuery&)>& retrieve,
                    const std::function<void(const JudgedQuery&, const Ranking&)>& observe) {
  Evaluation evaluation;
  Judgements remaining = judgements;
  for (const JudgedQuery& query : queries) {
    remaining.erase(query.id);
    const auto judged = judgements.find(query.id);
    if (judged == judgements.end()) {
      evaluation.not_judged.push_back(query.id);
      continue;
    }
    Ranking ranking = retrieve(query);
    sort_as_trec_eval(ranking);
    if (observe) observe(query, ranking);
    evaluation.queries.push_back(measure_query(query.id, ranking, judged->second));
  }
  for (const auto& [id, gains] : remaining) evaluation.not_queried.push_back(id);
  evaluation.mean = mean_of(evaluation.queries);
  return evaluation;
}

}  // namespace pullquote
