// SPDX-License-Identifier: GPL-3.0-or-later
/// Between headline and text: dates and bylines that no class gives away.
#include "indexer/pages/html/html_header.h"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <string>
#include <variant>

#include "indexer/pages/html/html_article.h"

namespace bdata = boost::unit_test::data;
using pullquote::Article;
using pullquote::ParsedArticle;

namespace {

const std::string kFirst =
    "The harbour authority said on Monday that the new breakwater would be finished by spring, "
    "after ten years of planning.";
const std::string kSecond =
    "Work began in 2006, stopped when the money ran out, and went on after the storm that sank "
    "four boats.";

Article read(const std::string& page) {
  return std::get<ParsedArticle>(pullquote::html::extract_article(page, {}, false)).article;
}
Article between(const std::string& header) {
  return read("<body><h1>Breakwater done by spring</h1>" + header + "<p>" + kFirst + "</p><p>" +
              kSecond + "</p></body>");
}
std::string day(const Article& article) {
  return article.published ? to_iso8601(*article.published).substr(0, 10) : "none";
}

const std::string kDates[] = {
    "<time datetime='2016-09-12T15:04'>12 September 2016, 15:04</time>",
    "<p><time datetime='2016-09-12'>12 September 2016</time></p>",
    "<p>Published: 12 September 2016</p>",
    "<p>Publi\u00E9 le 12 septembre 2016</p>",
    "<p>Sept. 12, 2016, 3:04 p.m. EDT</p>",
    "<div>By Jo Smith, Harbour correspondent</div><div>12 September 2016</div>",
};
const std::string kBylines[] = {
    "<div>By Jo Smith</div>", "<p>By Jo Smith, The Harbour Times</p>",
    "<p>Von Jo Smith</p>",    "<div>Par Jo Smith</div>",
    "<p>Por Jo Smith</p>",
};

}  // namespace

BOOST_AUTO_TEST_SUITE(html_header)

BOOST_DATA_TEST_CASE(a_date_above_the_text_is_no_part_of_it, bdata::make(kDates), header) {
  const Article article = between(header);
  BOOST_TEST(article.body == kFirst + "\n\n" + kSecond);
  BOOST_TEST(day(article) == "2016-09-12");
}

BOOST_DATA_TEST_CASE(a_byline_above_the_text_is_no_part_of_it, bdata::make(kBylines), header) {
  const Article article = between(header);
  BOOST_TEST(article.body == kFirst + "\n\n" + kSecond);
  BOOST_TEST(article.byline.starts_with("Jo Smith"));
}

BOOST_AUTO_TEST_CASE(the_times_of_a_live_blog_are_no_paragraphs) {
  BOOST_TEST(read("<h1>Breakwater done by spring</h1><div><time>10:04</time><p>" + kFirst +
                  "</p><time>10:31</time><p>" + kSecond + "</p></div>")
                 .body == kFirst + "\n\n" + kSecond);
}

BOOST_AUTO_TEST_CASE(a_byline_beside_the_headline_is_read_though_the_text_stands_elsewhere) {
  BOOST_TEST(read("<main><h1>Breakwater done by spring</h1><p>By Jo Smith</p><div class=text><p>" +
                  kFirst + "</p><p>" + kSecond + "</p></div></main>")
                 .byline == "Jo Smith");
}

BOOST_AUTO_TEST_CASE(what_only_begins_like_a_byline_stays) {
  BOOST_TEST(between("<p>By Monday evening the last stone was set</p>").body ==
             "By Monday evening the last stone was set\n\n" + kFirst + "\n\n" + kSecond);
}

BOOST_AUTO_TEST_CASE(the_dates_of_a_chronicle_stay) {
  BOOST_TEST(read("<h1>The breakwater year by year</h1><div><p>12 September 2006</p><p>" + kFirst +
                  "</p><p>3 May 2016</p><p>" + kSecond + "</p></div>")
                 .body == "12 September 2006\n\n" + kFirst + "\n\n3 May 2016\n\n" + kSecond);
}

BOOST_AUTO_TEST_CASE(headline_byline_and_date_set_as_lines_of_one_block_are_told_apart) {
  const Article article = read(
      "<title>Breakwater done - The Harbour Times</title><table><tr><td><font size=5><b>"
      "Breakwater done</b></font><br><font size=1>By Jo Smith<br>September 12, "
      "2016</font><br><br>" +
      kFirst + "<br><br>" + kSecond + "</td></tr></table>");
  BOOST_TEST(article.headline == "Breakwater done");
  BOOST_TEST(article.byline == "Jo Smith");
  BOOST_TEST(day(article) == "2016-09-12");
  BOOST_TEST(article.body == kFirst + "\n\n" + kSecond);
}

BOOST_AUTO_TEST_SUITE_END()
