// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/build/ranked/frequent_words.h"

#include <boost/test/unit_test.hpp>

#include <type_traits>
#include <utility>

BOOST_AUTO_TEST_SUITE(frequent_words)

using namespace pullquote;

// A copy would find numbers by views of the words that it was copied from.
static_assert(!std::is_copy_constructible_v<FrequentWords>);
static_assert(!std::is_copy_assignable_v<FrequentWords>);

BOOST_AUTO_TEST_CASE(words_that_one_article_in_32_has_are_numbered_in_byte_order) {
  const FrequentWords words({{"the", 640}, {"harbour", 20}, {"a", 500}, {"zebra", 19}}, 640);
  BOOST_TEST(words.size() == 3u);
  BOOST_TEST(words.number_of("a").value() == 0u);
  BOOST_TEST(words.number_of("harbour").value() == 1u);
  BOOST_TEST(words.word(2) == "the");
  BOOST_TEST(!words.number_of("zebra").has_value());
}

BOOST_AUTO_TEST_CASE(words_that_have_moved_are_found_where_they_went) {
  FrequentWords before({{"a", 1}, {"the", 1}}, 1);
  const FrequentWords words = std::move(before);
  BOOST_TEST(words.number_of("the").value() == 1u);
  BOOST_TEST(words.word(1) == "the");
}

BOOST_AUTO_TEST_SUITE_END()
