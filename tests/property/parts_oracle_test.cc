// SPDX-License-Identifier: GPL-3.0-or-later
// The same articles in one part and in several: the same answers, to the last bit.
#include <boost/test/unit_test.hpp>

#include <algorithm>

#include "tests/property/generated_articles.h"
#include "tests/support/hand_index.h"

BOOST_AUTO_TEST_SUITE(parts_oracle)

using namespace pullquote;
using namespace pullquote::testing;

namespace {

/// Text of a query with some of everything.
std::string random_query(ArticleGenerator& generator) {
  Dice& dice = generator.dice();
  const auto word = [&] { return generator.word(); };
  switch (dice.roll(9)) {
    case 0:
      return word();
    case 1:
      return word() + " " + word() + " " + word();
    case 2:
      return "+" + word() + " " + word() + " -" + word();
    case 3:
      return word() + " AND " + word();
    case 4:
      return "\"" + word() + " " + word() + "\" " + word();
    case 5:
      return "headline:" + word() + " quote:" + word() + " " + word() + "^2";
    case 6:
      return word() + " NEAR/4 " + word();
    case 7:
      return word() + " source:first date:2014-05-20..2014-06-20";
    default:
      return word().substr(0, 3) + "* " + word() + "~1";
  }
}

void check_same(Searcher& whole, Searcher& divided, const std::string& text,
                const SearchOptions& options) {
  BOOST_TEST_CONTEXT(text << " in order " << static_cast<int>(options.sort)) {
    const Query query = parsed(text);
    const ResultPage expected = whole.search(query, options);
    const ResultPage found = divided.search(query, options);
    BOOST_TEST(ids_of(found) == ids_of(expected), boost::test_tools::per_element());
    if (found.hits.size() != expected.hits.size()) return;
    for (std::size_t i = 0; i < found.hits.size(); ++i) {
      BOOST_TEST(found.hits[i].score == expected.hits[i].score);
    }
    if (options.exact_count) BOOST_TEST(found.matches == expected.matches);
    // Where nothing is counted pruning begins at once, and the oldest are looked for from the end.
    const auto uncounted = divided.search_ids(query, options).ids;
    BOOST_REQUIRE_EQUAL(uncounted.size(), expected.hits.size());
    for (std::size_t i = 0; i < uncounted.size(); ++i) {
      BOOST_TEST(uncounted[i].first == expected.hits[i].id);
      BOOST_TEST(uncounted[i].second == expected.hits[i].score);
    }
  }
}

}  // namespace

BOOST_AUTO_TEST_CASE(one_part_and_several_give_identical_ids_and_scores) {
  const CollectionShape shape{.articles = 500, .vocabulary = 80, .longest_body = 40};
  ArticleGenerator generator(11, shape);
  const std::vector<Article> articles = generator.generate();
  const HandIndex one(articles, 1);
  const HandIndex four(articles, 4);
  const HandIndex seven(articles, 7);
  Searcher whole = one.searcher();
  Searcher in_four = four.searcher();
  Searcher in_seven = seven.searcher();
  for (int i = 0; i < 1500; ++i) {
    const std::string text = random_query(generator);
    SearchOptions options;
    options.snippets = false;
    options.exact_count = generator.dice().chance(0.5);
    options.limit = 1 + generator.dice().roll(25);
    options.offset = generator.dice().chance(0.2) ? generator.dice().roll(20) : 0;
    options.sort = static_cast<SortOrder>(generator.dice().roll(3));
    check_same(whole, in_four, text, options);
    if (i % 3 == 0) check_same(whole, in_seven, text, options);
  }
}

BOOST_AUTO_TEST_CASE(more_parts_than_articles_are_no_trouble) {
  ArticleGenerator generator(12, {.articles = 3, .vocabulary = 5, .longest_body = 10});
  const std::vector<Article> articles = generator.generate();
  const HandIndex one(articles, 1);
  const HandIndex five(articles, 5);
  Searcher whole = one.searcher();
  Searcher in_five = five.searcher();
  for (int i = 0; i < 100; ++i) check_same(whole, in_five, random_query(generator), {});
}

BOOST_AUTO_TEST_SUITE_END()
