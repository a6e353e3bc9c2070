// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/pages/html/html_headline.h"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <ostream>
#include <variant>

#include "indexer/pages/html/html_article.h"

namespace bdata = boost::unit_test::data;
using namespace pullquote::html;

namespace {

struct TitleCase {
  const char* title;
  const char* site;
  const char* headline;
  friend std::ostream& operator<<(std::ostream& os, const TitleCase& c) { return os << c.title; }
};
const TitleCase kTitleCases[] = {
    {"Bridge reopens after flood | The River Times", "The River Times",
     "Bridge reopens after flood"},
    {"Bridge reopens after flood - River Times", "The River Times", "Bridge reopens after flood"},
    {"The River Times: Bridge reopens", "The River Times", "The River Times: Bridge reopens"},
    {"The River Times - Bridge reopens after flood", "The River Times",
     "Bridge reopens after flood"},
    {"Bridge reopens after flood | News | The River Times", "The River Times",
     "Bridge reopens after flood"},
    // A dash that belongs to the headline.
    {"Flood of the century - what we know", "The River Times",
     "Flood of the century - what we know"},
    {"Bridge reopens after flood", "", "Bridge reopens after flood"},
    {"", "", ""},
};

std::string headline_of(std::string_view page) {
  auto result = extract_article(page, {}, false);
  return std::get<pullquote::ParsedArticle>(result).article.headline;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(html_headline)

BOOST_DATA_TEST_CASE(a_title_loses_the_name_of_its_site, bdata::make(kTitleCases), c) {
  BOOST_TEST(without_site_name(c.title, c.site, {}) == c.headline);
}

BOOST_AUTO_TEST_CASE(the_heading_that_readers_see_is_preferred) {
  BOOST_TEST(headline_of("<title>Short title | Site</title><h1>The heading that readers see</h1>"
                         "<p>Text.</p>") == "The heading that readers see");
}

BOOST_AUTO_TEST_CASE(a_logo_in_a_first_heading_is_no_headline) {
  BOOST_TEST(headline_of("<title>Ferry service resumes at dawn - Harbour Gazette</title>"
                         "<meta property=og:site_name content='Harbour Gazette'>"
                         "<header><h1><a href=/>Harbour Gazette</a></h1></header>"
                         "<h2>Ferry service resumes at dawn</h2><p>Text.</p>") ==
             "Ferry service resumes at dawn");
}

BOOST_AUTO_TEST_CASE(without_a_heading_the_metadata_speaks) {
  BOOST_TEST(headline_of("<meta property=og:title content='Ferry service resumes'><p>Text.</p>") ==
             "Ferry service resumes");
  BOOST_TEST(headline_of("<title>Ferry service resumes at dawn | Gazette</title><p>Text.</p>") ==
             "Ferry service resumes at dawn");
  BOOST_TEST(headline_of("<script type=application/ld+json>{\"@type\":\"NewsArticle\","
                         "\"headline\":\"Ferries &amp; trains\"}</script><p>Text.</p>") ==
             "Ferries & trains");
}

BOOST_AUTO_TEST_CASE(a_heading_of_two_words_above_the_text_is_the_headline) {
  const std::string text =
      "<p>The mayor has resigned after nine years.</p><p>She gave no reasons.</p>";
  for (const std::string title :
       {"Harbour Times - News, sport and weather", "Harbour Times", "Mayor resigns - Harbour Times",
        "Harbour Times - Mayor resigns"}) {
    BOOST_TEST(headline_of("<title>" + title + "</title><h1>Mayor resigns</h1>" + text) ==
               "Mayor resigns");
  }
  BOOST_TEST(headline_of("<title>\u05D7\u05D3\u05E9\u05D5\u05EA \u05D4\u05E0\u05DE\u05DC</title>"
                         "<h1>\u05E8\u05D0\u05E9 \u05D4\u05E2\u05D9\u05E8</h1>" +
                         text) == "\u05E8\u05D0\u05E9 \u05D4\u05E2\u05D9\u05E8");
}

BOOST_AUTO_TEST_CASE(a_heading_of_two_words_that_names_site_or_section_is_no_headline) {
  const std::string title = "<title>Ferry service resumes at dawn - Harbour Gazette</title>";
  const std::string text = "<p>The ferry leaves at dawn again, its company said.</p>";
  const std::string headline = "Ferry service resumes at dawn";
  BOOST_TEST(headline_of(title + "<h1>Harbour Gazette</h1><div>" + headline + "</div>" + text) ==
             headline);
  BOOST_TEST(headline_of(title + "<h1>Valley</h1><h2>" + headline + "</h2>" + text) == headline);
}

BOOST_AUTO_TEST_CASE(a_headline_broken_into_lines_is_one_line) {
  BOOST_TEST(headline_of("<h1>Ferry service<br>resumes at dawn</h1><p>Text.</p>") ==
             "Ferry service resumes at dawn");
}

BOOST_AUTO_TEST_SUITE_END()
