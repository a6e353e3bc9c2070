// SPDX-License-Identifier: GPL-3.0-or-later
/// Whole pages, invented for these tests: what is kept, what stands apart, what is left out, and
/// that each block says why.
#include "indexer/pages/html/html_article.h"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <string>
#include <variant>

#include "indexer/decoding/block_quote_marks.h"

using pullquote::Article;
using pullquote::InspectedBlock;
using pullquote::ParsedArticle;

namespace {

const std::string kFirst =
    "The council of Alderbridge voted on Monday to rebuild the old bridge, which the flood of "
    "last winter carried away.";
const std::string kSecond =
    "\u201CNobody should have to drive an hour to reach the school,\u201D said the mayor, Ines "
    "Calder, who "
    "had asked for the vote.";
const std::string kThird =
    "Work is to begin in the spring, and it will take two years, according to the engineers who "
    "presented their plans.";

std::string p(const std::string& text) {
  return "<p>" + text + "</p>";
}

ParsedArticle parse(const std::string& page) {
  return std::get<ParsedArticle>(pullquote::html::extract_article(page, {}, true));
}
std::string body_of(const std::string& page) {
  Article article = parse(page).article;
  pullquote::settle_block_quotes(article);
  return article.body;
}

std::string reason_of(const ParsedArticle& parsed, std::string_view text) {
  const auto found = std::find_if(parsed.blocks.begin(), parsed.blocks.end(),
                                  [&](const InspectedBlock& block) { return block.text == text; });
  return found == parsed.blocks.end() ? "absent" : found->reason;
}

bool has(const std::string& body, std::string_view text) {
  return body.find(text) != std::string::npos;
}

const std::string kText = kFirst + "\n\n" + kSecond + "\n\n" + kThird;

std::string article(const std::string& inside) {
  return "<html><body><nav><a href=/>Home</a> <a href=/news>News</a></nav><div class=story>"
         "<h1>Alderbridge votes to rebuild its bridge</h1><div class=article-body>" +
         inside +
         "</div></div><footer><p>Copyright of the publisher, who reserves all rights "
         "in every country of the world.</p></footer></body></html>";
}

}  // namespace

BOOST_AUTO_TEST_SUITE(html_article)

BOOST_AUTO_TEST_CASE(paragraphs_become_the_body_and_furniture_does_not) {
  const ParsedArticle parsed = parse(article(p(kFirst) + p(kSecond) + p(kThird)));
  BOOST_TEST(parsed.article.headline == "Alderbridge votes to rebuild its bridge");
  BOOST_TEST(parsed.article.body == kText);
  BOOST_TEST(parsed.format == "html");
  BOOST_TEST(reason_of(parsed, kFirst) == "paragraph");
  BOOST_TEST(reason_of(parsed, "Home News") == "furniture: navigation");
  BOOST_TEST(reason_of(parsed, "Alderbridge votes to rebuild its bridge") == "headline");
}

BOOST_AUTO_TEST_CASE(subheads_lists_and_block_quotations_are_part_of_the_text) {
  const std::string body =
      body_of(article(p(kFirst) +
                      "<h2>What happens next</h2><ul><li>Plans in March</li><li>Work in "
                      "April</li></ul><blockquote><p>We have waited long enough.</p></blockquote>" +
                      p(kThird)));
  BOOST_TEST(body == kFirst +
                         "\n\nWhat happens next\n\nPlans in March\n\nWork in April\n\nWe have "
                         "waited long enough.\n\n" +
                         kThird);
}

BOOST_AUTO_TEST_CASE(a_long_block_quotation_does_not_take_the_short_text_around_it_for_furniture) {
  const std::string statement =
      "<p>We have waited long enough for this day, and so have those who drive an hour to reach "
      "the "
      "school.</p><p>The bridge will be built, and it will be built in stone.</p>";
  const std::string body = body_of(article("<p>Calder said in a statement:</p><blockquote>" +
                                           statement + "</blockquote><p>She left.</p>"));
  BOOST_TEST(body.starts_with("Calder said in a statement:"));
  BOOST_TEST(body.ends_with("She left."));
}

