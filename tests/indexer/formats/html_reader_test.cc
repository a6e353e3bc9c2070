// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/formats/html_reader.h"

#include <boost/test/unit_test.hpp>
#include <string>
#include <variant>

#include "indexer/pages/html/html_charset.h"

using namespace pullquote;

namespace {

Article read(std::string bytes) {
  RawRecord record;
  record.format = InputFormat::Html;
  record.bytes = std::move(bytes);
  Article article;
  parse_html_page(record, {}, [&](ReadOutcome&& outcome) {
    BOOST_TEST_REQUIRE(std::holds_alternative<ParsedArticle>(outcome));
    article = std::move(std::get<ParsedArticle>(outcome).article);
  });
  return article;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(html_reader)

BOOST_AUTO_TEST_CASE(the_charset_that_a_page_declares_is_found) {
  using html::declared_charset;
  BOOST_TEST(declared_charset("<meta charset=\"utf-8\">") == "utf-8");
  BOOST_TEST(declared_charset(
                 "<META http-equiv=Content-Type content='text/html; charset=koi8-r'>") == "koi8-r");
  BOOST_TEST(declared_charset("<?xml version='1.0' encoding='iso-8859-2'?><html>") == "iso-8859-2");
  BOOST_TEST(declared_charset("<p>charset=none</p>") == "");
  BOOST_TEST(declared_charset("") == "");
}

BOOST_AUTO_TEST_CASE(a_legacy_charset_is_decoded_as_declared) {
  const Article a = read(
      "<meta charset=windows-1251><h1>\xCC\xEE\xF1\xF2 \xE2\xEE\xF1\xF1\xF2\xE0\xED\xEE\xE2\xFF\xF2"
      "</h1>");
  BOOST_TEST(a.headline == "Мост восстановят");
}

BOOST_AUTO_TEST_CASE(a_meta_element_does_not_change_what_is_utf8_already) {
  const Article a = read("<meta charset=iso-8859-1><h1>Brücke wird gebaut</h1>");
  BOOST_TEST(a.headline == "Brücke wird gebaut");
}

BOOST_AUTO_TEST_CASE(identity_language_by_content_and_quotes_are_left_to_the_parser) {
  const Article a = read("<h1>Bridge to be rebuilt</h1><p>\u201CSoon,\u201D she said.</p>");
  BOOST_TEST(a.id == "");
  BOOST_TEST(a.language == "");
  BOOST_TEST(a.quotes.empty());
}

BOOST_AUTO_TEST_SUITE_END()
