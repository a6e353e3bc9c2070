// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/printing/query_error.h"

#include <boost/test/unit_test.hpp>

#include "cli/terminal/text_layout.h"

using namespace pullquote;
using namespace pullquote::cli;

namespace {

std::string underline(std::string_view query, std::uint32_t start, std::uint32_t end,
                      std::size_t columns = 80) {
  return underlined(query, QueryError{{start, end}, "wrong"}, columns);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(query_error)

BOOST_AUTO_TEST_CASE(marks_the_bytes_in_question) {
  BOOST_TEST(underline("truce AND", 6, 9) ==
             "  truce AND\n"
             "        ^~~\n");
}

BOOST_AUTO_TEST_CASE(an_error_at_the_end_points_behind_the_text) {
  BOOST_TEST(underline("truce", 5, 5) ==
             "  truce\n"
             "       ^\n");
}

BOOST_AUTO_TEST_CASE(counts_columns_not_bytes) {
  BOOST_TEST(underline("tr\u00eave (", 7, 8) ==
             "  tr\u00eave (\n"
             "        ^\n");
  BOOST_TEST(underline("\u505c\u706b (", 7, 8) ==
             "  \u505c\u706b (\n"
             "       ^\n");
}

BOOST_AUTO_TEST_CASE(control_characters_take_the_room_of_their_escape) {
  BOOST_TEST(underline("a\x1b (", 3, 4) ==
             "  a\\x1b (\n"
             "        ^\n");
}

BOOST_AUTO_TEST_CASE(a_long_query_is_shown_around_the_error) {
  const std::string query = std::string(5000, 'a') + " AND " + std::string(5000, 'b');
  const std::string lines = underline(query, 5001, 5004, 60);
  const std::string first = lines.substr(0, lines.find('\n'));
  const std::string second = lines.substr(first.size() + 1);
  BOOST_TEST(display_width(first) <= 60u);
  BOOST_TEST(first.find(" AND ") != std::string::npos);
  const std::size_t column = second.find("^~~\n");
  BOOST_TEST(column == display_width(first.substr(0, first.find("AND"))));
}

BOOST_AUTO_TEST_CASE(a_span_beyond_the_text_is_cut) {
  BOOST_TEST(underline("ab", 1, 99) ==
             "  ab\n"
             "   ^\n");
  BOOST_TEST(underline("", 7, 9) ==
             "  \n"
             "  ^\n");
}

BOOST_AUTO_TEST_SUITE_END()
