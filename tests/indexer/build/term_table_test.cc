// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/build/term_table.h"

#include <boost/test/unit_test.hpp>
#include <string>
#include <string_view>
#include <vector>

using namespace pullquote;

namespace {

BOOST_AUTO_TEST_SUITE(term_table)

BOOST_AUTO_TEST_CASE(each_text_has_one_row_in_order_of_first_use) {
  TermTable<int> table;
  BOOST_TEST(table.find_or_add("b") == 0u);
  BOOST_TEST(table.find_or_add("a") == 1u);
  BOOST_TEST(table.find_or_add("b") == 0u);
  BOOST_TEST(table.text(1) == "a");
}

BOOST_AUTO_TEST_CASE(texts_looked_up_together_get_the_rows_they_get_alone) {
  TermTable<int> table;
  std::vector<std::uint32_t> rows{99};
  table.find_or_add("known");
  table.find_or_add(std::vector<std::string_view>{"new", "known", "new", ""}, rows);
  BOOST_TEST(rows == (std::vector<std::uint32_t>{99, 1, 0, 1, 2}),
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(texts_that_differ_in_one_byte_have_rows_of_their_own) {
  TermTable<int> table;
  std::uint32_t rows = 0;
  for (std::size_t size = 1; size < 40; ++size) {
    BOOST_TEST_REQUIRE(table.find_or_add(std::string(size, 'a')) == rows++);
    for (std::size_t at = 0; at < size; ++at) {
      std::string text(size, 'a');
      text[at] = 'b';
      BOOST_TEST_REQUIRE(table.find_or_add(text) == rows++);
    }
  }
}

BOOST_AUTO_TEST_CASE(it_grows_and_keeps_working) {
  for (const std::size_t count : {10u, 20000u, 5u, 300u}) {
    TermTable<int> table;
    for (std::size_t i = 0; i < count; ++i) {
      const auto row = table.find_or_add("word" + std::to_string(i));
      BOOST_TEST_REQUIRE(row == i);
      BOOST_TEST_REQUIRE(table[row] == 0);
      table[row] = 1;
    }
    for (std::size_t i = 0; i < count; ++i) {
      BOOST_TEST_REQUIRE(table.find_or_add("word" + std::to_string(i)) == i);
    }
    BOOST_TEST(table.size() == count);
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
