// SPDX-License-Identifier: GPL-3.0-or-later
#include "pullquote/json.h"

#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>

BOOST_AUTO_TEST_SUITE(json)

using namespace pullquote;
using Json = nlohmann::ordered_json;

namespace {

std::string first_key(const std::string& line) {
  return Json::parse(line).begin().key();
}

}  // namespace

BOOST_AUTO_TEST_CASE(each_object_is_one_line_that_begins_with_the_version_of_the_format) {
  Article article;
  article.body = "two\nlines";
  for (const std::string& line :
       {article_json(article), hit_json({}, std::nullopt), build_report_json({}),
        rejection_json({}), rollback_json({"20261122T103000Z-0001"})}) {
    BOOST_TEST(line.find('\n') == line.size() - 1);
    BOOST_TEST(first_key(line) == "format_version");
    BOOST_TEST(Json::parse(line)["format_version"] == kJsonFormatVersion);
  }
}

BOOST_AUTO_TEST_CASE(what_is_unknown_is_absent) {
  Article article;
  article.id = "one";
  article.headline = "Harbour reopens";
  const Json object = Json::parse(article_json(article));
  BOOST_TEST(object["headline"] == "Harbour reopens");
  for (const char* const key : {"url", "source", "published", "modified", "language", "byline"}) {
    BOOST_TEST(!object.contains(key), key);
  }
}

BOOST_AUTO_TEST_CASE(bytes_that_are_no_utf8_become_replacement_characters) {
  Rejection rejection;
  rejection.source = "news\xFF.json";
  BOOST_TEST(rejection_json(rejection).find("news\xEF\xBF\xBD.json") != std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
