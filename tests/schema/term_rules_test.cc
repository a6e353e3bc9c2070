// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/terms/term_rules.h"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <ostream>

namespace {

using namespace pullquote;
using Words = std::vector<std::string>;

bool has(const Words& terms, std::string_view term) {
  return std::find(terms.begin(), terms.end(), term) != terms.end();
}

struct HostCase {
  const char* url;
  const char* host;
};
std::ostream& operator<<(std::ostream& out, const HostCase& c) {
  return out << c.url;
}

const HostCase kHosts[] = {
    {"https://www.example.org/news/1", "example.org"},
    {"http://News.Example.ORG:8080", "news.example.org"},
    {"https://user:secret@example.org/x@y", "example.org"},
    {"//example.org/x", "example.org"},
    {"https://example.org?q=http://other.org", "example.org"},
    {"https://example.org./", "example.org"},
    {"http://[2001:db8::1]:80/", "[2001:db8::1]"},
    {"http://[2001:db8::1]/", "[2001:db8::1]"},
    {"example.org/x", ""},
    {"notes//example.org", ""},
    {"https://", ""},
    {"", ""},
};

struct BylineCase {
  const char* byline;
  Words names;
};
std::ostream& operator<<(std::ostream& out, const BylineCase& c) {
  return out << c.byline;
}

const BylineCase kBylines[] = {
    {"", {}},
    {"Anna Alt", {"Anna Alt"}},
    {"By Anna Alt", {"Anna Alt"}},
    {"BY ANNA ALT AND BEN BERG", {"ANNA ALT", "BEN BERG"}},
    {"Anna Alt, Ben Berg and Carla Chen", {"Anna Alt", "Ben Berg", "Carla Chen"}},
    {"Anna Alt & Ben Berg", {"Anna Alt", "Ben Berg"}},
    {"Anna Alt; Ben Berg", {"Anna Alt", "Ben Berg"}},
    {"Anna Alt in Geneva", {"Anna Alt in Geneva"}},
    {"von Anna Alt und Ben Berg", {"Anna Alt", "Ben Berg"}},
    {"Von Miller", {"Von Miller"}},
    {"Par Anne Aube et Bruno Blanc", {"Anne Aube", "Bruno Blanc"}},
    {"Ana Alba y Beto Bravo", {"Ana Alba", "Beto Bravo"}},
    {"Robert E Lee", {"Robert E Lee"}},
    {"Анна Орлова и Борис Белов", {"Анна Орлова", "Борис Белов"}},
    {"Martin Moss, Jr. and Anna Alt", {"Martin Moss, Jr.", "Anna Alt"}},
    {"  Anna \n Alt ,, ", {"Anna", "Alt"}},
    {"and", {"and"}},
};

Article sample_article() {
  Article article;
  article.id = "https://www.example.org/News/1";
  article.url = "https://www.example.org/News/1?ref=x";
  article.source = "The Example Post";
  article.byline = "By Zoë Alt and Ben Berg";
  article.language = "en";
  article.section = "World News";
  article.keywords = {"Cease-fire", "Aleppo"};
  article.published = parse_iso8601("2016-05-04T23:30:00-04:00");
  return article;
}

Quote quote_by(QuoteKind kind, std::string speaker, std::string resolved) {
  Quote quote;
  quote.text = "words";
  quote.kind = kind;
  quote.speaker = std::move(speaker);
  quote.speaker_resolved = std::move(resolved);
  return quote;
}

Words speaker_terms(const Quote& quote) {
  Article article;
  article.id = "x";
  article.quotes = {quote};
  Words terms = filter_terms(article);
  std::erase_if(terms, [](const std::string& term) { return !term.starts_with("XSP"); });
  return terms;
}

Words date_terms(const char* time) {
  Article article;
  article.id = "x";
  article.published = parse_iso8601(time);
  Words terms = filter_terms(article);
  std::erase(terms, "Qx");
  return terms;
}

}  // namespace

namespace bdata = boost::unit_test::data;

BOOST_AUTO_TEST_SUITE(term_rules)

BOOST_AUTO_TEST_CASE(a_term_is_its_prefix_and_its_value) {
  BOOST_TEST(make_term("S", "truce") == "Struce");
  BOOST_TEST(make_term("", "truce") == "truce");
  std::string term = "old";
  make_stem_term("XQ", "truc", term);
  BOOST_TEST(term == "ZXQtruc");
}

BOOST_AUTO_TEST_CASE(a_term_of_the_greatest_length_is_left_alone) {
  const std::string value(kMaxTermBytes - 1, 'x');
  BOOST_TEST(make_term("S", value) == "S" + value);
}

BOOST_AUTO_TEST_CASE(a_longer_term_is_cut_and_ends_in_its_hash) {
  const std::string term = make_term("S", std::string(kMaxTermBytes, 'x'));
  BOOST_TEST(term.size() == kMaxTermBytes);
  BOOST_TEST(term.starts_with("Sxxx"));
  BOOST_TEST(term[kMaxTermBytes - 17] == '~');
  BOOST_TEST(term.find_first_not_of("0123456789abcdef", kMaxTermBytes - 16) == std::string::npos);
}

