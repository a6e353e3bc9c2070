// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/store/quote_columns.h"

#include <boost/test/unit_test.hpp>
#include <random>
#include <string>

#include "pullquote/error.h"
#include "tests/support/damaged_files.h"
#include "tests/support/temporary_directory.h"

namespace pullquote {
namespace {

using testing::TemporaryDirectory;

/// Four articles: the first and the last without a quote.
QuoteTable small_table() {
  return {{0, 2, 1, 0}, {{7, 12}, {0, 0}, {300, 301}}};
}

BOOST_AUTO_TEST_SUITE(quote_columns)

BOOST_AUTO_TEST_CASE(what_is_written_is_read_back) {
  const TemporaryDirectory folder;
  const QuoteColumns columns(folder.write("quotes", encode_quote_columns(small_table())), 4, 3);
  BOOST_TEST(columns.articles() == 4u);
  BOOST_TEST(columns.quotes() == 3u);
  const std::uint32_t first_quotes[] = {1, 1, 3, 4, 4};
  for (std::uint32_t docid = 1; docid <= 5; ++docid) {
    BOOST_TEST(columns.first_quote(docid) == first_quotes[docid - 1]);
  }
  BOOST_TEST(columns.article_of(1) == 2u);
  BOOST_TEST(columns.article_of(2) == 2u);
  BOOST_TEST(columns.article_of(3) == 3u);
  BOOST_TEST((columns.words(1) == QuoteWords{7, 12}));
  BOOST_TEST(columns.words(2).empty());
  BOOST_TEST((columns.words(3) == QuoteWords{300, 301}));
  BOOST_TEST(columns.words(1).size() == 5u);
}

BOOST_AUTO_TEST_CASE(articles_of_many_quotes_are_found) {
  std::mt19937 random(1);
  QuoteTable table;
  std::vector<std::uint32_t> articles;
  for (std::uint32_t article = 1; article <= 1000; ++article) {
    table.quote_counts.push_back(static_cast<std::uint32_t>(random() % 6 / 2));
    articles.insert(articles.end(), table.quote_counts.back(), article);
  }
  table.words.resize(articles.size(), {1, 2});
  const TemporaryDirectory folder;
  const QuoteColumns columns(folder.write("quotes", encode_quote_columns(table)), 1000,
                             articles.size());
  for (std::uint32_t quote = 1; quote <= articles.size(); ++quote) {
    const std::uint32_t article = articles[quote - 1];
    BOOST_REQUIRE(columns.article_of(quote) == article);
    for (const std::uint32_t back : {0u, 1u, 2u, 5u, 100u}) {
      BOOST_REQUIRE(columns.article_of(quote, article > back ? article - back : 1) == article);
    }
  }
}

BOOST_AUTO_TEST_CASE(numbers_that_are_not_there_are_damage) {
  const TemporaryDirectory folder;
  const auto file = folder.write("quotes", encode_quote_columns(small_table()));
  const QuoteColumns columns(file, 4, 3);
  for (const std::uint32_t quote : {0u, 4u, UINT32_MAX}) {
    BOOST_CHECK_THROW(columns.article_of(quote), IndexCorrupt);
    BOOST_CHECK_THROW(columns.words(quote), IndexCorrupt);
  }
  BOOST_CHECK_THROW(columns.first_quote(0), IndexCorrupt);
  BOOST_CHECK_THROW(columns.first_quote(6), IndexCorrupt);
  BOOST_CHECK_THROW(QuoteColumns(file, 3, 3), IndexCorrupt);
  BOOST_CHECK_THROW(QuoteColumns(file, 4, 4), IndexCorrupt);
  BOOST_CHECK_THROW(QuoteColumns(file, UINT64_MAX, 3), IndexCorrupt);
}

BOOST_AUTO_TEST_CASE(numbers_that_contradict_each_other_are_damage) {
  const TemporaryDirectory folder;
  QuoteTable table = small_table();
  table.quote_counts[1] = 9;
  const QuoteColumns more(folder.write("quotes", encode_quote_columns(table)), 4, 3);
  BOOST_CHECK_THROW(more.first_quote(3), IndexCorrupt);
  table.quote_counts[1] = 0;
  const QuoteColumns fewer(folder.write("quotes", encode_quote_columns(table)), 4, 3);
  BOOST_TEST(fewer.article_of(1) == 3u);
  BOOST_CHECK_THROW(fewer.article_of(2), IndexCorrupt);
}

BOOST_AUTO_TEST_CASE(no_quotes_and_no_articles_are_a_file_too) {
  const TemporaryDirectory folder;
  const QuoteColumns columns(folder.write("quotes", encode_quote_columns({})), 0, 0);
  BOOST_TEST(columns.first_quote(1) == 1u);
  BOOST_CHECK_THROW(columns.article_of(1), IndexCorrupt);
}

BOOST_AUTO_TEST_CASE(every_damaged_byte_and_every_cut_is_noticed) {
  testing::check_damage_is_noticed(
      encode_quote_columns(small_table()), [](const std::filesystem::path& file) {
        const QuoteColumns columns(file, 4, 3);
        std::string text;
        for (std::uint32_t docid = 1; docid <= 5; ++docid) {
          text += std::to_string(columns.first_quote(docid)) + " ";
        }
        for (std::uint32_t quote = 1; quote <= 3; ++quote) {
          const QuoteWords words = columns.words(quote);
          text += std::to_string(words.begin) + "-" + std::to_string(words.end) + " ";
        }
        return text;
      });
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace pullquote
