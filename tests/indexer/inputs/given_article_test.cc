// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/inputs/given_article.h"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <string>
#include <variant>
#include <vector>

namespace pullquote::testing {
namespace {

namespace bdata = boost::unit_test::data;

/// An article with an id and this body.
Article with_body(const std::string& body) {
  Article article;
  article.id = "1";
  article.body = body;
  return article;
}

Article completed(Article article) {
  ReadOutcome outcome = complete_given_article(std::move(article), 1);
  BOOST_REQUIRE(std::holds_alternative<ParsedArticle>(outcome));
  return std::get<ParsedArticle>(outcome).article;
}

std::string reason(Article article) {
  const ReadOutcome outcome = complete_given_article(std::move(article), 7);
  if (!std::holds_alternative<Rejection>(outcome)) return "taken";
  BOOST_TEST(std::get<Rejection>(outcome).source == "article 7");
  return std::get<Rejection>(outcome).reason;
}

Quote quote_at(std::uint32_t start, std::uint32_t end) {
  Quote quote;
  quote.span = {start, end};
  return quote;
}

BOOST_AUTO_TEST_SUITE(given_article)

BOOST_AUTO_TEST_CASE(a_clean_article_stays_as_it_is) {
  Article article = with_body("One paragraph.\n\nAnother one, said she.");
  article.url = "https://post.example/a";
  article.source = "Post";
  article.headline = "A headline";
  article.keywords = {"harbour"};
  article.language = "en";
  BOOST_TEST((completed(article) == article));
}

BOOST_AUTO_TEST_CASE(texts_are_cleaned_and_the_body_becomes_paragraphs) {
  Article article = with_body(" One\tparagraph. \n\n\n\nAnother \xFF one.\n");
  article.headline = "  A\n headline ";
  article.captions = {" a  caption ", " "};
  article.language = "English";
  const Article clean = completed(article);
  BOOST_TEST(clean.body == "One paragraph.\n\nAnother \uFFFD one.");
  BOOST_TEST(clean.headline == "A headline");
  BOOST_TEST(clean.captions == std::vector<std::string>{"a caption"},
             boost::test_tools::per_element());
  BOOST_TEST(clean.language == "en");
}

BOOST_AUTO_TEST_CASE(an_absent_id_is_the_canonical_url) {
  Article article = with_body("A body.");
  article.id.clear();
  article.url = "HTTPS://Post.example/a?utm_source=x#top";
  BOOST_TEST(completed(article).id == "https://post.example/a");
  article.url = "not a url";
  BOOST_TEST(reason(article) == "no id and no URL");
}

BOOST_AUTO_TEST_CASE(an_article_without_any_text_is_rejected) {
  BOOST_TEST(reason(with_body("")) == "no headline and no body");
  BOOST_TEST(reason(with_body(" \n\n ")) == "no headline and no body");
}

BOOST_AUTO_TEST_CASE(own_quotes_are_kept_and_completed) {
  Article article = with_body("\u201CIt lasts,\u201D she said.");
  article.quotes = {quote_at(3, 12)};
  article.quotes[0].speaker = " Ann  Lee";
  const Article clean = completed(article);
  BOOST_REQUIRE(clean.quotes.size() == 1u);
  BOOST_TEST(clean.quotes[0].text == "It lasts,");
  BOOST_TEST(clean.quotes[0].speaker == "Ann Lee");
  BOOST_TEST(clean.quotes[0].speaker_resolved == "Ann Lee");
}

struct BadQuotes {
  const char* why;
  std::vector<Quote> quotes;
};
std::ostream& operator<<(std::ostream& out, const BadQuotes& bad) {
  return out << bad.why;
}

// The body is "“ab” cd": the marks take three bytes each, 11 in all.
const BadQuotes kBadQuotes[] = {
    {"empty", {quote_at(3, 3)}},
    {"backwards", {quote_at(5, 3)}},
    {"behind the end", {quote_at(3, 12)}},
    {"begins within a character", {quote_at(1, 5)}},
    {"ends within a character", {quote_at(3, 6)}},
    {"overlapping", {quote_at(3, 5), quote_at(4, 8)}},
    {"out of order", {quote_at(9, 11), quote_at(3, 5)}},
};

BOOST_DATA_TEST_CASE(quotes_that_do_not_lie_in_the_body_are_rejected, bdata::make(kBadQuotes),
                     bad) {
  Article article = with_body("\u201Cab\u201D cd");
  BOOST_TEST(article.body.size() == 11u);
  article.quotes = bad.quotes;
  BOOST_TEST(reason(article) == "quotes outside of the body");
}

BOOST_AUTO_TEST_CASE(spans_of_speakers_and_block_quotations_are_checked_too) {
  Article article = with_body("ab cd");
  article.quotes = {quote_at(0, 2)};
  article.quotes[0].speaker_span = ByteSpan{3, 6};
  BOOST_TEST(reason(article) == "quotes outside of the body");
  article.quotes.clear();
  article.block_quotes.resize(1);
  article.block_quotes[0].span = {0, 6};
  BOOST_TEST(reason(article) == "quotes outside of the body");
  article.block_quotes[0].span = {0, 5};
  BOOST_TEST(reason(article) == "taken");
}

BOOST_AUTO_TEST_CASE(own_quotes_need_a_body_that_cleaning_would_not_change) {
  for (const char* body : {"two  blanks", "one\nline", "a\n\n\nb", " a", "a\n\n", "\xFF!"}) {
    Article article = with_body(body);
    article.quotes = {quote_at(0, 1)};
    BOOST_TEST(reason(article) == "quotes of an unclean body", body);
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace pullquote::testing
