// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/analysis/word_table.h"

#include <boost/test/unit_test.hpp>

#include <set>
#include <string>
#include <vector>

namespace {

using pullquote::WordTable;

std::set<int> values_of(const WordTable<int>& table, std::string_view word) {
  std::set<int> values;
  table.for_each(word, [&](const auto& entry) { values.insert(entry.value); });
  return values;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(word_table)

BOOST_AUTO_TEST_CASE(an_empty_table_has_no_word) {
  const WordTable<int> table;
  BOOST_TEST(table.find("word") == nullptr);
  BOOST_TEST(table.find("") == nullptr);
  BOOST_TEST(values_of(table, "word").empty());
}

BOOST_AUTO_TEST_CASE(a_word_that_was_added_twice_has_both_values) {
  WordTable<int> table;
  table.add("licence", 1);
  table.add("license", 2);
  table.add("licence", 3);
  BOOST_TEST(values_of(table, "licence") == (std::set<int>{1, 3}));
  BOOST_TEST(values_of(table, "license") == (std::set<int>{2}));
  BOOST_TEST(values_of(table, "licens").empty());
}

BOOST_AUTO_TEST_CASE(ten_thousand_words_are_found_and_no_others) {
  std::vector<std::string> words;
  for (int i = 0; i < 10'000; ++i) words.push_back(std::to_string(i));
  WordTable<int> table;
  for (int i = 0; i < 10'000; ++i) table.add(words[static_cast<std::size_t>(i)], i);
  for (int i = 0; i < 20'000; ++i) {
    const auto* entry = table.find(std::to_string(i));
    BOOST_REQUIRE((entry != nullptr) == (i < 10'000));
    if (entry != nullptr) BOOST_TEST(entry->value == i);
  }
  BOOST_TEST(table.entries().size() == 10'000u);
}

BOOST_AUTO_TEST_SUITE_END()
