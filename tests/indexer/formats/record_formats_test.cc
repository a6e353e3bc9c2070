// SPDX-License-Identifier: GPL-3.0-or-later
/// Records whose fields have names: ninjs, JSON Feed, JSON-LD, CSV, SGML, and wire messages.
#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <string>
#include <vector>

#include "indexer/formats/csv_row.h"
#include "tests/support/read_inputs.h"

namespace pullquote::testing {
namespace {

using Strings = std::vector<std::string>;
using namespace std::string_literals;

BOOST_AUTO_TEST_SUITE(record_formats)

BOOST_AUTO_TEST_CASE(ninjs_1_fills_an_article) {
  const ReadInputs read = read_bytes(
      R"({"uri":"tag:hg.example,2026:1","type":"text","version":"2","pubstatus":"usable",
      "versioncreated":"2026-03-04T10:00:00Z","firstcreated":"2026-03-04T08:00:00+01:00",
      "headline":"Ferry runs again","byline":"Ana Lund","language":"en-GB",
      "body_xhtml":"<p>It ran.</p><p>Many &amp; more came.</p>","body_text":"It ran.",
      "description_text":"After a week","subject":[{"name":"transport"}],
      "associations":{"main":{"type":"picture","description_text":"The ferry","byline":"P. Holm"}}})");
  BOOST_TEST_REQUIRE(read.articles.size() == 1u);
  BOOST_TEST(read.articles[0].format == "ninjs");
  BOOST_TEST(read.articles[0].version == 2u);
  const Article& article = read.articles[0].article;
  BOOST_TEST(article.id == "tag:hg.example,2026:1");
  BOOST_TEST(article.headline == "Ferry runs again");
  BOOST_TEST(article.body == "It ran.\n\nMany & more came.");
  BOOST_TEST(article.standfirst == "After a week");
  BOOST_TEST(article.captions == Strings{"The ferry"}, boost::test_tools::per_element());
  BOOST_TEST(article.credits == Strings{"P. Holm"}, boost::test_tools::per_element());
  BOOST_TEST(article.keywords == Strings{"transport"}, boost::test_tools::per_element());
  BOOST_TEST(to_iso8601(*article.published) == "2026-03-04T08:00:00+01:00");
  BOOST_TEST(to_iso8601(*article.modified) == "2026-03-04T10:00:00Z");
}

BOOST_AUTO_TEST_CASE(ninjs_1_may_have_its_body_in_nitf) {
  const auto body = [](const std::string& members) {
    return read_article(R"({"uri":"tag:hg.example,2026:1","headline":"Ferry",)" + members + "}")
        .body;
  };
  const std::string content = "<body.content><p>It ran.</p><p>Many came.</p></body.content>";
  BOOST_TEST(body(R"("body_nitf":")" + content + "\"") == "It ran.\n\nMany came.");
  BOOST_TEST(body(R"("body_text":"Plain.","body_nitf":"<nitf><body>)" + content +
                  "</body></nitf>\"") == "It ran.\n\nMany came.");
  BOOST_TEST(body(R"("body_xhtml":"<p>Page.</p>","body_nitf":")" + content + "\"") == "Page.");
  BOOST_TEST(body(R"("body_text":"Plain.","body_nitf":"no markup")") == "Plain.");
}

BOOST_AUTO_TEST_CASE(ninjs_3_has_its_texts_in_lists_with_roles) {
  const Article article = read_article(
      R"({"uri":"https://hg.example/1","type":"text","versionCreated":"2026-03-04T10:00:00Z",
      "headlines":[{"role":"print","value":"Ferry"},{"role":"main","value":"Ferry runs again"}],
      "bodies":[{"role":"text","contentType":"text/plain","value":"It ran. Many came."},
      {"role":"nitf","contentType":"text/vnd.IPTC.NITF","value":
      "<?xml version=\"1.0\"?>\n<nitf><body><body.content><p>It ran.</p><p>Many came.</p></body.content></body></nitf>"}],
      "by":"Ana Lund","infoSources":[{"name":"Harbour Gazette"}]})");
  BOOST_TEST(article.headline == "Ferry runs again");
  BOOST_TEST(article.body == "It ran.\n\nMany came.");
  BOOST_TEST(article.url == "https://hg.example/1");
  BOOST_TEST(article.source == "Harbour Gazette");
}

