// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/results/highlighter.h"

#include <boost/test/unit_test.hpp>

using namespace pullquote;

namespace {

constexpr std::string_view kSentence = "\"We go,\" said John Smith. ";

/// An article that is nothing but quotes.
Article statements(std::uint32_t count) {
  Article article;
  article.language = "en";
  for (std::uint32_t i = 0; i < count; ++i) {
    const auto start = static_cast<std::uint32_t>(article.body.size()) + 1;
    article.body += kSentence;
    Quote quote;
    quote.span = {start, start + 6};
    article.quotes.push_back(quote);
  }
  return article;
}

HighlightClause word(const std::string& text, RankedField field) {
  HighlightClause clause;
  clause.field = field;
  clause.words = {text};
  return clause;
}

SpanPlan one_word(const std::string& text) {
  SpanPlan plan;
  plan.pattern = {{text}, {{{{0}}}}};
  return plan;
}

HighlightClause near(const std::string& a, const std::string& b, unsigned distance) {
  HighlightClause clause;
  clause.spans.kind = SpanPlan::Kind::Near;
  clause.spans.distance = distance;
  clause.spans.operands = {one_word(a), one_word(b)};
  return clause;
}

std::size_t found_in(const Article& article, const HighlightClause& clause) {
  ArticleAnalyzer analyzer("en");
  const std::vector<HighlightClause> clauses{clause};
  return Highlighter(clauses, analyzer).find(article, article.body, TextArea::Body).size();
}

}  // namespace

BOOST_AUTO_TEST_SUITE(highlighter)

BOOST_AUTO_TEST_CASE(words_of_a_quote_clause_are_marked_inside_quotes_that_quote_somebody) {
  Article article = statements(3);
  article.body += "They go.";
  article.quotes[1].kind = QuoteKind::Scare;
  BOOST_TEST(found_in(article, word("go", RankedField::Quote)) == 2u);
  BOOST_TEST(found_in(article, word("go", RankedField::Body)) == 4u);
}

BOOST_AUTO_TEST_CASE(words_near_each_other_are_marked_where_they_are_near) {
  Article article = statements(1);
  article.body += "Who said that none of the others who heard it would ever go?";
  BOOST_TEST(found_in(article, near("go", "said", 2)) == 2u);
}

// Looking through all quotes, or all windows, for each word takes minutes here.
BOOST_AUTO_TEST_CASE(a_long_article_is_marked_in_a_time_that_grows_with_its_length) {
  constexpr std::uint32_t kStatements = 100'000;
  const Article article = statements(kStatements);
  BOOST_TEST(found_in(article, word("go", RankedField::Quote)) == kStatements);
  BOOST_TEST(found_in(article, near("go", "said", 2)) == 2 * kStatements);
}

BOOST_AUTO_TEST_SUITE_END()
