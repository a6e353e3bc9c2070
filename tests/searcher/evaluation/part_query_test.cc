// SPDX-License-Identifier: GPL-3.0-or-later
// Shapes of a query that are evaluated in ways of their own.
#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <chrono>
#include <random>
#include <string>
#include <utility>

#include "tests/support/hand_index.h"
#include "tests/support/test_index.h"

namespace {

using namespace pullquote;
using pullquote::testing::parsed;
using pullquote::testing::TestIndex;

struct Index : TestIndex {
  explicit Index(const std::string& lines) { build(lines); }
  Searcher searcher() const { return Searcher(Generation::open(path())); }
};

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
  const Index index(lines());
  Searcher searcher = index.searcher();
  SearchOptions options;
  options.limit = kArticles;
  options.exact_count = true;
  const ResultPage page = searcher.search(parsed("source:rare (ferry OR lang:en)"), options);
  BOOST_TEST(page.hits.size() == 10u);
  BOOST_TEST(page.matches == 10u);
}

BOOST_AUTO_TEST_CASE(a_count_is_not_called_exact_when_weak_matches_of_a_distance_were_left_out) {
  const Index index(lines());
  const ResultPage page = index.searcher().search(parsed("+(harbour NEAR/4 pilot) storm"));
  BOOST_TEST(page.hits.size() == 10u);
  BOOST_TEST((page.matches == kArticles || !page.matches_exact));
}

BOOST_AUTO_TEST_CASE(an_intersection_of_dense_lists_finds_each_article_once) {
  const Index index(lines());
  Searcher searcher = index.searcher();
  SearchOptions options;
  options.limit = kArticles;
  options.exact_count = true;
  BOOST_TEST(searcher.search(parsed("harbour AND storm"), options).hits.size() == 500u);
  BOOST_TEST(searcher.search(parsed("storm AND ferry"), options).hits.size() == 0u);
  BOOST_TEST(searcher.search(parsed("ferry AND pilot"), options).hits.size() == 10u);
}

/// 5,000 articles of random days in which words of different frequency occur one to six times, in
/// texts of different length; "labor" beside "labour" is two lists that count as one.
std::string varied_lines() {
  std::mt19937 random(11);
  const std::pair<const char*, unsigned> words[] = {{"harbour", 80}, {"storm", 40}, {"ferry", 25},
                                                    {"labour", 30},  {"labor", 15}, {"pilot", 5}};
  std::string lines;
  for (int i = 0; i < 5000; ++i) {
    std::string body;
    for (const auto& [word, percent] : words) {
      const auto times = random() % 100 < percent ? 1 + random() % 6 : 0;
      for (std::size_t n = 0; n < times; ++n) body += std::string(word) + " ";
    }
    for (auto n = random() % 60; n > 0; --n) body += "quay ";
    lines += R"({"id":")" + std::to_string(i) + R"(","headline":"Notice","body":")" + body +
             R"(x.","language":"en","source":")" + (random() % 3 == 0 ? "rare" : "common") +
             R"(","published":"2026-0)" + std::to_string(1 + random() % 9) + "-1" +
             std::to_string(random() % 10) + "\"}\n";
  }
  return lines;
}

BOOST_AUTO_TEST_CASE(the_first_few_are_those_of_a_search_that_leaves_nothing_out) {
  const Index index(varied_lines());
  Searcher searcher = index.searcher();
  SearchOptions everything;
  everything.limit = 5000;
  everything.exact_count = true;
  for (const char* text : {"harbour", "pilot", "labour", "storm ferry", "harbour labor",
                           "storm ferry pilot labour", "harbour storm date:2026-03-04..2026-07-13",
                           "storm date:2026-05-15..2026-05-16", "storm ferry -pilot",
                           "storm OR source:rare", "+source:rare storm ferry", "headline:notice"}) {
    const Query query = parsed(text);
    const ResultPage all = searcher.search(query, everything);
    for (const std::size_t limit : {0u, 1u, 3u, 5u, 10u}) {
      for (const std::size_t offset : {0u, 2u, 7u}) {
        SearchOptions few;
        few.limit = limit;
        few.offset = offset;
        const ResultPage page = searcher.search(query, few);
        // Where nothing is counted more is left out.
        const auto ids = searcher.search_ids(query, few).ids;
        const std::size_t expected =
            std::min(limit, all.hits.size() - std::min(offset, all.hits.size()));
        BOOST_TEST_REQUIRE(page.hits.size() == expected, text << ", " << limit);
        BOOST_TEST_REQUIRE(ids.size() == expected, text << ", " << limit);
        for (std::size_t i = 0; i < expected; ++i) {
          BOOST_TEST(page.hits[i].id == all.hits[offset + i].id, text << ", hit " << offset + i);
          BOOST_TEST(ids[i].first == all.hits[offset + i].id, text << ", id " << offset + i);
        }
        BOOST_TEST((!page.matches_exact || page.matches == all.matches), text);
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(a_search_whose_time_is_over_says_so_and_finds_nothing_that_does_not_match) {
  const Index index(varied_lines());
  Searcher searcher = index.searcher();
  // Positions of thousands of articles: tens of milliseconds on any machine.
  for (const char* text : {"ha* NEAR/1000 st* NEAR/1000 fe* NEAR/1000 la* NEAR/1000 qu*",
                           "storm -(ha* NEAR/1000 st* NEAR/1000 fe* NEAR/1000 la* NEAR/1000 qu*)",
                           "+storm +((ha* NEAR/1000 st* NEAR/1000 fe*) OR (la* NEAR/1000 qu*))"}) {
    const Query query = parsed(text);
    SearchOptions options{.limit = 5000, .exact_count = true};
    for (const SortOrder sort : {SortOrder::Rank, SortOrder::Newest, SortOrder::Oldest}) {
      options.sort = sort;
      options.timeout = std::chrono::milliseconds(0);
      const IdPage all = searcher.search_ids(query, options);
      BOOST_TEST(all.complete, text);
      options.timeout = std::chrono::milliseconds(1);
      const ResultPage part = searcher.search(query, options);
      BOOST_TEST(!part.complete, text);
      BOOST_TEST(!part.matches_exact, text);
      BOOST_TEST(part.hits.size() < all.ids.size(), text);
      for (const Hit& hit : part.hits) {
        BOOST_TEST(std::count_if(all.ids.begin(), all.ids.end(),
                                 [&](const auto& entry) { return entry.first == hit.id; }) == 1);
      }
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()