BOOST_AUTO_TEST_CASE(ninjs_pictures_are_rejected_and_canceled_items_withdrawn) {
  BOOST_TEST(
      read_bytes(R"({"uri":"a","type":"picture","versioncreated":"2026-03-04","headline":"A"})")
              .reasons() == Strings{"not a text item"},
      boost::test_tools::per_element());
  const ReadInputs read = read_bytes(
      R"({"uri":"https://hg.example/1#x","type":"text","pubstatus":"canceled","version":"5"})");
  BOOST_TEST_REQUIRE(read.withdrawals.size() == 1u);
  BOOST_TEST(read.withdrawals[0].id == "https://hg.example/1");
  BOOST_TEST(read.withdrawals[0].version == 5u);
}

BOOST_AUTO_TEST_CASE(a_json_feed_gives_an_article_an_item) {
  const ReadInputs read = read_bytes(
      R"({"version":"https://jsonfeed.org/version/1.1","title":"River Times","language":"en",
      "authors":[{"name":"The desk"}],"items":[
      {"id":"1","url":"https://a.example/1","title":"One","content_html":"<p>It ran.</p>",
       "date_published":"2026-03-04T08:00:00+01:00","authors":[{"name":"Ana Lund"}],"tags":["ferry"]},
      {"content_text":"Nothing but text.\n\nIn two paragraphs."},{"content_text":"A third."}]})");
  BOOST_TEST_REQUIRE(read.articles.size() == 3u);
  BOOST_TEST(read.articles[0].article.source == "River Times");
  BOOST_TEST(read.articles[0].article.byline == "Ana Lund");
  BOOST_TEST(read.articles[1].article.byline == "The desk");
  BOOST_TEST(read.articles[1].article.body == "Nothing but text.\n\nIn two paragraphs.");
  BOOST_TEST(read.articles[1].article.id != read.articles[2].article.id);
}

