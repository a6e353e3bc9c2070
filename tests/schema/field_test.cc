// SPDX-License-Identifier: GPL-3.0-or-later
#include "pullquote/field.h"

#include <boost/test/unit_test.hpp>

#include <string>

namespace {
using namespace pullquote;
}

BOOST_AUTO_TEST_SUITE(field)

BOOST_AUTO_TEST_CASE(every_row_is_found_by_its_name) {
  for (const Field& row : kFields) BOOST_TEST(find_field(row.name) == &row, row.name);
}

BOOST_AUTO_TEST_CASE(an_unknown_name_finds_nothing) {
  BOOST_TEST(find_field("headlines") == nullptr);
  BOOST_TEST(find_field("HEADLINE") == nullptr);
}

BOOST_AUTO_TEST_CASE(prefixes_are_those_that_omega_documents) {
  BOOST_TEST(find_field("headline")->prefix == "S");
  BOOST_TEST(find_field("author")->prefix == "A");
  BOOST_TEST(find_field("source")->prefix == "H");
  BOOST_TEST(find_field("lang")->prefix == "L");
  BOOST_TEST(find_field("keyword")->prefix == "K");
  BOOST_TEST(find_field("date")->prefix == "D");
  BOOST_TEST(find_field("id")->prefix == "Q");
}

BOOST_AUTO_TEST_CASE(no_prefix_is_the_beginning_of_another_with_a_longer_name) {
  // "XS" beside "XSP" would make the term of one field readable as a term of the other.
  for (const Field& a : kFields) {
    for (const Field& b : kFields) {
      if (a.prefix.size() < 2 || a.prefix == b.prefix) continue;
      BOOST_TEST(!b.prefix.starts_with(a.prefix), std::string(a.name) + " " + std::string(b.name));
    }
  }
}

BOOST_AUTO_TEST_CASE(month_and_year_terms_have_prefixes_of_their_own) {
  for (const Field& row : kFields) {
    BOOST_TEST(row.prefix != "M");
    BOOST_TEST(row.prefix != "Y");
  }
}

BOOST_AUTO_TEST_CASE(only_text_fields_are_ranked) {
  for (const Field& row : kFields) {
    if (row.kind != FieldKind::Text) BOOST_TEST(int{row.default_weight} == 0, row.name);
  }
}

BOOST_AUTO_TEST_CASE(a_plain_body_word_counts_once_and_the_headline_more) {
  const FieldWeights weights;
  BOOST_TEST(int{weights.body} == int{kWeightScale});
  BOOST_TEST(weights.quote >= weights.body);
  BOOST_TEST(weights.headline > weights.quote);
}

BOOST_AUTO_TEST_CASE(every_field_is_described_in_one_line) {
  for (const Field& row : kFields) {
    BOOST_TEST(!row.description.empty(), row.name);
    BOOST_TEST(row.description.find('\n') == std::string_view::npos, row.name);
  }
}

BOOST_AUTO_TEST_SUITE_END()
