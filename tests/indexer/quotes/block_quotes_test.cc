// SPDX-License-Identifier: GPL-3.0-or-later
/// Which passages that a source sets apart are quotations, and whose. The breadth is measured on
/// the gold set (tests/quality/quotes/block-quotes.txt).
#include "indexer/quotes/block_quotes.h"

#include <boost/test/unit_test.hpp>
#include <string>
#include <vector>

#include "pullquote/quote_extractor.h"
#include "tests/support/read_inputs.h"

using pullquote::Article;
using pullquote::BlockQuote;
using pullquote::Quote;
using pullquote::QuoteExtractor;
using pullquote::QuoteKind;
using pullquote::testing::read_article;

namespace {

const std::string kIntro = "Dana Whitfield said in a statement:";
const std::string kSaid = "We have waited long enough. Now we build.";
const std::string kRest = "The council meets again in June.";

/// The body of the paragraphs; what begins with '>' is a block quotation, '~' its attribution.
std::vector<Quote> extract(const std::vector<std::string>& paragraphs) {
  Article article;
  article.language = "en";
  for (const std::string& each : paragraphs) {
    const bool quoted = each.starts_with('>');
    const bool named = each.starts_with('~');
    if (!article.body.empty()) article.body += "\n\n";
    const auto start = static_cast<std::uint32_t>(article.body.size());
    article.body += quoted || named ? each.substr(1) : each;
    const auto end = static_cast<std::uint32_t>(article.body.size());
    if (quoted) article.block_quotes.push_back({{start, end}, {}});
    if (named) article.block_quotes.back().attribution = {start, end};
  }
  QuoteExtractor().extract_into(article);
  return article.quotes;
}

const Quote& only(const std::vector<Quote>& quotes) {
  BOOST_TEST_REQUIRE(quotes.size() == 1u);
  return quotes.front();
}

}  // namespace

BOOST_AUTO_TEST_SUITE(block_quotes)

BOOST_AUTO_TEST_CASE(the_paragraph_above_introduces_it) {
  const auto quotes = extract({kIntro, ">" + kSaid, kRest});
  const Quote& quote = only(quotes);
  BOOST_TEST(quote.text == kSaid);
  BOOST_TEST((quote.kind == QuoteKind::Direct));
  BOOST_TEST(quote.speaker == "Dana Whitfield");
  BOOST_TEST(quote.cue == "said");
  BOOST_TEST(quote.span.start == kIntro.size() + 2);
  BOOST_TEST(quote.span.end == kIntro.size() + 2 + kSaid.size());
}

BOOST_AUTO_TEST_CASE(a_sentence_that_points_at_it_introduces_it) {
  const auto quotes = extract({"Here is how the mayor, Dana Whitfield, put it.", ">" + kSaid});
  BOOST_TEST(only(quotes).speaker == "Dana Whitfield");
  BOOST_TEST(only(quotes).cue == "put");
}

BOOST_AUTO_TEST_CASE(a_line_below_says_whom_it_quotes) {
  for (const std::string line : {"\u2014 Dana Whitfield, mayor", "-- Dana Whitfield, mayor",
                                 "\u2013 Dana Whitfield, mayor of Elmouth."}) {
    const auto quotes = extract({kRest, ">" + kSaid, line, kRest});
    BOOST_TEST(only(quotes).speaker == "Dana Whitfield", line);
    BOOST_TEST(only(quotes).role.starts_with("mayor"), line);
  }
}

BOOST_AUTO_TEST_CASE(a_list_with_dashes_names_nobody) {
  BOOST_TEST(extract({kRest, ">" + kSaid, "\u2014 The council will meet again in June."}).empty());
  BOOST_TEST(extract({kRest, ">" + kSaid, "- Twelve houses were carried away."}).empty());
}

BOOST_AUTO_TEST_CASE(what_the_source_names_needs_no_dash) {
  const auto quotes = extract({kRest, ">" + kSaid, "~Dana Whitfield", kRest});
  BOOST_TEST(only(quotes).speaker == "Dana Whitfield");
}

BOOST_AUTO_TEST_CASE(the_name_may_stand_on_the_last_line) {
  for (const std::string end : {" \u2014 Dana Whitfield", "\n\u2014 Dana Whitfield"}) {
    const auto quotes = extract({kRest, ">" + kSaid + end, kRest});
    BOOST_TEST(only(quotes).text == kSaid);
    BOOST_TEST(only(quotes).speaker == "Dana Whitfield");
  }
}

BOOST_AUTO_TEST_CASE(a_dash_within_what_is_said_ends_nothing) {
  const std::string said = "We have waited \u2014 Whitfield and I \u2014 for a year.";
  BOOST_TEST(only(extract({kIntro, ">" + said})).text == said);
}

BOOST_AUTO_TEST_CASE(an_indented_paragraph_quotes_nobody) {
  BOOST_TEST(extract({kRest, ">" + kSaid, kRest}).empty());
  BOOST_TEST(extract({">" + kSaid, kRest}).empty());
}

BOOST_AUTO_TEST_CASE(a_page_that_is_indented_as_a_whole_quotes_nobody) {
  std::vector<std::string> page{"The harbour board said that it would close on Sunday."};
  for (int i = 0; i < 8; ++i) page.push_back(">" + kSaid + " Said the board, it is late.");
  BOOST_TEST(extract(page).empty());
}

