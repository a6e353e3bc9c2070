// SPDX-License-Identifier: GPL-3.0-or-later
/// JSON objects as people export them, and what becomes of their fields.
#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <string>
#include <variant>
#include <vector>

#include "pullquote/article_reader.h"

namespace pullquote {
namespace {

namespace bdata = boost::unit_test::data;
using Strings = std::vector<std::string>;

ReadOutcome parse(const std::string& json, const ReaderOptions& options = {}) {
  RawRecord record;
  record.where.source = "export.jsonl";
  record.where.relative_path = "export.jsonl";
  record.where.number = 7;
  record.where.offset_bytes = 1234;
  record.format = InputFormat::JsonLines;
  record.bytes = json;
  std::vector<ReadOutcome> outcomes;
  RecordParser(options).parse(record, [&](ReadOutcome&& o) { outcomes.push_back(std::move(o)); });
  BOOST_REQUIRE_EQUAL(outcomes.size(), 1u);
  return std::move(outcomes.front());
}

Article article(const std::string& json, const ReaderOptions& options = {}) {
  ReadOutcome outcome = parse(json, options);
  if (auto* rejection = std::get_if<Rejection>(&outcome)) BOOST_FAIL(rejection->reason);
  return std::get<ParsedArticle>(std::move(outcome)).article;
}

std::string reason(const std::string& json, const ReaderOptions& options = {}) {
  ReadOutcome outcome = parse(json, options);
  const auto* rejection = std::get_if<Rejection>(&outcome);
  return rejection == nullptr ? "(an article)" : rejection->reason;
}

BOOST_AUTO_TEST_SUITE(json_reader)

BOOST_AUTO_TEST_CASE(every_field_has_names_by_default) {
  const Article a = article(
      R"({"guid":"x-1","link":"https://gazette.example/a","publisher":{"name":"The Gazette"},)"
      R"("Title":"Ferry runs again","summary":"After a year.","articleBody":"The ferry ran.",)"
      R"("publishedAt":"2026-03-04T10:00:00+01:00","dateModified":"2026-03-05",)"
      R"("authors":["Ana Lima",{"name":"Bo Tan"}],"inLanguage":"en-GB","category":"Local",)"
      R"("tags":["ferries","harbour"],"image_caption":"The ferry.","credit":"AFP"})");
  BOOST_TEST(a.id == "https://gazette.example/a");
  BOOST_TEST(a.url == "https://gazette.example/a");
  BOOST_TEST(a.source == "The Gazette");
  BOOST_TEST(a.headline == "Ferry runs again");
  BOOST_TEST(a.standfirst == "After a year.");
  BOOST_TEST(a.body == "The ferry ran.");
  BOOST_TEST(to_iso8601(a.published.value()) == "2026-03-04T10:00:00+01:00");
  BOOST_TEST(to_iso8601(a.modified.value()) == "2026-03-05");
  BOOST_TEST(a.byline == "Ana Lima, Bo Tan");
  BOOST_TEST(a.language == "en");
  BOOST_TEST(a.section == "Local");
  BOOST_TEST(a.keywords == (Strings{"ferries", "harbour"}), boost::test_tools::per_element());
  BOOST_TEST(a.captions == Strings{"The ferry."}, boost::test_tools::per_element());
  BOOST_TEST(a.credits == Strings{"AFP"}, boost::test_tools::per_element());
}

struct BodyCase {
  const char* why;
  const char* json;
  const char* body;
  friend std::ostream& operator<<(std::ostream& out, const BodyCase& c) { return out << c.why; }
};

const BodyCase kBodies[] = {
    {"blank lines separate paragraphs", R"({"body":"One.\n\nTwo.\n \n\nThree."})",
     "One.\n\nTwo.\n\nThree."},
    {"CR LF is a line end", R"({"body":"One.\r\n\r\nTwo."})", "One.\n\nTwo."},
    {"wrapped lines are joined, indented ones begin paragraphs",
     R"({"body":"Showers fell throughout the week in\nthe hills, and growers\nwere glad.\n    The dry season has been late this\nyear.\n    Prices rose."})",
     "Showers fell throughout the week in the hills, and growers were glad.\n\n"
     "The dry season has been late this year.\n\nPrices rose."},
    {"wrapped lines without indents are joined",
     R"({"body":"The minister said that the bridge would be opened to\ntraffic in the spring, and that nobody should expect\nmiracles before then."})",
     "The minister said that the bridge would be opened to traffic in the spring, and that nobody "
     "should expect miracles before then."},
    {"lines that end sentences are paragraphs",
     R"({"body":"One thing.\nAnother thing.\nA third."})",
     "One thing.\n\nAnother thing.\n\nA third."},
    {"an array of paragraphs", R"({"body":["One.","",{"text":"Two."}]})", "One.\n\nTwo."},
    {"spaces are single", R"({"body":"  One\u00a0 two\t three.  "})", "One two three."},
    {"HTML is resolved",
     R"({"body":"<p>One &amp; <b>two</b>.</p>\n<p>Three<br><br>four.</p><script>var x;</script>"})",
     "One & two.\n\nThree\n\nfour."},
    {"entities without tags", R"({"body":"Smith &amp; Sons said &#8220;no&#8221;."})",
     "Smith & Sons said \u201Cno\u201D."},
    {"markup escaped twice", R"({"body":"&lt;p&gt;One.&lt;/p&gt;&lt;p&gt;Two.&lt;/p&gt;"})",
     "One.\n\nTwo."},
    {"a sign for less is no tag", R"({"body":"Rates < 3 percent, <SRD> said, and a<b too."})",
     "Rates < 3 percent, <SRD> said, and a<b too."},
    {"escapes and composed letters", R"({"body":"Cafe\u0301 \ud83d\ude00 \u0007ok."})",
     "Caf\u00E9 \U0001F600 ok."},
    {"text stands for body, body goes first", R"({"text":"From text.","body":"From body."})",
     "From body."},
    {"an empty field does not count", R"({"body":"  ","content":"From content."})",
     "From content."},
    {"null does not count", R"({"body":null,"text":"From text."})", "From text."},
};

BOOST_DATA_TEST_CASE(bodies_become_paragraphs, bdata::make(kBodies), c) {
  BOOST_TEST(article(c.json).body == c.body);
}

struct RejectionCase {
  const char* json;
  const char* reason;
  friend std::ostream& operator<<(std::ostream& out, const RejectionCase& c) {
    return out << c.json;
  }
};

const RejectionCase kRejections[] = {
    {"{}", "no headline and no body"},
    {R"({"id":"1","url":"https://a.example/"})", "no headline and no body"},
    {R"({"headline":" ","body":"\n"})", "no headline and no body"},
    {R"({"headline":"A","body":5})", "field 'body' has the wrong type"},
    {R"({"headline":"A","body":true})", "field 'body' has the wrong type"},
    {R"({"headline":"A","body":{"kind":"none"}})", "field 'body' has the wrong type"},
    {R"({"headline":["A",7],"body":"B"})", "field 'headline' has the wrong type"},
    {R"({"headline":"A","published":false})", "field 'published' has the wrong type"},
    {R"({"headline":"A","url":1})", "field 'url' has the wrong type"},
    {R"(["A"])", "not a JSON object"},
    {R"({"headline":"A")", "JSON ends in the middle"},
    {R"({"headline":"A)", "JSON ends in the middle"},
    {R"({"headline":A})", "invalid JSON"},
    {R"({"headline":"A"} trailing)", "invalid JSON"},
};

BOOST_DATA_TEST_CASE(what_cannot_be_read_is_rejected_by_name, bdata::make(kRejections), c) {
  BOOST_TEST(reason(c.json) == c.reason);
}

BOOST_AUTO_TEST_CASE(a_rejection_says_where) {
  const ReadOutcome outcome = parse("{}");
  const auto& rejection = std::get<Rejection>(outcome);
  BOOST_TEST(rejection.source == "export.jsonl");
  BOOST_TEST(rejection.offset_bytes == 1234u);
}

BOOST_AUTO_TEST_CASE(an_article_needs_only_a_headline_or_a_body) {
  BOOST_TEST(article(R"({"headline":"Alone"})").headline == "Alone");
  BOOST_TEST(article(R"({"body":"Alone."})").body == "Alone.");
}

BOOST_AUTO_TEST_CASE(odd_values_in_lesser_fields_leave_them_unknown) {
  const Article a = article(
      R"({"headline":"A","author":{"id":5},"tags":{"a":1},"language":"none such","section":true,)"
      R"("published":"some day"})");
  BOOST_TEST(a.byline == "");
  BOOST_TEST(a.keywords.empty());
  BOOST_TEST(a.language == "");
  BOOST_TEST(a.section == "");
  BOOST_TEST(!a.published.has_value());
}

BOOST_AUTO_TEST_CASE(numbers_are_ids_and_times) {
  const Article a = article(R"({"id":42,"headline":"A","timestamp":1473692645})");
  BOOST_TEST(a.id == "42");
  BOOST_TEST(to_iso8601(a.published.value()) == "2016-09-12T15:04:05Z");
}

BOOST_AUTO_TEST_CASE(raw_control_characters_and_lone_surrogates_are_repaired) {
  BOOST_TEST(article("{\"headline\":\"Tab\there\"}").headline == "Tab here");
  BOOST_TEST(article(R"({"headline":"Half \ud83d a face"})").headline == "Half \uFFFD a face");
}

BOOST_AUTO_TEST_CASE(a_line_in_a_legacy_charset_is_decoded) {
  BOOST_TEST(article("{\"headline\":\"Caf\xE9 in the old harbour reopens\"}").headline ==
             "Caf\u00E9 in the old harbour reopens");
}

BOOST_AUTO_TEST_CASE(fields_are_mapped_by_options) {
  ReaderOptions options;
  options.field_map = {{"headline", "t"},
                       {"body", "content.paragraphs.text"},
                       {"author", "by.line,writer"},
                       {"url", ""},
                       {"dateline", "place"}};
  const Article a = article(
      R"({"t":"Mapped","title":"Not this","url":"https://a.example/","id":"n7","writer":"Ana Lima",)"
      R"("content":{"paragraphs":[{"text":"One."},{"text":"Two."}]},"place":"PORT, May 4"})",
      options);
  BOOST_TEST(a.headline == "Mapped");
  BOOST_TEST(a.body == "PORT, May 4 - One.\n\nTwo.");
  BOOST_TEST(a.byline == "Ana Lima");
  BOOST_TEST(a.url == "");
  BOOST_TEST(a.id == "n7");
}

BOOST_AUTO_TEST_CASE(a_member_with_dots_in_its_name_goes_before_a_path) {
  ReaderOptions options;
  options.field_map = {{"body", "a.b"}};
  BOOST_TEST(article(R"({"a":{"b":"Path."},"a.b":"Name."})", options).body == "Name.");
}

BOOST_AUTO_TEST_CASE(an_unknown_article_field_in_the_map_is_an_error) {
  ReaderOptions options;
  options.field_map = {{"titel", "t"}};
  BOOST_CHECK_THROW(RecordParser{options}, Error);
}

BOOST_AUTO_TEST_CASE(a_standfirst_that_repeats_the_body_is_dropped) {
  BOOST_TEST(
      article(
          R"({"headline":"A","description":"The ferry ran \u2026","body":"The ferry ran on Monday."})")
          .standfirst == "");
}

BOOST_AUTO_TEST_CASE(deep_nesting_is_refused) {
  ReaderOptions options;
  options.limits.nesting_depth = 20;
  std::string deep = R"({"headline":"A","x":)";
  deep += std::string(100, '[') + std::string(100, ']') + "}";
  BOOST_TEST(reason(deep, options) == "nested too deeply");
}

BOOST_AUTO_TEST_CASE(a_word_of_many_letters_is_read) {
  const std::string word(5000, 'w');
  BOOST_TEST(article(R"({"headline":"Long","body":")" + word + R"("})").body == word);
}

BOOST_AUTO_TEST_CASE(a_list_of_any_length_is_read_each_value_once) {
  std::string json = R"({"headline":"Long list","keywords":[)";
  for (int i = 0; i < 300'000; ++i) json += "\"word" + std::to_string(i % 150'000) + "\",";
  json.back() = ']';
  const Strings keywords = article(json + "}").keywords;
  BOOST_REQUIRE_EQUAL(keywords.size(), 150'000u);
  BOOST_TEST(keywords.front() == "word0");
  BOOST_TEST(keywords.back() == "word149999");
}

BOOST_AUTO_TEST_CASE(the_same_parser_goes_on_after_anything) {
  const ReaderOptions options;
  RecordParser parser(options);
  int articles = 0;
  RawRecord record;
  record.format = InputFormat::JsonLines;
  const std::string big = R"({"headline":"A","body":")" + std::string(3'000'000, 'x') + R"("})";
  for (const std::string& json :
       {std::string(R"({"headline":"A"})"), std::string("{\"headline"), big,
        std::string("{\"headline\":\"\xFF\xFE\"}"), std::string(R"({"headline":"B"})")}) {
    record.bytes = json;
    parser.parse(record,
                 [&](ReadOutcome&& o) { articles += std::holds_alternative<ParsedArticle>(o); });
  }
  BOOST_TEST(articles == 4);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace pullquote
