// SPDX-License-Identifier: GPL-3.0-or-later
/// Short articles, invented for these tests: what stands beside them is often longer, and is no
/// part of them all the same.
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <ostream>
#include <string>
#include <variant>
#include <vector>

#include "indexer/pages/html/html_article.h"

using pullquote::Article;
using pullquote::ParsedArticle;

namespace {

const std::string kItem =
    "The harbour authority said on Monday that the new breakwater would be finished by spring, "
    "after ten years of planning.";
const std::string kShortItem = "The mayor of Alderbridge has resigned after nine years in office.";
const std::string kImprint =
    "The Harbour Times is published daily by Harbour Media Limited and is a member of the national "
    "press council since 1951. All rights reserved; reproduction of texts and pictures only with "
    "written permission.";
const std::string kConsent =
    "We and our partners store information on your device to show you content that suits you. You "
    "may accept all of it or choose what you allow, and change your mind on any later day.";

Article read(const std::string& page) {
  return std::get<ParsedArticle>(pullquote::html::extract_article(page, {}, false)).article;
}
std::string p(const std::string& text) {
  return "<p>" + text + "</p>";
}

struct Beside {
  std::string why;
  std::string open;
  std::string close;
};
std::ostream& operator<<(std::ostream& out, const Beside& beside) {
  return out << beside.why;
}

const std::vector<Beside> kFooters{{"the element", "<footer>", "</footer>"},
                                   {"the role", "<div role=contentinfo>", "</div>"},
                                   {"an id", "<div id=footer>", "</div>"},
                                   {"a class", "<div class=site-footer>", "</div>"}};
const std::vector<Beside> kRequests{
    {"a box", "<div class=cookie-banner>", "</div>"},
    {"an aside", "<aside class=cookie-banner>", "</aside>"},
    {"an aside of another name", "<aside class=cookie-consent>", "</aside>"},
    {"a dialog of a vendor", "<div id=CybotCookiebotDialog>", "</div>"}};

}  // namespace

BOOST_AUTO_TEST_SUITE(html_short)

BOOST_DATA_TEST_CASE(a_footer_is_no_text_however_short_the_article,
                     boost::unit_test::data::make(kFooters), footer) {
  for (const std::string& text : {kItem, kShortItem, std::string("The mayor has resigned.")}) {
    const Article article =
        read("<body><main><article><h1>Mayor of Alderbridge resigns</h1>" + p(text) +
             "</article></main>" + footer.open + p(kImprint) + footer.close + "</body>");
    BOOST_TEST(article.body == text);
  }
}

BOOST_AUTO_TEST_CASE(a_footer_is_no_text_where_the_article_has_no_heading) {
  BOOST_TEST(
      read("<article><p>The mayor has resigned.</p></article><footer>\u00A9 Harbour Times. " +
           kImprint + "</footer>")
          .body == "The mayor has resigned.");
}

BOOST_AUTO_TEST_CASE(a_page_that_is_called_a_footer_as_a_whole_is_read) {
  BOOST_TEST(read("<body class=sticky-footer><h2>Mayor resigns</h2>" + p(kItem) + "</body>").body ==
             "Mayor resigns\n\n" + kItem);
}

BOOST_DATA_TEST_CASE(a_request_for_consent_is_no_text_whatever_it_is_set_in,
                     boost::unit_test::data::make(kRequests), request) {
  const std::string box = request.open + p(kConsent) + request.close;
  const std::string item =
      "<article><h1>Mayor of Alderbridge resigns</h1>" + p(kItem) + "</article>";
  BOOST_TEST(read("<body><main>" + item + "</main>" + box + "</body>").body == kItem);
  BOOST_TEST(read("<body>" + box + "<main>" + item + "</main></body>").body == kItem);
  BOOST_TEST(read("<body><main>" + item + box + "</main></body>").body == kItem);
}

BOOST_AUTO_TEST_CASE(a_request_for_consent_is_no_text_where_the_item_is_a_line) {
  BOOST_TEST(read("<body><h1>Mayor resigns</h1><p>The mayor has resigned today.</p>"
                  "<div class=cookie-banner>" +
                  p(kConsent) + "</div></body>")
                 .body == "The mayor has resigned today.");
}

BOOST_AUTO_TEST_CASE(an_aside_beside_the_article_is_no_text) {
  BOOST_TEST(read("<body><main><article><h1>Mayor of Alderbridge resigns</h1>" + p(kShortItem) +
                  "</article></main><aside>" + p(kImprint) + "</aside></body>")
                 .body == kShortItem);
}

BOOST_AUTO_TEST_CASE(a_paragraph_that_begins_with_the_copyright_sign_is_no_text) {
  BOOST_TEST(read("<body><h1>Mayor of Alderbridge resigns</h1><div>" + p(kItem) +
                  p("\u00A9 Harbour Media Limited. " + kImprint) + "</div></body>")
                 .body == kItem);
}

BOOST_AUTO_TEST_SUITE_END()
