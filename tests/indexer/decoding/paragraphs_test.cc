// SPDX-License-Identifier: GPL-3.0-or-later
/// White space and layout.
#include "indexer/decoding/paragraphs.h"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <random>
#include <string>

namespace pullquote {
namespace {

namespace bdata = boost::unit_test::data;

struct TextCase {
  const char* text;
  const char* expected;
  friend std::ostream& operator<<(std::ostream& out, const TextCase& c) { return out << c.text; }
};

const TextCase kSingleLines[] = {
    {"plain words", "plain words"},
    {"  at\tthe \n ends  ", "at the ends"},
    {"no\u00A0break\u202Fspaces\u3000too", "no break spaces too"},
    {"a longer text with  two spaces and a trailing one ",
     "a longer text with two spaces and a trailing one"},
    {"\u201Cquotes\u201D \u2013 dashes \u20AC stay",
     "\u201Cquotes\u201D \u2013 dashes \u20AC stay"},
    {"\u2028\u2003", ""},
    {"", ""},
};

BOOST_AUTO_TEST_SUITE(paragraphs)

BOOST_DATA_TEST_CASE(a_single_line_has_single_spaces, bdata::make(kSingleLines), c) {
  BOOST_TEST(single_line(c.text) == c.expected);
}

BOOST_AUTO_TEST_CASE(the_fast_path_agrees_with_the_definition) {
  // The definition, byte by byte, for ASCII.
  const auto plain = [](const std::string& text) {
    std::string out;
    for (char c : text) {
      const bool space = c == ' ' || c == '\t' || c == '\n';
      if (!space) out += c;
      if (space && !out.empty() && out.back() != ' ') out += ' ';
    }
    if (out.ends_with(' ')) out.pop_back();
    return out;
  };
  std::mt19937 random(1);
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    const auto density = 2 + random() % 12;
    for (auto i = random() % 60; i > 0; --i) {
      text += random() % density == 0 ? " \t\n  "[random() % 5]
                                      : static_cast<char>('a' + random() % 26);
    }
    BOOST_REQUIRE_EQUAL(single_line(text), plain(text));
  }
}

const TextCase kBodies[] = {
    {"One.\n\nTwo.", "One.\n\nTwo."},
    {"One.\n \t\n\n\nTwo.\n", "One.\n\nTwo."},
    {"The first line of a wrapped\ntext goes on here and does\nnot stop.\n\nA second "
     "paragraph\nfollows.",
     "The first line of a wrapped text goes on here and does not stop.\n\nA second paragraph "
     "follows."},
    {"    All lines are\n    indented alike and\n    wrapped.",
     "All lines are indented alike and wrapped."},
    {"Flush first line\ngoes on.\n  Indented second\ngoes on.",
     "Flush first line goes on.\n\nIndented second goes on."},
    {"One sentence.\nAnother one.\nA third one.", "One sentence.\n\nAnother one.\n\nA third one."},
    {"\n\n", ""},
    {"", ""},
};

BOOST_DATA_TEST_CASE(layout_becomes_paragraphs, bdata::make(kBodies), c) {
  BOOST_TEST(reflow(c.text) == c.expected);
}

BOOST_AUTO_TEST_CASE(long_lines_are_paragraphs_of_their_own) {
  const std::string one(150, 'a');
  const std::string two(150, 'b');
  BOOST_TEST(reflow(one + "\n" + two) == one + "\n\n" + two);
}

BOOST_AUTO_TEST_CASE(reflowing_again_changes_nothing) {
  for (const TextCase& c : kBodies) BOOST_TEST(reflow(reflow(c.text)) == reflow(c.text));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace pullquote
