// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/terminal/text_layout.h"

#include <boost/test/unit_test.hpp>

#include "cli/terminal/escape.h"

using namespace pullquote;
using namespace pullquote::cli;

BOOST_AUTO_TEST_SUITE(text_layout)

BOOST_AUTO_TEST_CASE(width_is_in_columns_not_bytes) {
  BOOST_TEST(display_width("truce") == 5u);
  BOOST_TEST(display_width("caf\u00e9") == 4u);
  BOOST_TEST(display_width("cafe\u0301") == 4u);
  BOOST_TEST(display_width("\u505c\u706b") == 4u);
  BOOST_TEST(display_width("a\xff") == 2u);
}

BOOST_AUTO_TEST_CASE(lines_break_at_spaces) {
  BOOST_TEST(wrap("the truce held for a day", 10, "") == "the truce\nheld for a\nday\n");
  BOOST_TEST(wrap("the truce held", 11, "  ") == "  the truce\n  held\n");
}

BOOST_AUTO_TEST_CASE(a_word_longer_than_the_line_has_its_own) {
  BOOST_TEST(wrap("a unconstitutionally b", 8, "") == "a\nunconstitutionally\nb\n");
}

BOOST_AUTO_TEST_CASE(newlines_in_the_text_stay) {
  BOOST_TEST(wrap("one\n\ntwo", 20, "> ") == "> one\n\n> two\n");
  BOOST_TEST(wrap("", 20, "> ") == "");
}

BOOST_AUTO_TEST_CASE(marks_are_cut_at_the_ends_of_a_line) {
  const std::string_view text = "the truce held";
  BOOST_TEST(marked_text(text, {0, 14}, {{4, 9}}, "<", ">") == "the <truce> held");
  BOOST_TEST(marked_text(text, {0, 9}, {{4, 14}}, "<", ">") == "the <truce>");
  BOOST_TEST(marked_text(text, {10, 14}, {{0, 3}, {4, 14}}, "<", ">") == "<held>");
}

BOOST_AUTO_TEST_CASE(escape_sequences_and_bidi_overrides_become_visible) {
  BOOST_TEST(escape_for_terminal("a\x1b[31mb") == "a\\x1b[31mb");
  BOOST_TEST(escape_for_terminal("a\u202Eb\u2066c") == "a\\u202eb\\u2066c");
  BOOST_TEST(escape_for_terminal("a\xff"
                                 "b") == "a\\xffb");
  BOOST_TEST(escape_for_terminal("a\u009bb") == "a\\x9bb");
  BOOST_TEST(escape_for_terminal(std::string_view("a\0b", 3)) == "a\\x00b");
  BOOST_TEST(escape_for_terminal("\u0647\u062f\u0646\u0629 tr\u00eave") ==
             "\u0647\u062f\u0646\u0629 tr\u00eave");
}

BOOST_AUTO_TEST_CASE(line_ends_are_folded_unless_kept) {
  BOOST_TEST(escape_for_terminal("a\nb\tc") == "a b c");
  BOOST_TEST(escape_for_terminal("a\nb\tc", Newlines::Keep) == "a\nb c");
}

BOOST_AUTO_TEST_CASE(spans_move_with_the_text_they_mark) {
  std::vector<ByteSpan> spans{{0, 1}, {2, 3}};
  BOOST_TEST(escape_for_terminal("a\x1b"
                                 "b",
                                 spans) == "a\\x1bb");
  BOOST_CHECK((spans == std::vector<ByteSpan>{{0, 1}, {5, 6}}));
}

BOOST_AUTO_TEST_SUITE_END()