BOOST_AUTO_TEST_CASE(whom_a_block_quotation_names_belongs_to_the_text_and_wrote_no_page) {
  for (const char* name : {"<footer>Ines Calder</footer>", "<p class=author>Ines Calder</p>",
                           "<cite>Ines Calder</cite>"}) {
    const ParsedArticle parsed =
        parse(article(p(kFirst) + "<blockquote><p>We have waited long enough.</p>" + name +
                      "</blockquote>" + p(kThird)));
    BOOST_TEST(has(parsed.article.body, "Ines Calder"), name);
    BOOST_TEST(parsed.article.byline == "", name);
  }
  const ParsedArticle figure =
      parse(article(p(kFirst) +
                    "<figure><blockquote>We have waited long enough.</blockquote><figcaption>Ines "
                    "Calder</figcaption></figure>" +
                    p(kThird)));
  BOOST_TEST(has(figure.article.body, "Ines Calder"));
  BOOST_TEST(figure.article.captions.empty());
}

BOOST_AUTO_TEST_CASE(captions_and_credits_stand_apart) {
  const Article a =
      parse(article(p(kFirst) +
                    "<figure><img src=x><figcaption>The bridge in its last year. <span "
                    "class=credit>Photo: R. Stone</span></figcaption></figure>" +
                    p(kSecond) + p(kThird) + "<p class=credit>Agency of the Valley</p>"))
          .article;
  BOOST_TEST(a.body == kText);
  BOOST_TEST_REQUIRE(a.captions.size() == 1u);
  BOOST_TEST(has(a.captions[0], "The bridge in its last year."));
  BOOST_TEST_REQUIRE(a.credits.size() == 1u);
  BOOST_TEST(a.credits[0] == "Agency of the Valley");
}

BOOST_AUTO_TEST_CASE(boxes_inside_the_text_are_left_out) {
  const std::string boxes[] = {
      "<div class='newsletter-signup'><p>Get all the news of the valley every morning, free of "
      "charge.</p></div>",
      "<aside><p>Ten other bridges that were carried away by floods in the last years.</p></aside>",
      "<div class=share-bar><a href=x>Post</a> <a href=y>Mail</a></div>",
      "<p>Read more: <a href=x>The flood, a year on</a></p>",
      "<p><a href=x>Pictures of the bridge that is no more</a></p>",
      "<p>Advertisement</p>",
      "<div class=related><ul><li><a href=x>Flood</a></li></ul></div>",
      "<h3>Related stories</h3><ul><li><a href=x>The flood</a></li><li><a href=x>The river</a></li>"
      "</ul>",
      "<div style='display: none'><p>Hidden words that nobody sees when reading this "
      "page.</p></div>",
      "<p>Sign up for our letter to get news of the valley <a href=x>here</a>.</p>",
  };
  for (const std::string& box : boxes) {
    BOOST_TEST(body_of(article(p(kFirst) + box + p(kSecond) + p(kThird))) == kText, box);
  }
}

BOOST_AUTO_TEST_CASE(an_article_about_furniture_keeps_its_words) {
  const std::string text =
      "Newsletters are read again: more people subscribe to a newsletter than to a paper, and the "
      "advertisement that pays for it is short.";
  const std::string more =
      "Share prices of publishers rose, and the comments of analysts, who rarely agree, were "
      "friendly for once.";
  BOOST_TEST(body_of(article(p(text) + p(more) + p(kThird))) ==
             text + "\n\n" + more + "\n\n" + kThird);
}

BOOST_AUTO_TEST_CASE(comments_are_left_out_though_they_are_longer_than_the_article) {
  std::string comments = "<div id=comments>";
  for (int i = 0; i < 5; ++i) {
    comments +=
        p("I have lived in this valley for all of my life, and I say that the bridge was "
          "never needed, whatever they say in the town.");
  }
  const std::string body = body_of(article(p(kFirst) + p(kSecond)) + comments + "</div>");
  BOOST_TEST(body == kFirst + "\n\n" + kSecond);
}

