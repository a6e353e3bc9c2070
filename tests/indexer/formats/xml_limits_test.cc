// SPDX-License-Identifier: GPL-3.0-or-later
/// XML that means harm, and XML that was meant well.
#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <string>
#include <vector>

#include "indexer/decoding/markup_scanner.h"
#include "indexer/decoding/xml_repair.h"
#include "indexer/formats/xml/xml_text.h"
#include "indexer/formats/xml/xml_tree.h"
#include "tests/support/read_inputs.h"

namespace pullquote::testing {
namespace {

using Strings = std::vector<std::string>;

std::string repeated(const std::string& piece, std::size_t times) {
  std::string text;
  text.reserve(piece.size() * times);
  for (std::size_t i = 0; i < times; ++i) text += piece;
  return text;
}

BOOST_AUTO_TEST_SUITE(xml_limits)

BOOST_AUTO_TEST_CASE(a_million_elements_deep_is_too_deep_and_the_next_item_is_read) {
  const ReadInputs read =
      read_bytes("<rss><channel><item>" + repeated("<a>", 1'000'000) + repeated("</a>", 1'000'000) +
                 "</item><item><title>Two</title></item></channel></rss>");
  BOOST_TEST(read.reasons() == Strings{"nested too deeply"}, boost::test_tools::per_element());
  BOOST_TEST(read.headlines() == Strings{"Two"}, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_million_elements_around_an_item_do_no_harm) {
  const ReadInputs read =
      read_bytes("<rss>" + repeated("<a>", 1'000'000) + "<item><title>One</title></item></rss>");
  BOOST_TEST(read.articles.size() + read.rejections.size() == 1u);
}

BOOST_AUTO_TEST_CASE(breaks_that_are_never_closed_are_no_depth) {
  const Article article =
      read_article("<rss><channel><item><description>" + repeated("a <br> ", 2000) +
                   "</description></item></channel></rss>");
  BOOST_TEST(article.body.size() >= 2000u);
}

BOOST_AUTO_TEST_CASE(what_would_take_quadratic_time_is_refused_or_read_in_linear_time) {
  const std::size_t many = 200'000;
  std::string attributes;
  std::string people;
  for (std::size_t i = 0; i < many; ++i) {
    attributes += " a" + std::to_string(i) + "=''";
    people += "<author>Ana Lund " + std::to_string(i) + "</author>";
  }
  BOOST_TEST(read_bytes("<rss><item" + attributes + "><title>One</title></item></rss>").reasons() ==
                 Strings{"too many attributes"},
             boost::test_tools::per_element());
  BOOST_TEST(
      read_bytes("<rss><item><title>One</title>" + people + "</item></rss>").articles.size() == 1u);
  BOOST_TEST(read_bytes("<rss><item><title>One</title><description><![CDATA[" +
                        repeated("<figcaption>a ", many) + "]]></description></item></rss>")
                 .articles.size() == 1u);
  BOOST_TEST(read_bytes("<DOC>" + repeated("<TEXT>a ", many) + repeated("</HEAD>", many) + "</DOC>")
                 .articles.size() == 1u);
}

BOOST_AUTO_TEST_CASE(entities_of_a_document_are_never_expanded) {
  std::string dtd = "<!DOCTYPE rss [<!ENTITY a0 \"ha\">";
  for (int i = 1; i < 30; ++i) {
    const std::string before = "&a" + std::to_string(i - 1) + ";";
    dtd += "<!ENTITY a" + std::to_string(i) + " \"" + before + before + "\">";
  }
  const Article article = read_article("<?xml version=\"1.0\"?>" + dtd +
                                       "]><rss><channel><item><title>Laughs &a29;</title>"
                                       "</item></channel></rss>");
  BOOST_TEST(article.headline == "Laughs &a29;");
}

BOOST_AUTO_TEST_CASE(external_entities_are_never_loaded) {
  const TemporaryDirectory folder;
  const std::string secret = folder.write("secret.txt", "the secret").string();
  const std::string file = folder.write(
      "feed.xml",
      "<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY x SYSTEM \"file://" + secret +
          "\"><!ENTITY % y SYSTEM \"file://" + secret +
          "\">%y;]><rss><channel><item><title>Ferry &x;</title></item></channel></rss>");
  const ReadInputs read = read_inputs({file});
  BOOST_TEST_REQUIRE(read.articles.size() == 1u);
  BOOST_TEST(read.headlines()[0] == "Ferry &x;");
}

BOOST_AUTO_TEST_CASE(an_item_beyond_the_limit_is_passed_over_and_the_next_is_read) {
  ReaderOptions options;
  options.limits.record_bytes = 100'000;
  const ReadInputs read = read_bytes("<rss><channel><item><title>" + std::string(3'000'000, 'x') +
                                         "</title></item><item>"
                                         "<title>Two</title></item></channel></rss>",
                                     options);
  BOOST_TEST(read.reasons() == Strings{"record too large"}, boost::test_tools::per_element());
  BOOST_TEST(read.headlines() == Strings{"Two"}, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(the_records_of_an_input_are_limited) {
  ReaderOptions options;
  options.limits.records = 2;
  const ReadInputs read =
      read_bytes("{\"headline\":\"a\"}\n{\"headline\":\"b\"}\n{\"headline\":\"c\"}\n", options);
  BOOST_TEST(read.headlines() == (Strings{"a", "b"}), boost::test_tools::per_element());
  BOOST_TEST(read.reasons() == Strings{"too many records"}, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(the_time_that_an_input_takes_is_limited) {
  ReaderOptions options;
  options.limits.seconds = 0;
  const TemporaryDirectory folder;
  const std::string slow =
      folder.write("a.jsonl", repeated("{\"headline\":\"a\"}\n", 1000)).string();
  const ReadInputs read = read_inputs({slow}, options);
  BOOST_TEST(read.articles.size() < 1000u);
  BOOST_TEST(read.reasons() == Strings{"takes too long"}, boost::test_tools::per_element());
}

struct RepairCase {
  const char* why;
  const char* broken;
  const char* mended;
  friend std::ostream& operator<<(std::ostream& out, const RepairCase& c) { return out << c.why; }
};
const RepairCase kRepairs[] = {
    {"an element left open", "<a><b>x</a>", "<a><b>x</b></a>"},
    {"an end without a start", "<a>x</c></a>", "<a>x</a>"},
    {"all left open", "<a><b>x", "<a><b>x</b></a>"},
    {"a stray ampersand", "<a>x & y</a>", "<a>x &amp; y</a>"},
    {"a stray less-than", "<a>x < y</a>", "<a>x &lt; y</a>"},
    {"an entity of HTML", "<a>&eacute;</a>", "<a>é</a>"},
    {"an entity of XML", "<a>&lt;b&gt;</a>", "<a>&lt;b&gt;</a>"},
    {"an attribute without quotes", "<a b=c d>x</a>", "<a b=\"c\" d=\"\">x</a>"},
    {"an attribute twice", "<a b='1' b='2'>x</a>", "<a b=\"1\">x</a>"},
    {"a quote that is never closed", "<a b=\"c>x</a>", "<a b=\"c\">x</a>"},
    {"a character that XML forbids", "<a>x&#2;\x01y</a>", "<a>xy</a>"},
    {"a section", "<a><![CDATA[<b>&amp;]]></a>", "<a>&lt;b&gt;&amp;amp;</a>"},
    {"a break that is never closed", "<a>x<br>y</a>", "<a>x<br/>y</a>"},
    {"a second root", "<a>x</a><b>y</b>", "<a>x</a>y"},
};
BOOST_DATA_TEST_CASE(broken_xml_is_mended, boost::unit_test::data::make(kRepairs), c) {
  if (std::string_view(c.why) != "a second root") BOOST_TEST(repair_xml(c.broken) == c.mended);
  BOOST_TEST(std::holds_alternative<XmlTree>(XmlTree::parse(c.broken)));
}

BOOST_AUTO_TEST_CASE(markup_is_told_from_text) {
  const std::string text = "a < b <c d='>'/><!-- <x> --><![CDATA[<y>]]></z>";
  std::string kinds;
  for (std::size_t at = 0; at < text.size();) {
    const MarkupToken token = next_markup(text, at);
    kinds += std::to_string(static_cast<int>(token.kind));
    at = token.end;
  }
  BOOST_TEST(kinds == "02453");  // text, empty tag, comment, section, end tag
}

BOOST_AUTO_TEST_CASE(text_flows_by_elements_and_lines_of_pre_are_its_own) {
  const auto flow = [](const char* xml) {
    return flowing_text(std::get<XmlTree>(XmlTree::parse(xml)).root());
  };
  BOOST_TEST(flow("<d><p>One\n two</p>three<br/>four<br/><br/>five</d>") ==
             "One two\n\nthree four\n\nfive");
  BOOST_TEST(flow("<d><p>A</p><script>x</script><figure><figcaption>c</figcaption></figure></d>") ==
             "A");
  BOOST_TEST(flow("<d>One.\n\nTwo.</d>") == "One.\n\nTwo.");
  BOOST_TEST(flow("<d><p>4 o&amp;#39;clock</p></d>") == "4 o'clock");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace pullquote::testing
