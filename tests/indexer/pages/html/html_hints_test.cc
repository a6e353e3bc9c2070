// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/pages/html/html_hints.h"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <ostream>

#include "indexer/pages/html/html_phrases.h"

namespace bdata = boost::unit_test::data;
using namespace pullquote::html;

namespace {
struct NameCase {
  const char* names;
  const char* hint;
  friend std::ostream& operator<<(std::ostream& os, const NameCase& c) { return os << c.names; }
};
const NameCase kNameCases[] = {
    {"article-body", "body"},
    {"articleBody", "body"},
    {"c-article__body u-wide", "body"},
    {"post article-body", "body"},
    {"post", "content"},
    {"share-bar", "share"},
    {"SocialShare", "share"},
    {"related-posts", "related"},
    {"entry-content related", "related"},
    {"wp-caption-text", "caption"},
    {"postcard", "none"},           // words are whole
    {"adventure", "none"},          // not an ad
    {"has-sidebar", "none"},        // speaks of something else
    {"category-comments", "none"},  // a page's taxonomy
    {"", "none"},
    {"a b c d e f g h i j", "none"},
};
}  // namespace

BOOST_AUTO_TEST_SUITE(html_hints)

BOOST_DATA_TEST_CASE(names_are_read_as_words, bdata::make(kNameCases), c) {
  BOOST_TEST(to_string(hint_of_names(c.names)) == c.hint);
}

BOOST_AUTO_TEST_CASE(a_phrase_is_recognised_by_where_it_stands) {
  BOOST_TEST((match_phrase("Advertisement").where == PhraseMatch::Where::Whole));
  BOOST_TEST((match_phrase("READ MORE: Council votes").hint == Hint::Related));
  BOOST_TEST((match_phrase("\u2022 Read more: Council votes").hint == Hint::Related));
  BOOST_TEST((match_phrase("The advertisement was banned.").hint == Hint::None));
  BOOST_TEST((match_phrase("Readers more often than not").hint == Hint::None));
  BOOST_TEST((match_phrase("To stay informed, sign up for our letter.").where ==
              PhraseMatch::Where::Within));
}

BOOST_AUTO_TEST_SUITE_END()
