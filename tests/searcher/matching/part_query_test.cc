// SPDX-License-Identifier: GPL-3.0-or-later
// Shapes of a query that are evaluated in ways of their own.
#include <boost/test/unit_test.hpp>

#include <string>

#include "tests/support/hand_index.h"
#include "tests/support/two_paths.h"

namespace {

using namespace pullquote;
using pullquote::testing::parsed;
using pullquote::testing::TwoPaths;

constexpr int kArticles = 1000;

/// Articles 0 to 999, all English. Every hundredth is of outlet "rare"; the first of each hundred
/// has "ferry" besides, all have "harbour" near "pilot", and every second "storm".
std::string lines() {
  std::string lines;
  for (int i = 0; i < kArticles; ++i) {
    lines += R"({"id":")" + std::to_string(i) + R"(","headline":"Harbour pilot)" +
             (i % 2 == 0 ? " storm" : "") + (i % 100 == 1 ? " ferry" : "") + R"(","body":"None.")" +
             R"(,"language":"en","source":")" + (i % 100 == 0 ? "rare" : "common") + "\"}\n";
  }
  return lines;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(part_query)

BOOST_AUTO_TEST_CASE(an_alternative_without_weight_satisfies_a_rare_filter) {
  const TwoPaths index(lines());
  for (const bool ranked : {true, false}) {
    Searcher searcher = ranked ? index.ranked() : index.plain();
    SearchOptions options;
    options.limit = kArticles;
    options.exact_count = true;
    const ResultPage page = searcher.search(parsed("source:rare (ferry OR lang:en)"), options);
    BOOST_TEST(page.hits.size() == 10u);
    BOOST_TEST(page.matches == 10u);
  }
}

BOOST_AUTO_TEST_CASE(a_count_is_not_called_exact_when_weak_matches_of_a_distance_were_left_out) {
  const TwoPaths index(lines());
  for (const bool ranked : {true, false}) {
    Searcher searcher = ranked ? index.ranked() : index.plain();
    const ResultPage page = searcher.search(parsed("+(harbour NEAR/4 pilot) storm"));
    BOOST_TEST(page.hits.size() == 10u);
    BOOST_TEST((page.matches == kArticles || !page.matches_exact));
  }
}

BOOST_AUTO_TEST_CASE(an_intersection_of_dense_lists_finds_each_article_once) {
  const TwoPaths index(lines());
  Searcher searcher = index.ranked();
  SearchOptions options;
  options.limit = kArticles;
  options.exact_count = true;
  BOOST_TEST(searcher.search(parsed("harbour AND storm"), options).hits.size() == 500u);
  BOOST_TEST(searcher.search(parsed("storm AND ferry"), options).hits.size() == 0u);
  BOOST_TEST(searcher.search(parsed("ferry AND pilot"), options).hits.size() == 10u);
}

BOOST_AUTO_TEST_SUITE_END()