BOOST_AUTO_TEST_CASE(a_page_without_any_class_is_read_too) {
  const std::string body = body_of(
      "<body><div><a href=/>Home</a> <a href=/a>About</a></div><div><h1>Bridge to be rebuilt in "
      "spring</h1><div>" +
      p(kFirst) + p(kSecond) + p(kThird) + "</div></div><div><a href=/b>Contact</a></div></body>");
  BOOST_TEST(body == kText);
}

BOOST_AUTO_TEST_CASE(text_set_in_line_breaks_is_read_as_paragraphs) {
  const std::string body =
      body_of(article(kFirst + "<br><br>" + kSecond + "<br /><br />" + kThird));
  BOOST_TEST(body == kText);
}

BOOST_AUTO_TEST_CASE(an_article_set_in_several_parts_is_joined) {
  const std::string part = "<div class=row><div class=article-body>";
  const std::string body =
      body_of("<article><h1>Alderbridge votes to rebuild its bridge</h1>" + part + p(kFirst) +
              "</div></div><div class=ad><p>Advertisement</p></div>" + part + p(kSecond) +
              p(kThird) + "</div></div></article>");
  BOOST_TEST(body == kText);
}

BOOST_AUTO_TEST_CASE(a_body_called_sidebar_by_its_page_is_read) {
  const std::string body = body_of(
      "<body class='sidebar-page'><h1>Bridge to be rebuilt</h1><div "
      "class='widget'>" +
      p(kFirst) + p(kSecond) + p(kThird) + "</div></body>");
  BOOST_TEST(body == kText);
}

BOOST_AUTO_TEST_CASE(names_that_leave_no_text_are_not_believed) {
  const std::string box = "<div class=sidebar>";
  const std::string body =
      body_of("<body><h1>Bridge to be rebuilt</h1><div>" + box + p(kFirst) + "</div>" + box +
              p(kSecond) + "</div>" + box + p(kThird) + "</div>" + box +
              p(kFirst + " " + kSecond + " " + kThird) + "</div></div></body>");
  BOOST_TEST(has(body, kSecond));
}

BOOST_AUTO_TEST_CASE(a_page_drawn_by_scripts_takes_its_text_from_the_metadata) {
  const std::string body =
      body_of("<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"articleBody\":\"" +
              kFirst + "\\n" + kSecond + "\\n" + kThird + "\"}</script><div id=app></div>");
  BOOST_TEST(body == kText);
}

BOOST_AUTO_TEST_CASE(the_short_cells_of_a_row_are_one_line) {
  const std::string body =
      body_of(article(p(kFirst) +
                      "<figure><table><tr><td>Span</td><td>120 m</td></tr><tr><td>Cost</td><td>9 "
                      "million</td></tr></table></figure>" +
                      p(kThird)));
  BOOST_TEST(body == kFirst + "\n\nSpan | 120 m\n\nCost | 9 million\n\n" + kThird);
}

BOOST_AUTO_TEST_CASE(layout_tables_are_read) {
  const std::string body =
      body_of("<table><tr><td><a href=x>Home</a></td><td><h1>Bridge to be rebuilt soon</h1>" +
              p(kFirst) + p(kSecond) + p(kThird) + "</td></tr></table>");
  BOOST_TEST(body == kText);
}

BOOST_AUTO_TEST_CASE(the_articles_own_metadata_attests_a_block_that_looks_like_furniture) {
  const std::string odd = "See also how the river rose, the mayor told the council";
  const std::string page =
      "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"articleBody\":\"" + kFirst +
      " " + odd + " " + kThird + "\"}</script>" + article(p(kFirst) + p(odd) + p(kThird));
  BOOST_TEST(body_of(page) == kFirst + "\n\n" + odd + "\n\n" + kThird);
}

BOOST_AUTO_TEST_CASE(a_page_of_nothing_gives_nothing) {
  BOOST_TEST(body_of("") == "");
  BOOST_TEST(body_of("<html><body></body></html>") == "");
  BOOST_TEST(parse("   ").article.headline == "");
}

BOOST_AUTO_TEST_SUITE_END()
