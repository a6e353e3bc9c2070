// SPDX-License-Identifier: GPL-3.0-or-later
/// The same article has the same id, however it was found.
#include "indexer/formats/article_id.h"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

namespace pullquote {
namespace {

namespace bdata = boost::unit_test::data;

struct UrlCase {
  const char* url;
  const char* canonical;
  friend std::ostream& operator<<(std::ostream& out, const UrlCase& c) { return out << c.url; }
};

const UrlCase kUrls[] = {
    {"https://gazette.example/a", "https://gazette.example/a"},
    {"HTTPS://Gazette.Example/A/b", "https://gazette.example/A/b"},
    {"http://gazette.example:80/a", "http://gazette.example/a"},
    {"https://gazette.example:443", "https://gazette.example/"},
    {"https://gazette.example:8080/a", "https://gazette.example:8080/a"},
    {"https://gazette.example/a#comments", "https://gazette.example/a"},
    {"https://gazette.example/a?utm_source=x&UTM_medium=y&fbclid=1", "https://gazette.example/a"},
    {"https://gazette.example/a?id=5&utm_source=x&page=2", "https://gazette.example/a?id=5&page=2"},
    {"https://gazette.example?id=5", "https://gazette.example/?id=5"},
    {"/a/b", ""},
    {"gazette.example/a", ""},
    {"mailto:a@gazette.example", ""},
    {"https://", ""},
    {"", ""},
};

BOOST_AUTO_TEST_SUITE(article_identity)

BOOST_DATA_TEST_CASE(urls_have_one_form, bdata::make(kUrls), c) {
  BOOST_TEST(canonical_url(c.url) == c.canonical);
}

BOOST_AUTO_TEST_CASE(url_goes_before_own_id_and_that_before_the_path) {
  Provenance where;
  where.relative_path = "2026/a.jsonl";
  where.number = 3;
  Article article;
  BOOST_TEST(article_id(article, where) == "2026/a.jsonl#3");
  article.id = "own-5";
  BOOST_TEST(article_id(article, where) == "own-5");
  article.url = "https://gazette.example/a#x";
  BOOST_TEST(article_id(article, where) == "https://gazette.example/a");
}

BOOST_AUTO_TEST_CASE(a_file_of_one_record_has_no_number) {
  Provenance where;
  where.relative_path = "a.txt";
  BOOST_TEST(article_id({}, where) == "a.txt");
}

BOOST_AUTO_TEST_CASE(names_that_are_no_text_stay_different) {
  Provenance one;
  one.relative_path = "caf\xE9.txt";
  Provenance two;
  two.relative_path = "caf\xE8.txt";
  BOOST_TEST(article_id({}, one) == "caf%E9.txt");
  BOOST_TEST(article_id({}, two) == "caf%E8.txt");
}

BOOST_AUTO_TEST_CASE(an_id_is_never_empty) {
  BOOST_TEST(article_id({}, {}) == "-");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace pullquote
