// SPDX-License-Identifier: GPL-3.0-or-later
// Ranking against BM25F written from the paper, over generated collections; its fraction is rounded
// to 255ths, as impacts are.
#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <map>

#include "tests/property/generated_articles.h"
#include "tests/support/hand_index.h"

BOOST_AUTO_TEST_SUITE(ranking_oracle)

using namespace pullquote;
using namespace pullquote::testing;

namespace {

/// BM25F of Robertson, Zaragoza and Taylor (2004) by brute force: weighted counts and lengths,
/// saturated once, with the idf of Lucene.
class Oracle {
 public:
  explicit Oracle(const HandIndex& index) : ranking_(index.ranking()) {
    Analyzer analyzer;
    for (const Article& article : index.articles())
      words_.push_back(stored_words(article, analyzer));
  }

  /// In which field, with which boost a word is asked for.
  struct Clause {
    std::string field;
    std::string word;
    double boost = 1;
  };

  /// The score of each article.
  std::vector<double> scores(const Clause& clause) const {
    const double n = static_cast<double>(words_.size());
    // No list counts the articles that have a word in their body: there it is as rare as anywhere.
    const std::string rarity_field = clause.field == "body" ? "" : clause.field;
    double df = 0;
    double total_length = 0;
    for (std::size_t i = 0; i < words_.size(); ++i) {
      df += count(i, {rarity_field, clause.word}) > 0 ? 1 : 0;
      total_length += length(i, clause.field);
    }
    const double idf = std::log(1 + (n - df + 0.5) / (df + 0.5));
    const double k1 = ranking_.k1;
    const double b = ranking_.b;
    std::vector<double> scores;
    for (std::size_t i = 0; i < words_.size(); ++i) {
      const double tf = count(i, clause);
      const double norm = k1 * (1 - b + b * length(i, clause.field) / (total_length / n));
      scores.push_back(tf == 0 ? 0 : clause.boost * idf * (k1 + 1) * in_steps(tf / (tf + norm)));
    }
    return scores;
  }

 private:
  using Place = StoredWord::Place;

  static double in_steps(double fraction) {
    return std::max(std::floor(255 * fraction + 0.5), 1.0) / 255;
  }

  double occurrence(const StoredWord& word, const std::string& field) const {
    if (field == "headline") return word.place == Place::Headline ? 1 : 0;
    if (field == "quote") return word.place == Place::Quote ? 1 : 0;
    if (field == "body" && word.place == Place::Headline) return 0;
    return weight_of(word.place, ranking_.weights) / double{kWeightScale};
  }
  double count(std::size_t article, const Clause& clause) const {
    double sum = 0;
    for (const StoredWord& word : words_[article]) {
      if (word.term == clause.word) sum += occurrence(word, clause.field);
    }
    return sum;
  }
  double length(std::size_t article, const std::string& field) const {
    double sum = 0;
    for (const StoredWord& word : words_[article]) sum += occurrence(word, field);
    return sum;
  }

  RankingParameters ranking_;
  std::vector<std::vector<StoredWord>> words_;
};

struct Expected {
  std::string id;
  double score;
};

/// All matches, best first, ties in docid order.
std::vector<Expected> rank_by_hand(const HandIndex& index, const Oracle& oracle,
                                   const std::vector<Oracle::Clause>& clauses) {
  std::vector<double> sums(index.articles().size());
  for (const Oracle::Clause& clause : clauses) {
    const std::vector<double> scores = oracle.scores(clause);
    for (std::size_t i = 0; i < sums.size(); ++i) sums[i] += scores[i];
  }
  std::vector<Expected> ranked;
  for (std::size_t i = 0; i < sums.size(); ++i) {
    if (sums[i] > 0) ranked.push_back({index.articles()[i].id, sums[i]});
  }
  std::stable_sort(ranked.begin(), ranked.end(),
                   [](const Expected& a, const Expected& b) { return a.score > b.score + 1e-6; });
  return ranked;
}

void compare(const HandIndex& index, const Oracle& oracle, Searcher& searcher,
             const std::vector<Oracle::Clause>& clauses, bool exact_count) {
  std::string text;
  for (const Oracle::Clause& clause : clauses) {
    text += clause.field.empty() ? "" : clause.field + ":";
    text += clause.word;
    if (clause.boost != 1) text += "^" + std::to_string(static_cast<int>(clause.boost));
    text += " ";
  }
  BOOST_TEST_CONTEXT(text) {
    const std::vector<Expected> expected = rank_by_hand(index, oracle, clauses);
    SearchOptions options;
    options.exact_count = exact_count;
    options.snippets = false;
    const ResultPage page = searcher.search(parsed(text), options);
    BOOST_REQUIRE_EQUAL(page.hits.size(), std::min<std::size_t>(10, expected.size()));
    for (std::size_t i = 0; i < page.hits.size(); ++i) {
      BOOST_TEST(std::abs(page.hits[i].score - expected[i].score) < 1e-6);
      // Nearly equal scores may change places with the rounding of sums.
      const auto same = std::find_if(expected.begin(), expected.end(),
                                     [&](const Expected& e) { return e.id == page.hits[i].id; });
      BOOST_TEST((same != expected.end() && std::abs(same->score - expected[i].score) < 1e-6));
    }
    if (page.matches_exact) BOOST_TEST(page.matches == expected.size());
    BOOST_TEST((page.matches_exact || !exact_count));
  }
}

std::vector<Oracle::Clause> random_clauses(ArticleGenerator& generator) {
  static const std::string kFields[] = {"", "", "", "", "headline", "body", "quote"};
  std::vector<Oracle::Clause> clauses;
  for (std::size_t words = 1 + generator.dice().roll(6); words > 0; --words) {
    clauses.push_back({kFields[generator.dice().roll(std::size(kFields))], generator.word(),
                       generator.dice().chance(0.1) ? 3.0 : 1.0});
  }
  return clauses;
}

void compare_many(std::uint32_t seed, CollectionShape shape, RankingParameters parameters,
                  int queries) {
  ArticleGenerator generator(seed, shape);
  const HandIndex index(generator.generate(), 1, parameters);
  const Oracle oracle(index);
  Searcher searcher = index.searcher();
  for (int i = 0; i < queries; ++i) {
    compare(index, oracle, searcher, random_clauses(generator), generator.dice().chance(0.3));
  }
}

}  // namespace

BOOST_AUTO_TEST_CASE(ranking_agrees_with_bm25f_by_brute_force) {
  compare_many(1, {.articles = 300, .vocabulary = 120, .longest_body = 50}, {}, 300);
}

BOOST_AUTO_TEST_CASE(ranking_agrees_where_lists_are_long_enough_to_be_pruned) {
  compare_many(2, {.articles = 1500, .vocabulary = 60, .longest_body = 30}, {}, 100);
}

BOOST_AUTO_TEST_CASE(ranking_agrees_under_other_constants_and_weights) {
  compare_many(3, {}, {.k1 = 2.0, .b = 0.3, .weights = {.headline = 1, .body = 2, .quote = 9}},
               200);
  compare_many(4, {}, {.k1 = 0.5, .b = 1.0, .weights = {.headline = 4, .body = 4, .quote = 4}},
               200);
  compare_many(5, {}, {.k1 = 0.0, .b = 0.0, .weights = {}}, 100);
}

BOOST_AUTO_TEST_SUITE_END()
