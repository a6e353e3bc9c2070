// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/pages/html/html_prescan.h"

#include <boost/test/unit_test.hpp>

using namespace pullquote::html;

namespace {
std::string markup(std::string_view page) {
  return prescan(page).markup;
}
}  // namespace

BOOST_AUTO_TEST_SUITE(html_prescan)

BOOST_AUTO_TEST_CASE(scripts_styles_comments_and_declarations_are_cut_out) {
  BOOST_TEST(
      markup("<!DOCTYPE html><p>a<script>if (a<b) {}</script>b<style>p{}</style>c<!-- d -->e") ==
      "<p>abce");
}

BOOST_AUTO_TEST_CASE(a_script_ends_at_its_end_tag_whatever_it_contains) {
  BOOST_TEST(markup("<script>var s = \"<p>no</p><!-- <b>\";</SCRIPT >yes") == "yes");
}

BOOST_AUTO_TEST_CASE(an_element_whose_name_begins_like_script_is_none) {
  BOOST_TEST(markup("<scripture>a</scripture>") == "<scripture>a</scripture>");
}

BOOST_AUTO_TEST_CASE(only_attributes_that_are_read_remain) {
  BOOST_TEST(markup("<p data-x='<i>' class=lead onclick=\"a>b\" ID='top'>text</p>") ==
             "<p class=\"lead\" ID=\"top\">text</p>");
}

BOOST_AUTO_TEST_CASE(of_a_repeated_attribute_the_first_counts) {
  BOOST_TEST(markup("<p class=a class=b>") == "<p class=\"a\">");
}

BOOST_AUTO_TEST_CASE(an_attribute_whose_quotes_never_close_ends_at_the_tag) {
  BOOST_TEST(markup("<p class='lead>text</p>") == "<p class=\"lead\">text</p>");
}

BOOST_AUTO_TEST_CASE(a_comment_that_never_ends_hides_nothing_after_its_own_bracket) {
  BOOST_TEST(markup("a<!-- b > c") == "a c");
  BOOST_TEST(markup("a<!-->b") == "ab");
}

BOOST_AUTO_TEST_CASE(a_bracket_that_opens_no_tag_is_text) {
  BOOST_TEST(markup("2 < 3 <3") == "2 &lt; 3 &lt;3");
}

BOOST_AUTO_TEST_CASE(a_nul_byte_does_not_end_the_page) {
  BOOST_TEST(markup(std::string_view("a\0b", 3)) == "a b");
}

BOOST_AUTO_TEST_CASE(linked_data_is_set_aside_in_order) {
  const auto page = prescan(
      "<script type=\"application/ld+json\">{\"a\":1}</script><script>x</script>"
      "<script type='application/ld+json; charset=utf-8'>{\"b\":2}</script>text");
  BOOST_TEST_REQUIRE(page.json_ld.size() == 2u);
  BOOST_TEST(page.json_ld[0] == "{\"a\":1}");
  BOOST_TEST(page.json_ld[1] == "{\"b\":2}");
  BOOST_TEST(page.markup == "text");
}

BOOST_AUTO_TEST_CASE(a_script_that_never_ends_takes_the_rest_of_the_page) {
  BOOST_TEST(markup("a<script>b <p>c") == "a");
}

BOOST_AUTO_TEST_SUITE_END()