BOOST_AUTO_TEST_CASE(json_ld_is_read_by_its_types) {
  const Article article = read_article(
      R"({"@context":"https://schema.org","@graph":[{"@type":"WebPage","name":"Page"},
      {"@type":"NewsArticle","headline":"Ferry runs again","articleBody":"It ran.",
       "datePublished":"2026-03-04T08:00:00+01:00","author":[{"@type":"Person","name":"Ana Lund"}],
       "publisher":{"@type":"Organization","name":"Harbour Gazette"}}]})");
  BOOST_TEST(article.headline == "Ferry runs again");
  BOOST_TEST(article.source == "Harbour Gazette");
  BOOST_TEST(article.byline == "Ana Lund");
  BOOST_TEST(read_bytes(R"({"@context":"https://schema.org","@type":"JoinAction","name":"A"})")
                     .reasons() == Strings{"no article in the JSON-LD"},
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_declared_mapping_goes_before_what_the_names_would_mean) {
  ReaderOptions options;
  options.field_map = {{"headline", "uri"}, {"body", "bodies.value"}};
  const Article article =
      read_article(R"({"uri":"Ferry","bodies":[{"value":"One."},{"value":"Two."}]})", options);
  BOOST_TEST(article.headline == "Ferry");
  BOOST_TEST(article.body == "One.\n\nTwo.");
}

struct RowCase {
  const char* why;
  const char* row;
  Strings fields;
  friend std::ostream& operator<<(std::ostream& out, const RowCase& c) { return out << c.why; }
};
const RowCase kRows[] = {
    {"plain fields", "a,b,c\r\n", {"a", "b", "c"}},
    {"empty fields", ",,", {"", "", ""}},
    {"a separator in quotes", "\"a,b\",c", {"a,b", "c"}},
    {"a doubled quote", "\"he said \"\"yes\"\"\",c", {"he said \"yes\"", "c"}},
    {"a line end in quotes", "\"a\nb\",c\n", {"a\nb", "c"}},
    {"a quote inside of a field", "5\" pipe,c", {"5\" pipe", "c"}},
};
BOOST_DATA_TEST_CASE(rows_are_cut_as_rfc_4180_has_them, boost::unit_test::data::make(kRows), c) {
  BOOST_TEST(csv_fields(c.row, ',') == c.fields, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(csv_is_read_by_the_names_of_its_columns) {
  const ReadInputs read = read_bytes(
      "id;Title;Published At;Text;Section\n7;Ferry runs again;2026-03-04;\"<p>It ran.</p><p>Many; "
      "\"\"many\"\"\ncame.</p>\";Traffic\n8;Bridge;;;\n");
  BOOST_TEST_REQUIRE(read.articles.size() == 2u);
  const Article& article = read.articles[0].article;
  BOOST_TEST(article.id == "7");
  BOOST_TEST(article.headline == "Ferry runs again");
  BOOST_TEST(article.body == "It ran.\n\nMany; \"many\" came.");
  BOOST_TEST(to_iso8601(*article.published) == "2026-03-04");
  BOOST_TEST(article.section == "Traffic");
}

BOOST_AUTO_TEST_CASE(a_line_for_excel_states_the_separator_and_is_no_row) {
  for (const char* mark : {"", "\xEF\xBB\xBF"}) {
    const ReadInputs read = read_bytes(
        mark + "sep=;\r\nheadline;body, long;body;date\r\nFerry;x;It ran, twice.;2026-03-04\r\n"s);
    BOOST_TEST_REQUIRE(read.articles.size() == 1u);
    BOOST_TEST(read.articles[0].format == "csv");
    BOOST_TEST(read.articles[0].article.headline == "Ferry");
    BOOST_TEST(read.articles[0].article.body == "It ran, twice.");
  }
  BOOST_TEST(csv_separator_line("sep=\t\nheadline") == 6u);
  BOOST_TEST(csv_separator_line("sep=;;\nheadline") == 0u);
  BOOST_TEST(csv_separator_line("sep=") == 0u);
}

BOOST_AUTO_TEST_CASE(a_row_with_more_fields_than_columns_is_rejected_and_the_next_read) {
  const ReadInputs read = read_bytes("headline,body\na,b,c\nd,e\n");
  BOOST_TEST(read.headlines() == Strings{"d"}, boost::test_tools::per_element());
  BOOST_TEST(read.reasons() == Strings{"more fields than columns"},
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(quotes_that_are_never_closed_end_the_file) {
  const ReadInputs read = read_bytes("headline,body\na,b\nc,\"d\ne,f\n");
  BOOST_TEST(read.headlines() == Strings{"a"}, boost::test_tools::per_element());
  BOOST_TEST(read.reasons() == Strings{"CSV ends within quotes"}, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_collection_of_trecs_is_read_by_its_elements) {
  const ReadInputs read = read_bytes(
      "<DOC>\n<DOCNO> HG260304-0001 </DOCNO>\n<HL> Ferry Runs &amp; Runs\n ---- </HL>\n<DD> "
      "03/04/26 "
      "</DD>\n<SO> HARBOUR GAZETTE </SO>\n<DATELINE> PORT SAVIOUR </DATELINE>\n<LP>\nIt "
      "ran.\n</LP>\n"
      "<TEXT>\n<P>Many\ncame.\n<P>\nAll were "
      "glad.\n</TEXT>\n</DOC>\n<doc><docno>2</docno><text>Two."
      "</text></doc>\n");
  BOOST_TEST_REQUIRE(read.articles.size() == 2u);
  const Article& article = read.articles[0].article;
  BOOST_TEST(article.id == "HG260304-0001");
  BOOST_TEST(article.source == "HARBOUR GAZETTE");
  BOOST_TEST(article.headline == "Ferry Runs & Runs ----");
  BOOST_TEST(article.body == "PORT SAVIOUR - It ran.\n\nMany came.\n\nAll were glad.");
  BOOST_TEST(read.articles[1].article.body == "Two.");
}

BOOST_AUTO_TEST_CASE(a_collection_of_reuters_is_read_by_its_elements) {
  const Article article = read_article(
      "<!DOCTYPE lewis SYSTEM \"lewis.dtd\">\n<REUTERS TOPICS=\"YES\" "
      "NEWID=\"17\">\n<DATE>26-FEB-1987 "
      "15:01:01.79</DATE>\n<TOPICS><D>ferry</D><D>trade</D></TOPICS>\n<UNKNOWN>&#5;&#5;</UNKNOWN>\n"
      "<TEXT>&#2;\n<TITLE>FERRY RUNS &lt;FRY> AGAIN</TITLE>\n<DATELINE>    PORT SAVIOUR, Feb 26 - "
      "</DATELINE><BODY>The ferry ran.\n    Many came.\n Reuter\n&#3;</BODY></TEXT>\n</REUTERS>\n");
  BOOST_TEST(article.id == "17");
  BOOST_TEST(article.headline == "FERRY RUNS <FRY> AGAIN");
  BOOST_TEST(to_iso8601(*article.published) == "1987-02-26T15:01:01");
  BOOST_TEST(article.body == "PORT SAVIOUR, Feb 26 - The ferry ran.\n\nMany came.");
  BOOST_TEST(article.keywords == (Strings{"ferry", "trade"}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(keywords_of_several_elements_are_entries_of_one_list) {
  const Article article = read_article(
      "<REUTERS NEWID=\"17\"><TOPICS><D>cocoa</D><D>tea</D></TOPICS><PLACES><D>brazil</D></PLACES>"
      "<PEOPLE></PEOPLE><TITLE>Cocoa</TITLE><BODY>It fell.</BODY></REUTERS>");
  BOOST_TEST(article.keywords == (Strings{"cocoa", "tea", "brazil"}),
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(an_agencys_sign_off_is_no_part_of_the_last_sentence) {
  const auto body = [](const std::string& text) {
    return read_article("<REUTERS NEWID=\"17\"><TITLE>Cocoa</TITLE><BODY>" + text +
                        "</BODY></REUTERS>")
        .body;
  };
  BOOST_TEST(body("It fell on\nMonday.\n REUTER\n&#3;") == body("It fell on\nMonday.\n"));
  BOOST_TEST(body("It was said by\nReuters.\n").ends_with("Reuters."));
}

BOOST_AUTO_TEST_CASE(a_date_of_two_readings_is_what_the_documents_number_says) {
  const auto date = [](const std::string& number, const std::string& text) {
    const Article article = read_article("<DOC><DOCNO>" + number + "</DOCNO><DATE>" + text +
                                         "</DATE><TEXT>It ran.</TEXT></DOC>");
    return article.published ? to_iso8601(*article.published) : std::string();
  };
  BOOST_TEST(date("RT19980601.0001", "06/01/1998 00:14") == "1998-06-01");
  BOOST_TEST(date("RT900402-0001", "04/02/90") == "1990-04-02");
  BOOST_TEST(date("X", "04/02/90") == "");
  BOOST_TEST(date("FT911-3", "910514") == "1991-05-14");
  BOOST_TEST(date("LA010189-0001", "<P>January 1, 1989, Sunday, Home Edition</P>") == "1989-01-01");
}

BOOST_AUTO_TEST_CASE(an_element_may_be_mapped) {
  ReaderOptions options;
  options.field_map = {{"headline", "kicker"}};
  options.format = InputFormat::Sgml;
  BOOST_TEST(
      read_article("<DOC><KICKER>Ferry</KICKER><HEAD>Other</HEAD><TEXT>Ran.</TEXT></DOC>", options)
          .headline == "Ferry");
}

BOOST_AUTO_TEST_CASE(wire_messages_are_read_by_their_control_characters) {
  const ReadInputs read = read_bytes(
      "\x16\x16\x01"
      "hga0001 4 i 46  hgz 0027\r\n\r\nferry/harbour/\r\n\x02"
      "1ST LEAD\r\nFerry runs again\r\nafter a week\r\nBy Ana Lund, hgz =\r\n\r\nPort Saviour "
      "(hgz) - "
      "The ferry ran on\r\nMonday.\r\n\r\nMany came.\r\n\x03"
      "040815 GMT Mar 26\r\n\x04\x01"
      "hga0002 4 i 46  hgz 0028\r\n\r\nbridge\r\n\x02"
      "The bridge is shut.\r\n\r\nIt will open soon.\r\n\x03"
      "040900 Mar 2026\r\n\x04");
  BOOST_TEST_REQUIRE(read.articles.size() == 2u);
  const Article& article = read.articles[0].article;
  BOOST_TEST(article.headline == "Ferry runs again after a week");
  BOOST_TEST(article.byline == "Ana Lund");
  BOOST_TEST(article.source == "hgz");
  BOOST_TEST(article.body == "Port Saviour (hgz) - The ferry ran on Monday.\n\nMany came.");
  BOOST_TEST(to_iso8601(*article.published) == "2026-03-04T08:15Z");
  BOOST_TEST(read.articles[1].article.headline == "bridge");
  BOOST_TEST(read.articles[1].article.body == "The bridge is shut.\n\nIt will open soon.");
  BOOST_TEST(to_iso8601(*read.articles[1].article.published) == "2026-03-04T09:00");
}

BOOST_AUTO_TEST_CASE(a_byline_behind_the_headlines_mark_is_no_text) {
  const auto read = [](const std::string& text) {
    return read_article(
        "\x01"
        "xpa123 4 i 0120\r\nbc-harbour\r\n\x02" +
        text +
        "OSLO, Sept 12 (XPA) - The harbour authority met.\r\n\x03\r\n121504 GMT sep 16\r\n\x04");
  };
  for (const char* header : {"Harbour finished at last =\r\nBy Jo Smith =\r\n",
                             "Harbour finished at last\r\n\r\nBy Jo Smith\r\n\r\n   ",
                             "Harbour finished at last\r\nby Jo Smith\r\n=\r\n",
                             "Harbour finished at last =\r\nby Jo Smith\r\n=\r\n"}) {
    const Article article = read(header);
    BOOST_TEST(article.headline == "Harbour finished at last");
    BOOST_TEST(article.byline == "Jo Smith");
    BOOST_TEST(article.body == "OSLO, Sept 12 (XPA) - The harbour authority met.");
  }
}

BOOST_AUTO_TEST_CASE(a_sentence_that_begins_with_by_is_no_byline) {
  const Article article = read_article(
      "\x01"
      "xpa123 4 i 0120\r\nbc-harbour\r\n\x02"
      "Harbour finished =\r\nBy Monday all the cranes "
      "will\r\nstand.\r\n\x03\r\n121504 GMT sep 16\r\n\x04");
  BOOST_TEST(article.byline == "");
  BOOST_TEST(article.body == "By Monday all the cranes will stand.");
}

BOOST_AUTO_TEST_CASE(a_routing_code_is_no_agency) {
  const auto source = [](const std::string& heading) {
    return read_article("\x01" + heading +
                        "\r\nbc-harbour\r\n\x02"
                        "Harbour =\r\nIt is done.\r\n\x03\r\n121504 GMT sep 16\r\n\x04")
        .source;
  };
  BOOST_TEST(source("RTR0123 3 OEC 200 BUS") == "");
  BOOST_TEST(source("eca100 3 s 586 dpa 099") == "dpa");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace pullquote::testing
