// SPDX-License-Identifier: GPL-3.0-or-later
/// RSS and Atom: what an item says, whatever its prefixes, and what is mended.
#include "indexer/formats/xml/feed_reader.h"

#include <boost/test/unit_test.hpp>
#include <string>
#include <vector>

#include "tests/support/read_inputs.h"

namespace pullquote::testing {
namespace {

using Strings = std::vector<std::string>;

std::string rss(const std::string& items, const std::string& channel = {}) {
  return "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
         "<rss version=\"2.0\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\" "
         "xmlns:d=\"http://purl.org/dc/elements/1.1/\" xmlns:m=\"http://search.yahoo.com/mrss/\">"
         "<channel><title>River Times</title><link>https://river-times.example/</link>" +
         channel + items + "</channel></rss>";
}

std::string atom(const std::string& entries) {
  return "<a:feed xmlns:a=\"http://www.w3.org/2005/Atom\" xml:lang=\"fr-CH\" "
         "xml:base=\"https://courrier.example/news/\"><a:title>Le Courrier</a:title>" +
         entries + "</a:feed>";
}

BOOST_AUTO_TEST_SUITE(feed_reader)

BOOST_AUTO_TEST_CASE(an_item_fills_an_article) {
  const Article article = read_article(
      rss("<item><title>Bridge &amp;amp; ferry to close</title>"
          "<link>https://river-times.example/bridge</link>"
          "<guid isPermaLink=\"false\">rt-17</guid>"
          "<pubDate>Wed, 04 Mar 2026 08:15:00 +0100</pubDate>"
          "<description>Both close on Monday.</description>"
          "<content:encoded><![CDATA[<p>Both <b>close</b>.</p><p>The mayor said so.</p>]]>"
          "</content:encoded><d:creator>Ana Lund</d:creator><d:creator>Per Holm</d:creator>"
          "<category>Traffic</category><category>Council</category>"
          "<m:content url=\"a.jpg\"><m:description>The bridge at dawn</m:description>"
          "<m:credit>P. Holm</m:credit></m:content></item>",
          "<language>en-gb</language>"));
  BOOST_TEST(article.headline == "Bridge & ferry to close");
  BOOST_TEST(article.id == "https://river-times.example/bridge");
  BOOST_TEST(article.source == "River Times");
  BOOST_TEST(article.body == "Both close.\n\nThe mayor said so.");
  BOOST_TEST(article.standfirst == "Both close on Monday.");
  BOOST_TEST(article.byline == "Ana Lund, Per Holm");
  BOOST_TEST(to_iso8601(*article.published) == "2026-03-04T08:15:00+01:00");
  BOOST_TEST(article.language == "en");
  BOOST_TEST(article.keywords == (Strings{"Traffic", "Council"}), boost::test_tools::per_element());
  BOOST_TEST(article.captions == Strings{"The bridge at dawn"}, boost::test_tools::per_element());
  BOOST_TEST(article.credits == Strings{"P. Holm"}, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_footer_of_the_weblogs_software_is_no_paragraph) {
  const auto body = [](const std::string& last) {
    return read_article(
               rss("<item><title>Bridge</title><content:encoded><![CDATA[<p>Both close.</p><p>" +
                   last + "</p>]]></content:encoded></item>"))
        .body;
  };
  BOOST_TEST(body("The post <a href=\"a\">A B</a> appeared first on <a href=\"b\">X</a>.") ==
             "Both close.");
  BOOST_TEST(body("L\u2019article <a href=\"a\">A B</a> est apparu en premier sur X.") ==
             "Both close.");
  const std::string prose = "The post was first held by her aunt.";
  BOOST_TEST(body(prose) == "Both close.\n\n" + prose);
}

BOOST_AUTO_TEST_CASE(a_summary_is_the_body_where_there_is_nothing_else) {
  const Article article =
      read_article(rss("<item><description>&lt;p&gt;Both close.&lt;/p&gt;&lt;p&gt;Soon.&lt;/p&gt;"
                       "</description></item>"));
  BOOST_TEST(article.body == "Both close.\n\nSoon.");
  BOOST_TEST(article.standfirst.empty());
}

BOOST_AUTO_TEST_CASE(captions_in_the_text_are_kept_apart_from_it) {
  const Article article =
      read_article(rss("<item><title>Bridge</title><content:encoded><![CDATA[<figure><img src=a>"
                       "<figcaption>The bridge at dawn</figcaption></figure><p>It closes.</p>]]>"
                       "</content:encoded></item>"));
  BOOST_TEST(article.body == "It closes.");
  BOOST_TEST(article.captions == Strings{"The bridge at dawn"}, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(the_outlet_of_an_item_taken_from_another_feed_is_that_one) {
  const Article article = read_article(
      rss("<item><title>Bridge</title>"
          "<source url=\"https://gazette.example/rss\">Harbour Gazette</source></item>"));
  BOOST_TEST(article.source == "Harbour Gazette");
}

BOOST_AUTO_TEST_CASE(rss_1_0_has_its_items_beside_the_channel) {
  const Article article = read_article(
      "<r:RDF xmlns:r=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" "
      "xmlns=\"http://purl.org/rss/1.0/\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\">"
      "<channel r:about=\"https://a.example/\"><title>Coast Observer</title><dc:language>de"
      "</dc:language></channel><item r:about=\"https://a.example/1\"><title>Fähre</title>"
      "<dc:date>2026-03-04T08:00:00+01:00</dc:date></item></r:RDF>");
  BOOST_TEST(article.url == "https://a.example/1");
  BOOST_TEST(article.source == "Coast Observer");
  BOOST_TEST(article.language == "de");
  BOOST_TEST(to_iso8601(*article.published) == "2026-03-04T08:00:00+01:00");
}

BOOST_AUTO_TEST_CASE(an_entry_with_xhtml_fills_an_article) {
  const Article article = read_article(atom(
      "<a:entry><a:id>tag:courrier.example,2026:1</a:id><a:title type=\"html\">Le &lt;i&gt;pont"
      "&lt;/i&gt; ferme</a:title><a:link rel=\"enclosure\" href=\"x.mp3\"/>"
      "<a:link href=\"pont.html\"/><a:published>2026-03-04T08:00:00Z</a:published>"
      "<a:updated>2026-03-05T08:00:00Z</a:updated>"
      "<a:author><a:name>Ana Lund</a:name><a:email>a@b.example</a:email></a:author>"
      "<a:content type=\"xhtml\"><div xmlns=\"http://www.w3.org/1999/xhtml\"><p>Il\n  ferme.</p>"
      "<ul><li>Un</li><li>Deux</li></ul></div></a:content></a:entry>"));
  BOOST_TEST(article.headline == "Le pont ferme");
  BOOST_TEST(article.url == "https://courrier.example/news/pont.html");
  BOOST_TEST(article.body == "Il ferme.\n\nUn\n\nDeux");
  BOOST_TEST(article.byline == "Ana Lund");
  BOOST_TEST(article.source == "Le Courrier");
  BOOST_TEST(article.language == "fr");
  BOOST_TEST(to_iso8601(*article.modified) == "2026-03-05T08:00:00Z");
}

BOOST_AUTO_TEST_CASE(a_plain_title_may_speak_of_tags) {
  const Article article =
      read_article(atom("<a:entry><a:title type=\"text\">Le &lt;b&gt; du web</a:title></a:entry>"));
  BOOST_TEST(article.headline == "Le <b> du web");
}

BOOST_AUTO_TEST_CASE(content_that_lies_elsewhere_leaves_the_summary) {
  const Article article =
      read_article(atom("<a:entry><a:title>Pont</a:title><a:summary>Il ferme.</a:summary>"
                        "<a:content type=\"video/mp4\" src=\"a.mp4\"/></a:entry>"));
  BOOST_TEST(article.body == "Il ferme.");
}

BOOST_AUTO_TEST_CASE(entities_of_html_and_stray_signs_are_mended) {
  const Article article = read_article(
      rss("<item><title>Caf&eacute; & bar&nbsp;open</title><description>3 < 4 <br> &unknown; \x01"
          "</description></item>"));
  BOOST_TEST(article.headline == "Café & bar open");
  BOOST_TEST(article.body == "3 < 4 &unknown;");
}

BOOST_AUTO_TEST_CASE(an_element_that_is_not_closed_ends_with_its_item) {
  const ReadInputs read =
      read_bytes(rss("<item><title>One<link>https://river-times.example/1</link></item><item>"
                     "<title>Two</title></item>"));
  BOOST_TEST(read.articles.size() == 2u);
  BOOST_TEST(read.headlines().at(1) == "Two");
}

BOOST_AUTO_TEST_CASE(a_charset_holds_for_all_items_however_short) {
  const std::string feed =
      "<?xml version=\"1.0\" encoding=\"windows-1251\"?><rss><channel><item><title>\xCC\xEE\xF1\xF2"
      "</title></item></channel></rss>";
  BOOST_TEST(read_article(feed).headline == "Мост");
}

BOOST_AUTO_TEST_CASE(an_undeclared_charset_is_found_for_the_feed_as_a_whole) {
  std::string text;
  for (int i = 0; i < 5; ++i) {
    text +=
        "<item><title>\xD3\xE5\xE3\xEE\xE4\xED\xFF \xE2 \xE3\xEE\xF0\xEE\xE4\xE5 \xEE\xF2\xEA\xF0"
        "\xFB\xEB\xE8 \xED\xEE\xE2\xFB\xE9 \xEC\xEE\xF1\xF2</title></item>";
  }
  const ReadInputs read = read_bytes("<rss><channel>" + text + "</channel></rss>");
  BOOST_TEST_REQUIRE(read.articles.size() == 5u);
  BOOST_TEST(read.headlines().at(4) == "Уегодня в городе открыли новый мост");
}

BOOST_AUTO_TEST_CASE(drafts_and_attachments_of_an_export_are_no_articles) {
  const std::string wp = "xmlns:wp=\"http://wordpress.org/export/1.2/\"";
  const ReadInputs read = read_bytes(
      "<rss " + wp +
      "><channel><title>Blog</title>"
      "<item><title>A</title><wp:status>draft</wp:status><wp:post_type>post</wp:post_type></item>"
      "<item><title>B</title><wp:status>inherit</wp:status><wp:post_type>attachment</wp:post_type>"
      "</item><item><title>C</title><wp:status>publish</wp:status><wp:post_type>post</wp:post_type>"
      "</item></channel></rss>");
  BOOST_TEST(read.headlines() == Strings{"C"}, boost::test_tools::per_element());
  BOOST_TEST(read.reasons() == (Strings{"not published", "not an article"}),
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_feed_without_items_says_so) {
  BOOST_TEST(read_bytes(rss("")).reasons() == Strings{"feed without items"},
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_feed_that_breaks_off_gives_its_whole_items) {
  const ReadInputs read =
      read_bytes("<rss><channel><item><title>One</title></item><item><title>Tw");
  BOOST_TEST(read.headlines() == Strings{"One"}, boost::test_tools::per_element());
  BOOST_TEST(read.reasons() == Strings{"XML ends in the middle"}, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace pullquote::testing
