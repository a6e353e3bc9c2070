// SPDX-License-Identifier: GPL-3.0-or-later
/// NewsML-G2, NewsML 1 and NITF: the same story in the clothes of each.
#include <boost/test/unit_test.hpp>
#include <string>
#include <vector>

#include "tests/support/read_inputs.h"

namespace pullquote::testing {
namespace {

using Strings = std::vector<std::string>;

std::string g2(const std::string& kind, const std::string& status, const std::string& content,
               const std::string& version = "3") {
  return "<newsItem xmlns=\"http://iptc.org/std/nar/2006-10-01/\" guid=\"urn:newsml:hg.example:1\" "
         "version=\"" +
         version + "\" xml:lang=\"en-GB\"><itemMeta><itemClass qcode=\"ninat:" + kind +
         "\"/><provider qcode=\"nprov:HG\"><name>Harbour Gazette</name></provider>"
         "<versionCreated>2026-03-04T10:00:00+01:00</versionCreated>"
         "<firstCreated>2026-03-04T08:00:00+01:00</firstCreated><pubStatus qcode=\"stat:" +
         status +
         "\"/></itemMeta><contentMeta><by>By Ana Lund</by><dateline>PORT SAVIOUR, March "
         "4</dateline>"
         "<headline>Ferry runs again</headline><headline role=\"hld:subHeadline\">After a week"
         "</headline><subject><name>transport</name></subject></contentMeta><contentSet>" +
         content + "</contentSet></newsItem>";
}

const std::string kXhtml =
    "<inlineXML><html xmlns=\"http://www.w3.org/1999/xhtml\"><head><title>x</title></head><body>"
    "<header><h1>Ferry runs again</h1></header><p>The ferry\n ran.</p><h2>Crowds</h2>"
    "<p>Many came.</p></body></html></inlineXML>";

const std::string kNitf =
    "<nitf xmlns=\"http://iptc.org/std/NITF/2006-10-18/\"><head><title>t</title><docdata "
    "management-status=\"usable\"><doc-id id-string=\"hg-1\"/><date.issue "
    "norm=\"20260304T080000+0100\"/>"
    "<key-list><keyword "
    "key=\"ferry\"/></key-list></docdata></head><body><body.head><hedline><hl1>Ferry "
    "runs again</hl1></hedline><byline>By Ana Lund, "
    "<byttl>Staff</byttl></byline><distributor>Harbour "
    "Gazette</distributor><dateline><location><city>Port Saviour</city></location><story.date "
    "norm=\"20260304\">20260304</story.date></dateline><abstract><p>After a week</p></abstract>"
    "</body.head><body.content><media media-type=\"image\"><media-caption>The ferry</media-caption>"
    "<media-producer>P. Holm</media-producer></media><block><p>It "
    "ran.</p><table><tr><td>Monday</td>"
    "<td>12</td></tr><tr><td>Tuesday</td><td>14</td></tr></table></block></body.content></body></"
    "nitf>";

std::string newsml(const std::string& status, const std::string& revision,
                   const std::string& type = "Text") {
  return "<NewsML><NewsItem xml:lang=\"en\"><Identification><NewsIdentifier><ProviderId>hg.example"
         "</ProviderId><DateId>20260304</DateId><NewsItemId>F1</NewsItemId><RevisionId>" +
         revision + "</RevisionId><PublicIdentifier>urn:newsml:hg.example:20260304:F1:" + revision +
         "</PublicIdentifier></NewsIdentifier></Identification><NewsManagement><FirstCreated>"
         "20260304T080000+0100</FirstCreated><ThisRevisionCreated>20260304T100000+0100"
         "</ThisRevisionCreated><Status FormalName=\"" +
         status +
         "\"/></NewsManagement><NewsComponent>"
         "<NewsLines><HeadLine>Ferry runs again</HeadLine><ByLine>By Ana "
         "Lund</ByLine><DateLine>PORT "
         "SAVIOUR, March 4 (HG) -</DateLine></NewsLines><AdministrativeMetadata><Provider><Party "
         "FormalName=\"HG\"/></Provider></"
         "AdministrativeMetadata><NewsComponent><ContentItem><MediaType "
         "FormalName=\"" +
         type +
         "\"/><DataContent><p>It ran.</p><p>Many came.</p></DataContent>"
         "</ContentItem></NewsComponent></NewsComponent></NewsItem></NewsML>";
}

BOOST_AUTO_TEST_SUITE(news_formats)

BOOST_AUTO_TEST_CASE(a_g2_item_with_xhtml_fills_an_article) {
  const ReadInputs read = read_bytes(g2("text", "usable", kXhtml));
  BOOST_TEST_REQUIRE(read.articles.size() == 1u);
  const Article& article = read.articles[0].article;
  BOOST_TEST(article.id == "urn:newsml:hg.example:1");
  BOOST_TEST(read.articles[0].version == 3u);
  BOOST_TEST(article.headline == "Ferry runs again");
  BOOST_TEST(article.standfirst == "After a week");
  BOOST_TEST(article.body == "PORT SAVIOUR, March 4 - The ferry ran.\n\nCrowds\n\nMany came.");
  BOOST_TEST(article.source == "Harbour Gazette");
  BOOST_TEST(article.byline == "Ana Lund");
  BOOST_TEST(article.language == "en");
  BOOST_TEST(to_iso8601(*article.published) == "2026-03-04T08:00:00+01:00");
  BOOST_TEST(to_iso8601(*article.modified) == "2026-03-04T10:00:00+01:00");
  BOOST_TEST(article.keywords == Strings{"transport"}, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_g2_item_may_carry_nitf_or_plain_text) {
  const Article nitf = read_article(g2("text", "usable", "<inlineXML>" + kNitf + "</inlineXML>"));
  BOOST_TEST(nitf.id == "urn:newsml:hg.example:1");
  BOOST_TEST(nitf.captions == Strings{"The ferry"}, boost::test_tools::per_element());
  const Article plain =
      read_article(g2("text", "usable",
                      "<inlineData contenttype=\"text/plain\">In Port Saviour it ran.\n\nMany came."
                      "</inlineData>"));
  BOOST_TEST(plain.body == "In Port Saviour it ran.\n\nMany came.");
}

BOOST_AUTO_TEST_CASE(what_is_no_text_is_rejected_as_what_it_is) {
  BOOST_TEST(read_bytes(g2("picture", "usable", "")).reasons() == Strings{"not a text item"},
             boost::test_tools::per_element());
  BOOST_TEST(read_bytes("<packageItem guid=\"a\"><itemMeta/></packageItem>").reasons() ==
                 Strings{"not a news item"},
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_canceled_item_is_a_withdrawal_of_its_id_and_version) {
  const ReadInputs read = read_bytes(g2("text", "canceled", "", "4"));
  BOOST_TEST(read.articles.empty());
  BOOST_TEST_REQUIRE(read.withdrawals.size() == 1u);
  BOOST_TEST(read.withdrawals[0].id == "urn:newsml:hg.example:1");
  BOOST_TEST(read.withdrawals[0].version == 4u);
  BOOST_TEST(read.withdrawals[0].rejection.reason == "canceled by its publisher");
  BOOST_TEST(
      read_bytes(g2("text", "withheld", "")).reasons() == Strings{"withheld by its publisher"},
      boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(the_items_of_a_message_are_read_one_by_one) {
  const ReadInputs read = read_bytes(
      "<newsMessage xmlns=\"http://iptc.org/std/nar/2006-10-01/\"><header/><itemSet>" +
      g2("text", "usable", kXhtml) + g2("video", "usable", "") + "</itemSet></newsMessage>");
  BOOST_TEST(read.articles.size() == 1u);
  BOOST_TEST(read.reasons() == Strings{"not a text item"}, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(nitf_fills_an_article) {
  const Article article = read_article(kNitf);
  BOOST_TEST(article.id == "hg-1");
  BOOST_TEST(article.headline == "Ferry runs again");
  BOOST_TEST(article.standfirst == "After a week");
  BOOST_TEST(article.byline == "Ana Lund");
  BOOST_TEST(article.source == "Harbour Gazette");
  BOOST_TEST(article.body == "Port Saviour - It ran.\n\nMonday | 12\n\nTuesday | 14");
  BOOST_TEST(article.captions == Strings{"The ferry"}, boost::test_tools::per_element());
  BOOST_TEST(article.credits == Strings{"P. Holm"}, boost::test_tools::per_element());
  BOOST_TEST(article.keywords == Strings{"ferry"}, boost::test_tools::per_element());
  BOOST_TEST(to_iso8601(*article.published) == "2026-03-04T08:00:00+01:00");
}

BOOST_AUTO_TEST_CASE(a_dateline_that_the_text_begins_with_is_not_repeated) {
  std::string nitf = kNitf;
  nitf.replace(nitf.find("It ran."), 7, "PORT SAVIOUR, March 4 - It ran.");
  BOOST_TEST(read_article(nitf).body.starts_with("PORT SAVIOUR, March 4 - It ran."));
}

BOOST_AUTO_TEST_CASE(a_dateline_goes_behind_a_headline_that_the_text_repeats) {
  std::string page = kXhtml;
  page.replace(page.find("<header>"), 8, "");
  page.replace(page.find("</header>"), 9, "");
  BOOST_TEST(read_article(g2("text", "usable", page)).body ==
             "PORT SAVIOUR, March 4 - The ferry ran.\n\nCrowds\n\nMany came.");
}

BOOST_AUTO_TEST_CASE(a_date_for_readers_stays_in_the_dateline_and_a_comma_does_not_end_it) {
  const auto body = [](const std::string& dateline) {
    return read_article(
               "<nitf><body><body.head><hedline><hl1>Ferry</hl1></hedline><dateline>" + dateline +
               "</dateline></body.head><body.content><p>It ran.</p></body.content></body></nitf>")
        .body;
  };
  const std::string place = "<location>PARIS</location>, ";
  BOOST_TEST(body(place + "<story.date>Sept 12</story.date>") == "PARIS, Sept 12 - It ran.");
  BOOST_TEST(body(place + "<story.date>20160912</story.date>") == "PARIS - It ran.");
  BOOST_TEST(body("PARIS,") == "PARIS - It ran.");
}

BOOST_AUTO_TEST_CASE(a_line_break_in_a_headline_keeps_words_apart) {
  BOOST_TEST(read_article("<nitf><body><body.head><hedline><hl1>Line one<br/>line two</hl1>"
                          "</hedline></body.head></body></nitf>")
                 .headline == "Line one line two");
}

BOOST_AUTO_TEST_CASE(of_g2_headlines_the_main_one_counts_wherever_it_stands) {
  const auto headline = [](const std::string& headlines) {
    std::string item = g2("text", "usable", kXhtml);
    const std::string own = "<headline>Ferry runs again</headline>";
    return read_article(item.replace(item.find(own), own.size(), headlines)).headline;
  };
  const std::string brief = "<headline role=\"hlr:short\">Short</headline>";
  BOOST_TEST(headline(brief + "<headline role=\"hlr:main\">Main</headline>") == "Main");
  BOOST_TEST(headline(brief + "<headline>Main</headline>") == "Main");
  BOOST_TEST(headline(brief) == "Short");
}

BOOST_AUTO_TEST_CASE(nitf_that_cancels_itself_and_another_withdraws_both) {
  std::string nitf = kNitf;
  nitf.replace(nitf.find("management-status=\"usable\""), 26,
               "management-status=\"canceled\" management-doc-idref=\"hg-0\" "
               "management-idref-status=\"canceled\"");
  const ReadInputs read = read_bytes(nitf);
  BOOST_TEST_REQUIRE(read.withdrawals.size() == 2u);
  BOOST_TEST(read.withdrawals[0].id == "hg-0");
  BOOST_TEST(read.withdrawals[1].id == "hg-1");
}

BOOST_AUTO_TEST_CASE(newsml_1_fills_an_article_whose_id_is_that_of_all_its_revisions) {
  const ReadInputs read = read_bytes(newsml("Usable", "7"));
  BOOST_TEST_REQUIRE(read.articles.size() == 1u);
  const Article& article = read.articles[0].article;
  BOOST_TEST(article.id == "urn:newsml:hg.example:20260304:F1");
  BOOST_TEST(read.articles[0].version == 7u);
  BOOST_TEST(article.body == "PORT SAVIOUR, March 4 (HG) - It ran.\n\nMany came.");
  BOOST_TEST(article.byline == "Ana Lund");
  BOOST_TEST(article.source == "HG");
  BOOST_TEST(to_iso8601(*article.published) == "2026-03-04T08:00:00+01:00");
}

BOOST_AUTO_TEST_CASE(newsml_1_withdraws_and_refuses_too) {
  const ReadInputs read = read_bytes(newsml("Canceled", "8"));
  BOOST_TEST_REQUIRE(read.withdrawals.size() == 1u);
  BOOST_TEST(read.withdrawals[0].id == "urn:newsml:hg.example:20260304:F1");
  BOOST_TEST(read.withdrawals[0].version == 8u);
  BOOST_TEST(read_bytes(newsml("Usable", "1", "Photo")).reasons() == Strings{"not a text item"},
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace pullquote::testing
