// SPDX-License-Identifier: GPL-3.0-or-later
#include <boost/test/unit_test.hpp>

#include "pullquote/query.h"
#include "tests/searcher/query/tree_text.h"

namespace {

using namespace pullquote;

std::string tree(std::string_view text) {
  return test::tree_text(plain_query(text).root);
}

BOOST_AUTO_TEST_SUITE(plain_text_query)

BOOST_AUTO_TEST_CASE(every_distinct_word_is_one_clause_in_order_of_appearance) {
  BOOST_TEST(tree("Truce in Aleppo, at last?") ==
             "(any (word Truce) (word in) (word Aleppo) (word at) (word last))");
}

BOOST_AUTO_TEST_CASE(a_repeated_word_weighs_as_often_as_it_occurs_whatever_its_form) {
  BOOST_TEST(tree("Wheat, wheat and WHEAT prices") ==
             "(any (word Wheat)^3 (word and) (word prices))");
  BOOST_TEST(tree("the U.N. and the UN") == "(any (word the)^2 (word U.N.)^2 (word and))");
}

BOOST_AUTO_TEST_CASE(operators_fields_and_quotes_mean_nothing) {
  BOOST_TEST(tree("a AND (b OR -c") == "(any (word a) (word AND) (word b) (word OR) (word c))");
  BOOST_TEST(tree("title:\"unbalanced") == "(any (word title) (word unbalanced))");
}

BOOST_AUTO_TEST_CASE(one_word_is_itself_and_no_word_is_empty) {
  BOOST_TEST(tree("truce!") == "(word truce)");
  BOOST_TEST(tree(" ... ") == "(empty)");
  BOOST_TEST(tree("") == "(empty)");
}

BOOST_AUTO_TEST_CASE(text_and_spans_are_kept) {
  const Query query = plain_query("– Truce, truce");
  BOOST_TEST(query.text == "– Truce, truce");
  BOOST_TEST((query.root.span == ByteSpan{4, 9}));
}

BOOST_AUTO_TEST_CASE(long_texts_have_no_limit) {
  std::string text;
  for (int i = 0; i < 5000; ++i) text += "word" + std::to_string(i) + " ";
  BOOST_TEST(plain_query(text).root.children.size() == 5000u);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
