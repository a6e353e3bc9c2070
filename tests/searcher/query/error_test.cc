// SPDX-License-Identifier: GPL-3.0-or-later
/// Broken queries: what is underlined, and the sentence that helps.
#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <ostream>
#include <string>

#include "pullquote/query.h"

namespace {

using namespace pullquote;
namespace bdata = boost::unit_test::data;

struct ErrorCase {
  const char* text;
  const char* underlined;  ///< one character for each byte of `text`
  const char* says;        ///< part of the message
};

std::ostream& operator<<(std::ostream& out, const ErrorCase& c) {
  return out << c.text;
}

const ErrorCase kErrorCases[] = {
    // clang-format off
    {"AND",
     "^^^", "put it in quotes"},
    {"truce AND",
     "      ^^^", "both sides"},
    {"OR truce",
     "^^", "both sides"},
    {"a OR AND b",
     "     ^^^", "both sides"},
    {"a AND OR b",
     "      ^^", "both sides"},
    {"(a AND) b",
     "   ^^^", "both sides"},
    {"a NEAR/3",
     "  ^^^^^^", "both sides"},
    {"NEAR a",
     "^^^^", "both sides"},
    {"a NEAR -b",
     "  ^^^^", "both sides"},
    {"a NOT",
     "  ^^^", "must follow"},
    {"a NOT NOT b",
     "  ^^^", "must follow"},
    {"-AND a",
     "^", "must follow"},
    {"NOT truce",
     "^^^^^^^^^", "Only exclusions"},
    {"-a -b",
     "^^^^^", "Only exclusions"},
    {"a OR -b",
     "     ^^", "Only exclusions"},
    {"a (-b)^2 -(-c)",
     "         ^^^^", "Two signs"},
    {"truce \"cessation of",
     "      ^", "no partner"},
    {"«a \"b\"",
     "^^", "no partner"},
    {"a \"\" b",
     "  ^^", "nothing between"},
    {"\" - \"",
     "^^^^^", "nothing between"},
    {"(a b",
     "^", "never closed"},
    {"a (b (c)",
     "  ^", "never closed"},
    {"a) b",
     " ^", "never opened"},
    {"a () b",
     "  ^^", "empty"},
    {"said:()",
     "      ^", "Nothing is asked"},
    {"titel:truce",
     "^^^^^^", "did you mean headline:?"},
    {"a sorce:reuters",
     "  ^^^^^^", "did you mean source:?"},
    {"Headline:truce",
     "^^^^^^^^^", "did you mean headline:?"},
    {"before:2016",
     "^^^^^^^", "did you mean until:?"},
    {"xyzzy:truce",
     "^^^^^^", "no field \"xyzzy\""},
    {"headline:",
     "^^^^^^^^^", "directly after the colon"},
    {"a headline: truce",
     "  ^^^^^^^^^", "directly after the colon"},
    {"headline:-truce",
     "         ^", "-headline:word"},
    {"headline:...",
     "^^^^^^^^^^^^", "no word"},
    {"headline:(a body:b)",
     "            ^^^^^", "inside headline:"},
    {"c*",
     "^^", "two letters"},
    {"*",
     "^", "two letters"},
    {"col*r",
     "   ^", "only at the end"},
    {"=cease*",
     "      ^", "= and *"},
    {"ab~",
     "^^^", "three letters"},
    {"aleppo~3",
     "      ^^", "~1 or ~2"},
    {"=aleppo~",
     "       ^", "= and ~"},
    {"=\"a b\"",
     "^", "one word"},
    {"\"a b\"~5",
     "     ^^", "NEAR/5"},
    {"\"a b\"^x",
     "     ^^", "number"},
    {"a^2^3",
     " ^^^^", "one weight"},
    {"truce^abc",
     "     ^^^^", "0.001 to 1000"},
    {"truce^",
     "     ^", "0.001 to 1000"},
    {"truce^-1 a",
     "     ^^^", "0.001 to 1000"},
    {"truce^2x",
     "     ^^^", "0.001 to 1000"},
    {"truce^1e9",
     "     ^^^^", "0.001 to 1000"},
    {"truce^^2",
     "     ^^^", "0.001 to 1000"},
    {"truce^x^2",
     "     ^^^^", "0.001 to 1000"},
    {"cease^2*",
     "     ^^^", "0.001 to 1000"},
    {"\"a b\"^",
     "     ^", "0.001 to 1000"},
    {"headline:truce^abc",
     "              ^^^^", "0.001 to 1000"},
    {"source:reuters^abc",
     "              ^^^^", "0.001 to 1000"},
    {"said:truce^x",
     "          ^^", "0.001 to 1000"},
    {"truce~x",
     "     ^^", "~1 or ~2"},
    {"truce~12",
     "     ^^^", "~1 or ~2"},
    {"truce~1~2",
     "     ^^^^", "~1 or ~2"},
    {"a headline:truce~-1",
     "                ^^^", "~1 or ~2"},
    {"source:reuters~",
     "       ^^^^^^^^", "whole values"},
    {"source:reuters~2",
     "       ^^^^^^^^^", "whole values"},
    {"=headline:truce",
     "^^^^^^^^^^", "headline:=word"},
    {"a -=quote:truce",
     "   ^^^^^^^", "quote:=word"},
    {"=source:reuters",
     "^^^^^^^^", "leave out the ="},
    {"=said:truce",
     "^^^^^^", "said:=word"},
    {"=titel:truce",
     " ^^^^^^", "did you mean headline:?"},
    {"a ^2",
     "  ^^", "close the gap"},
    {"a AND^2 b",
     "  ^^^^^", "no weight"},
    {"headline:body:a",
     "         ^^^^^", "inside headline:"},
    {"said:x:a",
     "     ^^", "no field"},
    {"a^0",
     " ^^", "between 0.001 and 1000"},
    {"a^1001",
     " ^^^^^", "between 0.001 and 1000"},
    {"(a^1000)^2",
     "        ^^", "multiply"},
    {"((a^1000 b)^10 c)",
     "           ^^^", "multiply"},
    {"a NEAR/0 b",
     "  ^^^^^^", "1 to 1000"},
    {"a ADJ/x b",
     "  ^^^^^", "1 to 1000"},
    {"a NEAR/99999999999999999999 b",
     "  ^^^^^^^^^^^^^^^^^^^^^^^^^", "1 to 1000"},
    {"a NEAR/3 b NEAR/4 c",
     "           ^^^^^^", "one operator with one distance"},
    {"a NEAR/3 b ADJ/3 c",
     "           ^^^^^", "one operator with one distance"},
    {"a NEAR (b c)",
     "        ^^^", "alternatives"},
    {"a NEAR source:b",
     "       ^^^^^^^^", "alternatives"},
    {"a NEAR headline:b",
     "       ^^^^^^^^^^", "same field"},
    {"source:reut*",
     "       ^^^^^", "whole values"},
    {"source:=reuters",
     "       ^", "leave out the ="},
    {"source:reuters^2",
     "              ^^", "no weight"},
    {"date:2016^2",
     "         ^^", "no weight"},
    {"date:2016-13",
     "     ^^^^^^^", "no date or range"},
    {"date:2016-02-30",
     "     ^^^^^^^^^^", "no date or range"},
    {"date:..",
     "^^^^^^^", "2016-05-01..2016-05-07"},
    {"since:.",
     "^^^^^^^", "no date;"},
    {"date:2016,2017",
     "     ^^^^^^^^^", "no date or range"},
    {"date:today,monday",
     "     ^^^^^^^^^^^^", "no date or range"},
    {"said:(a,tru*)",
     "        ^^^^", "whole words"},
    {"^2^2",
     "^^^^", "one weight"},
    {":^2^2",
     " ^^^^", "one weight"},
    {"a NEAR/3 truce,aleppo",
     "         ^^^^^^^^^^^^", "alternatives"},
    {"date:2016-05-07..2016-05-01",
     "     ^^^^^^^^^^^^^^^^^^^^^^", "no date or range"},
    {"since:3 days ago",
     "      ^", "with the quotes"},
    {"since:2015..2016",
     "      ^^^^^^^^^^", "no date;"},
    {"date:(2016)",
     "     ^", "no date or range"},
    {"said:(a AND b)",
     "        ^^^", "words, phrases and names"},
    {"said:(headline:a)",
     "      ^^^^^^^^^", "words, phrases and names"},
    {"said:(tru*)",
     "      ^^^^", "whole words"},
    {"? !",
     "^^^", "no word"},
    {"",
     "", "no word"},
    // clang-format on
};

QueryError error_of(std::string_view text) {
  const auto outcome = parse_query(text, {});
  const auto* error = std::get_if<QueryError>(&outcome);
  return error != nullptr ? *error : QueryError{{}, "no error"};
}

BOOST_AUTO_TEST_SUITE(query_errors)

BOOST_DATA_TEST_CASE(a_broken_query_is_underlined_and_explained, bdata::make(kErrorCases), c) {
  const QueryError error = error_of(c.text);
  BOOST_TEST(error.message.find(c.says) != std::string::npos, error.message);
  std::string underlined(error.span.start, ' ');
  underlined.append(error.span.end - error.span.start, '^');
  BOOST_TEST(underlined == c.underlined);
}

BOOST_DATA_TEST_CASE(a_message_is_one_or_two_sentences, bdata::make(kErrorCases), c) {
  const std::string message = error_of(c.text).message;
  BOOST_TEST(message.back() == '.');
  BOOST_TEST(message.size() < 200u);
}

BOOST_AUTO_TEST_CASE(brackets_nest_sixty_four_deep_and_no_deeper) {
  const std::string deep = std::string(64, '(') + "a" + std::string(64, ')');
  BOOST_TEST(std::holds_alternative<Query>(parse_query(deep, {})));
  const QueryError error = error_of("(" + deep + ")");
  BOOST_TEST((error.span == ByteSpan{64, 65}));
}

BOOST_AUTO_TEST_CASE(a_query_has_at_most_1024_clauses) {
  std::string words;
  for (int i = 0; i < 1024; ++i) words += "a ";
  BOOST_TEST(std::holds_alternative<Query>(parse_query(words, {})));
  const QueryError error = error_of(words + "surplus and more");
  BOOST_TEST((error.span == ByteSpan{2048, 2064}));
  BOOST_TEST(error.message.find("1,024") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_query_has_at_most_64_clauses_that_take_long) {
  const auto times = [](const std::string& clause, int n, const std::string& between) {
    std::string text = clause;
    for (int i = 1; i < n; ++i) text += between + clause;
    return text;
  };
  const auto is_query = [](const std::string& text) {
    return std::holds_alternative<Query>(parse_query(text, {}));
  };
  for (const char* clause : {"\"a b\"", "cease*", "mosul~", "and/or", "said:a", "(a NEAR \"b\")"}) {
    const int each = clause[0] == '(' ? 2 : 1;
    BOOST_TEST(is_query(times(clause, 64 / each, " ")), clause);
    const QueryError error = error_of(times(clause, 64 / each, " ") + " " + clause);
    BOOST_TEST(error.message.find("at most 64 phrases") != std::string::npos, clause);
  }
  BOOST_TEST(is_query(times("a", 64, " NEAR/5 ")));
  BOOST_TEST(!is_query(times("a", 65, " NEAR/5 ")));
  BOOST_TEST(is_query("said:(" + times("a", 64, " ") + ")"));
  BOOST_TEST(!is_query("said:(" + times("a", 65, " ") + ")"));
  BOOST_TEST(is_query(times("don't", 200, " ") + " " + times("U.N.", 200, " ") + " " +
                      times("source:\"a b\"", 200, " ") + " " + times("cease-fire", 200, " ")));
  std::string designations;
  for (int i = 0; i < 64; ++i) designations += "to" + std::to_string(i) + " ";
  BOOST_TEST(is_query(designations + "to-0 to1"));
  BOOST_TEST(!is_query(designations + "to64"));
}

BOOST_AUTO_TEST_CASE(a_clause_too_many_is_underlined_with_what_follows) {
  std::string text;
  for (int i = 0; i < 64; ++i) text += "ab* ";
  const QueryError error = error_of(text + "\"c d\" e");
  BOOST_TEST((error.span == ByteSpan{256, 263}));
}

BOOST_AUTO_TEST_CASE(a_query_has_at_most_64_kib) {
  BOOST_TEST(std::holds_alternative<Query>(parse_query(std::string(65536, 'x'), {})));
  const QueryError error = error_of(std::string(65537, 'x'));
  BOOST_TEST((error.span == ByteSpan{65536, 65537}));
}

BOOST_AUTO_TEST_CASE(no_bytes_are_too_strange) {
  using namespace std::string_view_literals;
  for (std::string_view text : {"\0\0\0"sv, "a\0b"sv, "\xFF\xFE"sv, "\xE2\x80"sv, "\"\xE2\x80"sv,
                                "a^\xC2"sv, "\xE2\x80\x9C"sv, "headline:\xF0\x9F"sv, "date:\0"sv}) {
    const auto outcome = parse_query(text, {});
    if (const auto* error = std::get_if<QueryError>(&outcome)) {
      BOOST_TEST(error->span.start <= error->span.end);
      BOOST_TEST(error->span.end <= text.size());
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
