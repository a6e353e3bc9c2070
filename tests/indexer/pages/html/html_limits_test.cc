// SPDX-License-Identifier: GPL-3.0-or-later
/// Pages made to hurt: each is read or refused in time that grows with its size alone. A test that
/// hangs has found a quadratic loop.
#include <boost/test/unit_test.hpp>
#include <string>
#include <variant>

#include "indexer/formats/html_reader.h"

using namespace pullquote;

namespace {

std::string repeated(const std::string& piece, std::size_t times) {
  std::string text;
  text.reserve(piece.size() * times);
  for (std::size_t i = 0; i < times; ++i) text += piece;
  return text;
}

/// The body, or "rejected: REASON".
std::string outcome(std::string page, std::uint32_t depth = 256) {
  RawRecord record;
  record.format = InputFormat::Html;
  record.where.source = "page.html";
  record.bytes = std::move(page);
  ReaderOptions options;
  options.limits.nesting_depth = depth;
  options.limits.record_bytes = 8u << 20;
  std::string result = "no outcome";
  int outcomes = 0;
  parse_html_page(record, options, [&](ReadOutcome&& read) {
    ++outcomes;
    if (const auto* rejection = std::get_if<Rejection>(&read)) {
      BOOST_TEST(rejection->source == "page.html");
      result = "rejected: " + rejection->reason;
    } else {
      result = std::get<ParsedArticle>(read).article.body;
    }
  });
  BOOST_TEST(outcomes == 1);
  return result;
}

const std::string kText =
    "The council met on Monday, and it decided that the old bridge would be rebuilt.";
const std::string kParagraph = "<p>" + kText + "</p>";

}  // namespace

BOOST_AUTO_TEST_SUITE(html_limits)

BOOST_AUTO_TEST_CASE(nesting_beyond_the_limit_is_refused) {
  BOOST_TEST(outcome(repeated("<div>", 1'000'000) + kParagraph) == "rejected: nested too deeply");
  BOOST_TEST(outcome(repeated("<b>", 300) + kParagraph) == "rejected: nested too deeply");
  BOOST_TEST(outcome(repeated("<div>", 200) + kParagraph) == kText);
  BOOST_TEST(outcome(repeated("<div>", 20) + kParagraph, 10) == "rejected: nested too deeply");
}

BOOST_AUTO_TEST_CASE(a_page_over_the_size_limit_is_refused) {
  BOOST_TEST(outcome(std::string(9u << 20, ' ')) == "rejected: record too large");
}

BOOST_AUTO_TEST_CASE(a_page_without_headline_and_text_is_refused) {
  BOOST_TEST(outcome("") == "rejected: no headline and no body");
  BOOST_TEST(outcome("<html><body><nav><a href=x>Home</a></nav></body></html>") ==
             "rejected: no headline and no body");
}

BOOST_AUTO_TEST_CASE(end_tags_without_start_tags_are_cheap) {
  BOOST_TEST(outcome(repeated("<div>", 200) + repeated("</b>", 200'000) + kParagraph) == kText);
}

BOOST_AUTO_TEST_CASE(long_and_many_attributes_are_cheap) {
  BOOST_TEST(outcome("<div class='" + repeated("a b-c ", 1'000'000) + "'>" + kParagraph) == kText);
  std::string tag = "<div";
  for (int i = 0; i < 200'000; ++i) tag += " a" + std::to_string(i) + "=1";
  BOOST_TEST(outcome(tag + ">" + kParagraph) == kText);
}

BOOST_AUTO_TEST_CASE(entities_of_a_page_are_never_expanded) {
  std::string page = "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;\">]>";
  const std::string body = outcome(page + "<p>" + kText + repeated("&b;", 1000) + "</p>");
  BOOST_TEST(body.size() < 10'000u);
}

BOOST_AUTO_TEST_CASE(things_that_never_close_are_searched_for_once) {
  for (const char* piece :
       {"<!--", "<!", "<?", "<script>", "<p class=\"", "<p class='", "<", "&"}) {
    BOOST_TEST(outcome(kParagraph + repeated(piece, 500'000)).starts_with(kText), piece);
  }
}

BOOST_AUTO_TEST_CASE(linked_data_without_end_is_cheap) {
  const std::string open = "<script type=application/ld+json>";
  for (const char* piece :
       {"[", "{\"@graph\":", "{\"a\":\" ", "\\", "\"", "{\"@type\":\"Article\","}) {
    BOOST_TEST(outcome(open + repeated(piece, 200'000) + "</script>" + kParagraph) == kText, piece);
  }
}

BOOST_AUTO_TEST_CASE(metadata_without_end_is_cheap) {
  std::string page;
  for (int i = 0; i < 50'000; ++i)
    page += "<meta name=author content='N" + std::to_string(i) + "'>";
  BOOST_TEST(outcome(page + kParagraph) == kText);
}

BOOST_AUTO_TEST_SUITE_END()
