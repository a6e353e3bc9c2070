// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/decoding/html_text.h"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <ostream>
#include <string>

namespace bdata = boost::unit_test::data;
using namespace pullquote::html;

BOOST_AUTO_TEST_SUITE(html_text)

struct CollapseCase {
  const char* why;
  const char* text;
  const char* shown;
  friend std::ostream& operator<<(std::ostream& os, const CollapseCase& c) { return os << c.why; }
};
const CollapseCase kCollapseCases[] = {
    {"runs of white space are one space", "a \t\n  b", "a b"},
    {"the ends are trimmed", "  a  ", "a"},
    {"a no-break space is a space", "10\u00A0000 people", "10 000 people"},
    {"an ideographic space is a space", "東京\u3000大阪", "東京 大阪"},
    {"a soft hyphen is invisible", "elec\u00ADtion", "election"},
    {"a zero-width space is invisible", "any\u200Bwhere", "anywhere"},
    {"a zero-width joiner carries meaning", "\u0915\u094D\u200D\u0937", "\u0915\u094D\u200D\u0937"},
    {"C1 controls are windows-1252 punctuation", "it\u0092s", "it\u2019s"},
    {"ill-formed bytes become a replacement character",
     "a\xFF"
     "b",
     "a\uFFFDb"},
    {"nothing stays nothing", "", ""},
};
BOOST_DATA_TEST_CASE(white_space_is_set_as_a_browser_sets_it, bdata::make(kCollapseCases), c) {
  BOOST_TEST(collapse_space(c.text) == c.shown);
}

struct CountCase {
  const char* text;
  unsigned words;
  friend std::ostream& operator<<(std::ostream& os, const CountCase& c) { return os << c.text; }
};
const CountCase kCountCases[] = {
    {"", 0},
    {"one", 1},
    {"Three small words.", 3},
    {"don't don\u2019t", 2},
    {"\u2014 \u201Cquoted\u201D \u2014", 1},
    {"Über größere Flüsse", 3},
    {"Читайте новости", 2},
    {"東京都知事選挙", 3},
};
BOOST_DATA_TEST_CASE(words_are_counted_in_any_script, bdata::make(kCountCases), c) {
  BOOST_TEST(count_words(c.text) == c.words);
}

BOOST_AUTO_TEST_CASE(a_sentence_may_end_in_quotes_and_brackets) {
  BOOST_TEST(ends_like_sentence("It rained."));
  BOOST_TEST(ends_like_sentence("\u201CIt rained.\u201D"));
  BOOST_TEST(ends_like_sentence("(It rained!)"));
  BOOST_TEST(ends_like_sentence("雨が降った。"));
  BOOST_TEST(!ends_like_sentence("Weather"));
  BOOST_TEST(!ends_like_sentence(""));
}

BOOST_AUTO_TEST_CASE(cutting_leaves_characters_whole) {
  BOOST_TEST(cut_utf8("aé", 2) == "a");
  BOOST_TEST(cut_utf8("aé", 3) == "aé");
  BOOST_TEST(cut_utf8("", 5) == "");
}

BOOST_AUTO_TEST_SUITE_END()
