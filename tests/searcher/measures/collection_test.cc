// SPDX-License-Identifier: GPL-3.0-or-later
#include <boost/test/unit_test.hpp>

#include "pullquote/evaluation.h"

namespace {

using namespace pullquote;

std::size_t fault_line(const auto& outcome) {
  const auto* fault = std::get_if<CollectionFault>(&outcome);
  return fault != nullptr ? fault->line : 0;
}

BOOST_AUTO_TEST_SUITE(evaluation_collection)

BOOST_AUTO_TEST_CASE(queries_are_an_id_a_tab_and_text) {
  const auto outcome = parse_judged_queries("1\twhat is a truce?\r\n\nq2\ta\tb\n3\t");
  const auto& queries = std::get<std::vector<JudgedQuery>>(outcome);
  const std::vector<JudgedQuery> expected{{"1", "what is a truce?"}, {"q2", "a\tb"}, {"3", ""}};
  BOOST_TEST((queries == expected));
}

BOOST_AUTO_TEST_CASE(a_query_without_a_tab_or_id_is_a_fault_of_its_line) {
  BOOST_TEST(fault_line(parse_judged_queries("1\ta\n2 b\n")) == 2u);
  BOOST_TEST(fault_line(parse_judged_queries("\n\tb\n")) == 2u);
}

BOOST_AUTO_TEST_CASE(a_query_id_is_used_once) {
  BOOST_TEST(fault_line(parse_judged_queries("1\ta\n2\tb\n1\tc\n")) == 3u);
}

BOOST_AUTO_TEST_CASE(judgements_are_four_columns_the_second_ignored) {
  const auto outcome = parse_judgements("# judged twice\n1 0 a 2\n1\tQ0\tb\t0\r\n\n2  0  a  -1");
  const Judgements expected{{"1", {{"a", 2}, {"b", 0}}}, {"2", {{"a", -1}}}};
  BOOST_TEST((std::get<Judgements>(outcome) == expected));
}

BOOST_AUTO_TEST_CASE(a_malformed_judgement_is_a_fault_of_its_line) {
  BOOST_TEST(fault_line(parse_judgements("1 0 a 1\n1 0 b\n")) == 2u);
  BOOST_TEST(fault_line(parse_judgements("1 0 a 1 x\n")) == 1u);
  BOOST_TEST(fault_line(parse_judgements("1 0 a yes\n")) == 1u);
  BOOST_TEST(fault_line(parse_judgements("1 0 a 99999999999\n")) == 1u);
}

BOOST_AUTO_TEST_CASE(an_article_is_judged_once_for_a_query) {
  BOOST_TEST(fault_line(parse_judgements("1 0 a 1\n2 0 a 1\n1 0 a 0\n")) == 3u);
}

BOOST_AUTO_TEST_CASE(empty_files_hold_nothing) {
  BOOST_TEST(std::get<std::vector<JudgedQuery>>(parse_judged_queries("")).empty());
  BOOST_TEST(std::get<Judgements>(parse_judgements("\n\n")).empty());
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
