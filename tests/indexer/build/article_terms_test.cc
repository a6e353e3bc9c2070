// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/build/article_terms.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <boost/test/unit_test.hpp>
#include <map>
#include <span>
#include <stdexcept>
#include <string>
#include <vector>

using namespace pullquote;

namespace {

/// "wdf@position,position" by term.
std::map<std::string, std::string> terms_of(std::span<const glass::DocumentTerm> from) {
  std::map<std::string, std::string> terms;
  for (const glass::DocumentTerm& term : from) {
    terms[std::string(term.term)] = fmt::format(
        "{}@{}", term.wdf, fmt::join(term.positions.begin(), term.positions.end(), ","));
  }
  return terms;
}

std::map<std::string, std::string> terms_of(DocumentBuffer& buffer) {
  return terms_of(buffer.document().terms);
}

std::map<std::string, std::string> terms_of(const Article& article) {
  ArticleInverter inverter({.headline = 6, .body = 2, .quote = 3}, "en", XapianContent::Full);
  return terms_of(inverter.invert(article));
}

/// A quote of the body around `text`.
Quote quote_of(const Article& article, std::string_view text, QuoteKind kind = QuoteKind::Direct) {
  const auto start = static_cast<std::uint32_t>(article.body.find(text));
  Quote quote;
  quote.text = text;
  quote.span = {start, start + static_cast<std::uint32_t>(text.size())};
  quote.kind = kind;
  return quote;
}

Article article_with(std::string headline, std::string body) {
  Article article;
  article.id = "x";
  article.headline = std::move(headline);
  article.body = std::move(body);
  return article;
}

BOOST_AUTO_TEST_SUITE(article_terms)

BOOST_AUTO_TEST_CASE(a_word_is_stemmed_in_the_language_of_each_article) {
  ArticleInverter inverter({.headline = 6, .body = 2, .quote = 3}, "en", XapianContent::Full);
  const auto has = [&](const char* language, const char* term) {
    Article article = article_with("", "running nationales");
    article.language = language;
    return terms_of(inverter.invert(article)).contains(term);
  };
  BOOST_TEST(has("en", "Zrun"));
  BOOST_TEST(has("fr", "Zrunning"));
  BOOST_TEST(has("fr", "Znational"));
  BOOST_TEST(has("en", "Zrun"));
  BOOST_TEST(has("en", "Znational"));
  BOOST_TEST(has("tlh", "Znationales"));  // no stemmer
}

BOOST_AUTO_TEST_CASE(what_is_remembered_of_words_changes_no_article) {
  Article first = article_with("Mayor resigns", "The mayor said he had resigned.");
  first.quotes = {quote_of(first, "he had resigned")};
  const Article second = article_with("Resigned", "Mayor, the mayor, Mayor.");
  ArticleInverter inverter({.headline = 6, .body = 2, .quote = 3}, "en", XapianContent::Full);
  terms_of(inverter.invert(first));
  BOOST_TEST((terms_of(inverter.invert(second)) == terms_of(second)));
  inverter.begin_segment();
  BOOST_TEST((terms_of(inverter.invert(first)) == terms_of(first)));
}

BOOST_AUTO_TEST_CASE(words_that_were_forgotten_are_learned_again) {
  ArticleInverter inverter({.headline = 6, .body = 2, .quote = 3}, "en", XapianContent::Full,
                           nullptr, 3);
  const Article few = article_with("Boats", "boats sail");
  const Article many = article_with("Harbours", "many boats sail from old harbours");
  for (const Article& article : {few, many, few, many}) {
    BOOST_TEST((terms_of(inverter.invert(article)) == terms_of(article)));
  }
}

BOOST_AUTO_TEST_CASE(numbers_that_lists_gave_to_terms_stay_with_them_until_the_next_segment) {
  ArticleInverter inverter({.headline = 6, .body = 2, .quote = 3}, "en", XapianContent::Full);
  const auto number_of_boat = [&]() -> glass::TermNumber& {
    for (const glass::DocumentTerm& term :
         inverter.invert(article_with("", "a boat")).document().terms) {
      if (term.term == "boat") return *term.number;
    }
    throw std::out_of_range("no such term");
  };
  BOOST_TEST(!number_of_boat().is_known());
  number_of_boat().value = 7;
  BOOST_TEST(number_of_boat().value == 7u);
  inverter.begin_segment();
  BOOST_TEST(!number_of_boat().is_known());
}

BOOST_AUTO_TEST_CASE(positions_start_at_one_and_fields_are_a_gap_apart) {
  Article article = article_with("red boats", "blue sails");
  article.standfirst = "white flags";
  article.captions = {"green nets", "black ropes"};
  const auto terms = terms_of(article);
  BOOST_TEST(terms.at("red") == "1@1");
  BOOST_TEST(terms.at("boats") == "1@2");
  BOOST_TEST(terms.at("white") == "1@103");  // 2 + 100 + 1
  BOOST_TEST(terms.at("blue") == "1@205");
  BOOST_TEST(terms.at("sails") == "1@206");
  BOOST_TEST(terms.at("green") == "1@307");
  BOOST_TEST(terms.at("black") == "1@409");
}

BOOST_AUTO_TEST_CASE(a_field_without_words_takes_no_gap) {
  const auto terms = terms_of(article_with("...", "blue"));
  BOOST_TEST(terms.at("blue") == "1@1");
}

BOOST_AUTO_TEST_CASE(stems_weigh_what_their_field_weighs) {
  Article article = article_with("Boats", "boat. boats, and \"boating\"");
  article.quotes = {quote_of(article, "boating")};
  const auto terms = terms_of(article);
  BOOST_TEST(terms.at("Zboat") == "13@");  // 6 in the headline, 2 and 2 in the body, 3 in the quote
  BOOST_TEST(terms.at("ZSboat") == "1@");
  BOOST_TEST(terms.at("ZXQboat") == "1@");
}

BOOST_AUTO_TEST_CASE(the_headline_has_its_words_under_s_at_the_same_positions) {
  const auto terms = terms_of(article_with("truce in town", "truce"));
  BOOST_TEST(terms.at("truce") == "2@1,104");
  BOOST_TEST(terms.at("Struce") == "1@1");
  BOOST_TEST(terms.at("Stown") == "1@3");
  BOOST_TEST(terms.count("ZStruce") == 1u);
}

BOOST_AUTO_TEST_CASE(quotes_have_their_words_under_xq_at_the_positions_of_the_text) {
  Article article = article_with("", "he said \"we will sail\" and left");
  article.quotes = {quote_of(article, "we will sail")};
  const auto terms = terms_of(article);
  BOOST_TEST(terms.at("XQwe") == "1@3");
  BOOST_TEST(terms.at("XQsail") == "1@5");
  BOOST_TEST(terms.at("sail") == "1@5");
  BOOST_TEST(terms.count("XQsaid") == 0u);
  BOOST_TEST(terms.count("XQleft") == 0u);
}

BOOST_AUTO_TEST_CASE(marks_that_quote_nobody_are_plain_text) {
  Article article = article_with("", "the so-called \"experts\" of \"Moby Dick\"");
  article.quotes = {quote_of(article, "experts", QuoteKind::Scare),
                    quote_of(article, "Moby Dick", QuoteKind::Title)};
  const auto terms = terms_of(article);
  BOOST_TEST(terms.count("XQexperts") == 0u);
  BOOST_TEST(terms.count("XQmoby") == 0u);
  BOOST_TEST(terms.at("Zexpert") == "2@");
}

BOOST_AUTO_TEST_CASE(a_known_compound_has_its_parts_at_its_position) {
  const auto terms = terms_of(article_with("", "a cease-fire holds"));
  BOOST_TEST(terms.at("ceasefire") == "1@2");
  BOOST_TEST(terms.at("cease") == "1@2");
  BOOST_TEST(terms.at("fire") == "1@2");
  BOOST_TEST(terms.at("holds") == "1@3");
  BOOST_TEST(terms.at("Zceas") == "2@");
}

BOOST_AUTO_TEST_CASE(a_surface_stands_beside_its_folded_form_without_counting_for_a_stem) {
  const auto terms = terms_of(article_with("café", ""));
  BOOST_TEST(terms.at("cafe") == "1@1");
  BOOST_TEST(terms.at("café") == "1@1");
  BOOST_TEST(terms.at("Scafé") == "1@1");
  BOOST_TEST(terms.at("Zcafe") == "6@");
  BOOST_TEST(terms.count("Zcafé") == 0u);
}

BOOST_AUTO_TEST_CASE(lengths_count_words_and_not_parts) {
  Article article = article_with("Cease-fire talks", "He said: \"a cease-fire\" now.");
  article.quotes = {quote_of(article, "a cease-fire")};
  article.captions = {"two words"};
  ArticleInverter inverter({}, "en");
  inverter.invert(article);
  BOOST_TEST((inverter.lengths() == FieldLengths{2, 2, 5}));  // he said now two words
}

BOOST_AUTO_TEST_CASE(paragraphs_continue_and_their_first_positions_are_kept) {
  const auto terms = terms_of(article_with("", "one two\n\n...\n\nthree\n\nfour"));
  BOOST_TEST(terms.at("two") == "1@2");
  BOOST_TEST(terms.at("three") == "1@3");
  BOOST_TEST(terms.at(std::string(kParagraphTerm)) == "0@1,3,4");
}

BOOST_AUTO_TEST_CASE(filters_weigh_nothing) {
  Article article = article_with("a", "b");
  article.source = "Coast Daily";
  article.language = "en";
  const auto terms = terms_of(article);
  BOOST_TEST(terms.at("Qx") == "0@");
  BOOST_TEST(terms.at("Hcoast daily") == "0@");
  BOOST_TEST(terms.at("Len") == "0@");
}

BOOST_AUTO_TEST_CASE(terms_come_in_byte_order_and_once) {
  Article article = article_with("Zebra 7 apples", "zebra \"seven\" 7 élan Apples");
  article.quotes = {quote_of(article, "seven")};
  ArticleInverter inverter({}, "en");
  const auto terms = inverter.invert(article).document().terms;
  for (std::size_t i = 1; i < terms.size(); ++i) BOOST_TEST((terms[i - 1].term < terms[i].term));
}

BOOST_AUTO_TEST_CASE(one_inverter_makes_the_same_of_an_article_whatever_came_before) {
  Article large = article_with("many", "");
  for (int i = 0; i < 5000; ++i) large.body += fmt::format("w{} ", i * 7919 % 4000);
  const Article small = article_with("red boats", "blue sails");
  ArticleInverter inverter({}, "en");
  const auto before = terms_of(inverter.invert(small));
  inverter.invert(large);
  BOOST_TEST((terms_of(inverter.invert(small)) == before));
}

BOOST_AUTO_TEST_CASE(time_and_source_are_values_of_a_full_database_only) {
  Article article = article_with("one two", "three");
  article.published = Timestamp{0, TimePrecision::Second, std::nullopt};
  article.source = "Coast Daily";
  ArticleInverter full({}, "en", XapianContent::Full);
  const auto values = full.invert(article).document().values;
  BOOST_REQUIRE(values.size() == 2u);
  BOOST_TEST(values[0].first == static_cast<std::uint32_t>(ValueSlot::Published));
  BOOST_TEST(values[1].first == static_cast<std::uint32_t>(ValueSlot::Source));
  BOOST_TEST(values[1].second == "Coast Daily");
  ArticleInverter lean({}, "en");
  BOOST_TEST(lean.invert(article).document().values.empty());
}

BOOST_AUTO_TEST_CASE(without_a_full_database_words_are_kept_as_positions_alone) {
  Article article = article_with("Boats", "the \"boats\"");
  article.quotes = {quote_of(article, "boats")};
  ArticleInverter inverter({.headline = 6, .body = 2, .quote = 3}, "en");
  std::vector<std::string> in_database;
  std::vector<std::string> positions_only;
  std::uint32_t length = 0;
  for (const glass::DocumentTerm& term : inverter.invert(article).document().terms) {
    const bool kept = term.use == glass::TermUse::Database;
    (kept ? in_database : positions_only).emplace_back(term.term);
    length += term.wdf;
  }
  const std::vector<std::string> stems{"Qx", "ZSboat", "ZXQboat", "Zboat", "Zthe"};
  const std::vector<std::string> words{"XPAR", "boats", "the"};
  BOOST_TEST(in_database == stems, boost::test_tools::per_element());
  BOOST_TEST(positions_only == words, boost::test_tools::per_element());
  BOOST_TEST(length == 13u);  // boat: 6 + 3 + 1 + 1, the: 2
}

BOOST_AUTO_TEST_CASE(a_quote_is_listed_by_its_stems_its_speaker_and_what_filters_its_article) {
  Article article = article_with("News", "Ann Lee said \"the boats, the boats\" twice.");
  article.source = "Coast Daily";
  article.quotes = {quote_of(article, "the boats, the boats")};
  article.quotes[0].speaker = "Ann Lee";
  article.quotes[0].speaker_resolved = "Ann Lee";
  ArticleInverter inverter({}, "en");
  inverter.invert(article);
  const std::map<std::string, std::string> expected{{"Zthe", "2@"},       {"Zboat", "2@"},
                                                    {"XSPann lee", "0@"}, {"XSPann", "0@"},
                                                    {"XSPlee", "0@"},     {"Hcoast daily", "0@"}};
  BOOST_TEST((terms_of(inverter.invert_quote(article, 0)) == expected));
}

BOOST_AUTO_TEST_CASE(the_words_of_a_quote_stand_in_a_row) {
  Article article = article_with("News", "he said \"we will sail\" and left");
  article.quotes = {quote_of(article, "we will sail"), quote_of(article, "left", QuoteKind::Scare)};
  ArticleInverter inverter({}, "en");
  inverter.invert(article);
  // The headline has position 1, the body begins at 102.
  BOOST_TEST((inverter.quote_words(article, 0) == QuoteWords{104, 107}));
  BOOST_TEST(inverter.quote_words(article, 1).empty());
  BOOST_TEST(inverter.invert_quote(article, 1).empty());
}

BOOST_AUTO_TEST_CASE(a_compound_lies_in_the_quote_in_which_it_begins) {
  Article article = article_with("", "a \"total cease\"-fire holds");
  article.quotes = {quote_of(article, "total cease")};
  ArticleInverter inverter({}, "en", XapianContent::Full);
  const auto terms = terms_of(inverter.invert(article));
  const QuoteWords words = inverter.quote_words(article, 0);
  for (const auto& [term, places] : terms) {
    if (!term.starts_with("XQ")) continue;
    const auto position =
        static_cast<std::uint32_t>(std::stoul(places.substr(places.find('@') + 1)));
    BOOST_TEST((position >= words.begin && position < words.end));
  }
}

BOOST_AUTO_TEST_CASE(quotes_that_overlap_or_lie_outside_do_no_harm) {
  Article article = article_with("", "one two three four");
  Quote outside;
  outside.span = {100, 200};
  article.quotes = {quote_of(article, "one two three"), quote_of(article, "two"), outside};
  ArticleInverter inverter({}, "en");
  inverter.invert(article);
  BOOST_TEST(terms_of(inverter.invert_quote(article, 0)).count("Zthree") == 1u);
  BOOST_TEST(terms_of(inverter.invert_quote(article, 2)).count("Zthree") == 0u);
  BOOST_TEST(inverter.quote_words(article, 2).empty());
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