BOOST_AUTO_TEST_CASE(long_terms_with_one_beginning_stay_distinct) {
  const std::string common(5000, 'x');
  BOOST_TEST(make_term("Q", common + "a") != make_term("Q", common + "b"));
  BOOST_TEST(make_term("Q", common + "a") == make_term("Q", common + "a"));
}

BOOST_AUTO_TEST_CASE(a_long_term_is_cut_between_characters) {
  // Three bytes each, so that one of these prefixes puts the cut inside of a character.
  for (const char* prefix : {"", "A", "XY"}) {
    std::string value;
    for (int i = 0; i < 200; ++i) value += "€";
    const std::string term = make_term(prefix, value);
    BOOST_TEST(term.size() <= kMaxTermBytes);
    const std::string kept = term.substr(0, term.size() - 17);
    BOOST_TEST((kept.size() - std::string_view(prefix).size()) % 3 == 0u);
  }
}

BOOST_DATA_TEST_CASE(finds_the_host_of_a_url, bdata::make(kHosts), c) {
  BOOST_TEST(host_of(c.url) == c.host);
}

BOOST_DATA_TEST_CASE(finds_the_names_in_a_byline, bdata::make(kBylines), c) {
  BOOST_TEST(names_in_byline(c.byline, "") == c.names, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(words_of_a_byline_are_those_of_the_articles_language) {
  BOOST_TEST(
      (names_in_byline("By Ja Rule and Con Coughlin", "en") == Words{"Ja Rule", "Con Coughlin"}));
  BOOST_TEST((names_in_byline("Anna y Ben", "en") == Words{"Anna y Ben"}));
  BOOST_TEST((names_in_byline("Por Anna y Ben", "es") == Words{"Anna", "Ben"}));
  BOOST_TEST(
      (names_in_byline("di Marco Rossi e Anna Alt", "it") == Words{"Marco Rossi", "Anna Alt"}));
}

BOOST_AUTO_TEST_CASE(a_pronoun_of_another_language_may_be_a_name) {
  Article article;
  article.id = "x";
  article.quotes = {quote_by(QuoteKind::Direct, "Lei", "")};
  const auto has_speaker = [&](const char* language) {
    article.language = language;
    const Words terms = filter_terms(article);
    return std::find(terms.begin(), terms.end(), "XSPlei") != terms.end();
  };
  BOOST_TEST(has_speaker("en"));
  BOOST_TEST(!has_speaker("it"));
  BOOST_TEST(!has_speaker(""));
}

BOOST_AUTO_TEST_CASE(an_article_has_the_terms_of_its_filters) {
  const Words expected{
      "Aalt",
      "Aben",
      "Aben berg",
      "Aberg",
      "Azoe",
      "Azoe alt",
      "D20160505",
      "Hexample.org",
      "Hthe example post",
      "Kaleppo",
      "Kceasefire",
      "Len",
      "M201605",
      "Qhttps://www.example.org/News/1",
      "XSECTworld news",
      "Y2016",
  };
  BOOST_TEST(filter_terms(sample_article()) == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(what_is_unknown_has_no_term) {
  Article article;
  article.id = "a.txt";
  article.source = "!!!";
  const Words expected{"Qa.txt"};
  BOOST_TEST(filter_terms(article) == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_speaker_is_found_by_full_name_and_by_each_word) {
  const Words expected{"XSPmark", "XSPmark toner", "XSPtoner"};
  BOOST_TEST(speaker_terms(quote_by(QuoteKind::Direct, "he", "Mark Toner")) == expected,
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(an_unresolved_speaker_counts_as_written) {
  BOOST_TEST(speaker_terms(quote_by(QuoteKind::Partial, "Toner", "")) == Words{"XSPtoner"},
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_pronoun_is_nobody) {
  BOOST_TEST(speaker_terms(quote_by(QuoteKind::Direct, "she", "")) == Words{},
             boost::test_tools::per_element());
  BOOST_TEST(speaker_terms(quote_by(QuoteKind::Direct, "She", "She")) == Words{},
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(marks_that_quote_nobody_have_no_speaker) {
  for (const QuoteKind kind : {QuoteKind::Scare, QuoteKind::Title}) {
    BOOST_TEST(speaker_terms(quote_by(kind, "Toner", "Mark Toner")) == Words{},
               boost::test_tools::per_element());
  }
  BOOST_TEST(has(speaker_terms(quote_by(QuoteKind::Continued, "Toner", "")), "XSPtoner"));
}

BOOST_AUTO_TEST_CASE(a_date_has_terms_as_far_as_it_is_stated) {
  BOOST_TEST(date_terms("2016") == Words{"Y2016"}, boost::test_tools::per_element());
  BOOST_TEST(date_terms("2016-05") == (Words{"M201605", "Y2016"}),
             boost::test_tools::per_element());
  BOOST_TEST(date_terms("2016-02-29") == (Words{"D20160229", "M201602", "Y2016"}),
             boost::test_tools::per_element());
  BOOST_TEST(date_terms("0987-01-01") == (Words{"D09870101", "M098701", "Y0987"}),
             boost::test_tools::per_element());
  BOOST_TEST(date_terms("1969-12-31T23:59:59Z") == (Words{"D19691231", "M196912", "Y1969"}),
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_day_is_a_day_in_utc) {
  BOOST_TEST(has(date_terms("2016-05-04T23:30:00-04:00"), "D20160505"));
}

BOOST_AUTO_TEST_SUITE_END()
