// SPDX-License-Identifier: GPL-3.0-or-later
// Clauses that stand for many words: every word counts, however many there are.
#include <boost/test/unit_test.hpp>

#include <set>

#include "schema/ranked/impact.h"
#include "tests/support/hand_index.h"

namespace {

using namespace pullquote;
using pullquote::testing::HandIndex;
using pullquote::testing::ids_of;
using pullquote::testing::parsed;

using Ids = std::set<std::string>;

constexpr int kArticles = 700;

std::string number_word(int i) {
  std::string word = "con";
  for (int n = i + 1; n > 0; n /= 20) word += "bcdfghklmnprstvwxzqj"[n % 20];
  return word;
}

/// Each has one word of its own that begins with "con", every third in the headline only, and is
/// named by its number.
std::vector<Article> articles_with_a_word_each() {
  std::vector<Article> articles;
  for (int i = 0; i < kArticles; ++i) {
    Article article;
    article.id = std::to_string(i);
    article.headline = i % 3 == 0 ? number_word(i) : "harbour";
    article.body = i % 3 == 0 ? "The harbour." : "The " + number_word(i) + " harbour.";
    article.language = "en";
    articles.push_back(article);
  }
  Article without;
  without.id = "without";
  without.headline = "harbour";
  without.body = "Nothing else.";
  articles.push_back(without);
  return articles;
}

std::size_t count(Searcher& searcher, const std::string& query, SortOrder sort = SortOrder::Rank) {
  const ResultPage page =
      searcher.search(parsed(query), {.limit = 2000, .sort = sort, .exact_count = true});
  BOOST_TEST(page.matches_exact);
  BOOST_TEST(page.matches == page.hits.size());
  const auto ids = ids_of(page);
  BOOST_TEST((Ids{ids.begin(), ids.end()}.size() == ids.size()));
  return ids.size();
}

}  // namespace

BOOST_AUTO_TEST_SUITE(summed_postings)

BOOST_AUTO_TEST_CASE(a_prefix_finds_every_word_that_begins_so) {
  for (const std::size_t parts : {1u, 3u}) {
    const HandIndex index(articles_with_a_word_each(), parts);
    Searcher searcher = index.searcher();
    const std::size_t in_headline = (kArticles + 2) / 3;
    BOOST_TEST(count(searcher, "con*") == kArticles);
    BOOST_TEST(count(searcher, "con*", SortOrder::Oldest) == kArticles);
    BOOST_TEST(count(searcher, "+con* harbour") == kArticles);
    BOOST_TEST(count(searcher, "harbour -con*") == 1u);
    BOOST_TEST(count(searcher, "headline:con*") == in_headline);
    BOOST_TEST(count(searcher, "body:con*") == kArticles - in_headline);
    BOOST_TEST(count(searcher, "quote:con*") == 0u);
  }
}

BOOST_AUTO_TEST_CASE(similar_words_are_all_found) {
  // Two letters behind "con" at most: each is one or two edits away from "conx" or nearer.
  const HandIndex index(articles_with_a_word_each());
  Searcher searcher = index.searcher();
  int near = 0;
  for (int i = 0; i < kArticles; ++i) near += number_word(i).size() <= 5 ? 1 : 0;
  BOOST_TEST(near > 300);
  BOOST_TEST(count(searcher, "conx~2") >= static_cast<std::size_t>(near));
}

BOOST_AUTO_TEST_CASE(a_prefix_is_near_a_word_whichever_word_it_stands_for) {
  const HandIndex index(articles_with_a_word_each());
  Searcher searcher = index.searcher();
  const std::size_t in_body = kArticles - (kArticles + 2) / 3;
  BOOST_TEST(count(searcher, "con* NEAR/1 harbour") == in_body);
  BOOST_TEST(count(searcher, "the ADJ/1 con*") == in_body);
  BOOST_TEST(count(searcher, "harbour ADJ/1 con*") == 0u);
}

BOOST_AUTO_TEST_CASE(words_of_a_prefix_are_weighed_as_one_word) {
  // A word that stands for itself alone and a prefix that stands for it weigh the same.
  std::vector<Article> articles = articles_with_a_word_each();
  Article twice;
  twice.id = "twice";
  twice.headline = "conbb";
  twice.body = "A conbb, a conbc and a conbb.";
  articles.push_back(twice);
  const HandIndex index(articles);
  Searcher searcher = index.searcher();
  const Query query = parsed("con*");
  const Hit best = searcher.search(query).hits.front();
  BOOST_TEST(best.id == "twice");
  const auto explanation = searcher.explain(query, "twice");
  BOOST_REQUIRE(explanation);
  BOOST_TEST(explanation->value == best.score, boost::test_tools::tolerance(1e-9));
  // Once in the headline, weight 8, and three times in the body, weight 2.
  const ImpactScale scale(RankedField::Combined, index.ranking());
  const int impact = scale(14, {.headline = 1, .quotes = 0, .rest = 7});
  BOOST_REQUIRE(explanation->parts.size() == 2u);
  BOOST_TEST(explanation->parts[0].description == "impact " + std::to_string(impact) + " of 255");
}

BOOST_AUTO_TEST_SUITE_END()