BOOST_AUTO_TEST_CASE(what_the_article_says_elsewhere_is_a_pull_quote) {
  const std::string text = "Whitfield said that we have waited long enough and now we build.";
  BOOST_TEST(extract({text, ">We have waited long enough and now we build!", kRest}).empty());
  const auto quotes =
      extract({"\u201C" + kSaid + "\u201D said Whitfield.",
               ">\u201CWe have waited long enough. Now we build\u201D", "~Dana Whitfield", kRest});
  BOOST_TEST(only(quotes).text == kSaid);
}

BOOST_AUTO_TEST_CASE(marks_around_the_whole_stay_and_learn_the_name) {
  const auto quotes = extract({kRest, ">\u201C" + kSaid + "\u201D", "\u2014 Dana Whitfield"});
  BOOST_TEST(only(quotes).text == kSaid);
  BOOST_TEST(only(quotes).speaker == "Dana Whitfield");
}

BOOST_AUTO_TEST_CASE(a_further_block_goes_on_with_the_one_right_above) {
  const auto quotes = extract({kIntro, ">" + kSaid, ">The work begins in the spring.", kRest});
  BOOST_TEST_REQUIRE(quotes.size() == 2u);
  BOOST_TEST(quotes[1].speaker == "Dana Whitfield");
}

BOOST_AUTO_TEST_CASE(spans_that_do_not_fit_the_body_are_ignored) {
  const std::string body = kIntro + "\n\n" + kSaid;
  const auto end = static_cast<std::uint32_t>(body.size());
  const std::vector<BlockQuote> wrong{
      {{5, 3}, {}},        {{0, end + 1}, {}},          {{end, end}, {}},     {{3, 9}, {}},
      {{37, end}, {1, 2}}, {{37, end}, {end, end + 9}}, {{0xFFFFFFF0, 2}, {}}};
  for (const BlockQuote& each : wrong) {
    BOOST_TEST(QuoteExtractor().extract(body, "en", std::vector{each}).empty());
  }
}

// --- readers ------------------------------------------------------------------------------------

BOOST_AUTO_TEST_CASE(every_reader_of_markup_says_where_they_are) {
  const std::string text = "<p>" + kRest + "</p><blockquote><p>" + kSaid +
                           "</p><p>It is time.</p><footer>Dana Whitfield</footer></blockquote><p>" +
                           kIntro + "</p>";
  const std::string bq = "<p>" + kRest + "</p><bq><block><p>" + kSaid +
                         "</p><p>It is time.</p></block><credit>Dana Whitfield</credit></bq><p>" +
                         kIntro + "</p>";
  const std::string inputs[] = {
      "{\"headline\":\"H\",\"body\":\"" + text + "\"}\n",
      "<rss version='2.0'><channel><item><title>H</title><description><![CDATA[" + text +
          "]]></description></item></channel></rss>",
      "<feed xmlns='http://www.w3.org/2005/Atom'><entry><title>H</title><content type='xhtml'>"
      "<div xmlns='http://www.w3.org/1999/xhtml'>" +
          text + "</div></content></entry></feed>",
      "<nitf><body><body.head><hedline><hl1>H</hl1></hedline></body.head><body.content>" + bq +
          "</body.content></body></nitf>",
      "<html><body><article><h1>H</h1>" + text + "</article></body></html>"};
  for (const std::string& input : inputs) {
    const Article article = read_article(input);
    const std::string said = kSaid + "\n\nIt is time.";
    BOOST_TEST(article.body == kRest + "\n\n" + said + "\n\nDana Whitfield\n\n" + kIntro, input);
    BOOST_TEST_REQUIRE(article.block_quotes.size() == 1u, input);
    const auto text_of = [&](pullquote::ByteSpan span) {
      return article.body.substr(span.start, span.end - span.start);
    };
    BOOST_TEST(text_of(article.block_quotes[0].span) == said, input);
    BOOST_TEST(text_of(article.block_quotes[0].attribution) == "Dana Whitfield", input);
  }
}

BOOST_AUTO_TEST_CASE(no_field_keeps_a_mark_of_theirs) {
  const Article article = read_article(
      "{\"headline\":\"<blockquote>Head</blockquote>\",\"body\":\"<p>a&#28;b</"
      "p><blockquote>c\\u001d"
      "</blockquote>d\\u001e\",\"standfirst\":\"<blockquote>s</blockquote>\",\"keywords\":[\"<"
      "blockquote>k</blockquote>\"]}\n");
  for (const std::string& text :
       {article.headline, article.body, article.standfirst, article.keywords.at(0)}) {
    for (const char c : text) BOOST_TEST((c >= ' ' || c == '\n'), text);
  }
}

BOOST_AUTO_TEST_CASE(the_message_that_a_mail_answers_is_none) {
  const Article article = read_article("{\"headline\":\"H\",\"body\":\"<p>" + kIntro +
                                       "</p><blockquote type=cite>" + kSaid + "</blockquote>\"}\n");
  BOOST_TEST(article.block_quotes.empty());
}

BOOST_AUTO_TEST_CASE(a_post_is_set_apart_until_somebody_signs_it) {
  const std::string post = "<blockquote class='social-media'><p>" + kSaid + "</p>";
  const auto quotes_of = [](const std::string& html) {
    Article article = read_article("{\"headline\":\"H\",\"body\":\"" + html + "\"}\n");
    QuoteExtractor().extract_into(article);
    return article.quotes;
  };
  BOOST_TEST(quotes_of("<p>" + kIntro + "</p>" + post + "</blockquote>").empty());
  const auto quotes = quotes_of("<p>" + kRest + "</p>" + post +
                                "\u2014 Dana Whitfield (@dana) <a>May 4, 2026</a></blockquote>");
  BOOST_TEST(only(quotes).speaker == "Dana Whitfield");
}

BOOST_AUTO_TEST_SUITE_END()
