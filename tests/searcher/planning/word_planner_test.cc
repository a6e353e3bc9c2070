// SPDX-License-Identifier: GPL-3.0-or-later
// Which posting lists stand for a word, over indexes of several languages.
#include <boost/test/unit_test.hpp>

#include <set>

#include "tests/support/hand_index.h"

namespace {

using namespace pullquote;
using pullquote::testing::HandIndex;
using pullquote::testing::ids_of;
using pullquote::testing::parsed;

using Ids = std::set<std::string>;

Article written_in(const std::string& language, const std::string& id, const std::string& body) {
  Article article;
  article.id = id;
  article.headline = "x";
  article.body = body;
  article.language = language;
  return article;
}

/// Mostly Russian, so that neither English nor French is the language of the query.
std::vector<Article> mostly_russian() {
  std::vector<Article> articles;
  for (int i = 0; i < 5; ++i) {
    articles.push_back(written_in("ru", "ru" + std::to_string(i), "Переговоры продолжались."));
  }
  articles.push_back(written_in("en", "en", "The nation watched."));
  articles.push_back(written_in("fr", "fr", "La nation regardait."));
  return articles;
}

Ids find(Searcher& searcher, const std::string& query) {
  const ResultPage page = searcher.search(parsed(query), {.exact_count = true});
  BOOST_TEST(page.matches == page.hits.size());
  const auto ids = ids_of(page);
  return {ids.begin(), ids.end()};
}

}  // namespace

BOOST_AUTO_TEST_SUITE(word_planner)

BOOST_AUTO_TEST_CASE(languages_that_share_a_stem_are_all_searched) {
  // "nations" has the stem "nation" in English and in French and none in Russian.
  const HandIndex index(mostly_russian());
  Searcher searcher = index.searcher();
  BOOST_TEST((find(searcher, "nation") == Ids{"en", "fr"}));
  BOOST_TEST((find(searcher, "nations") == Ids{"en", "fr"}));
  BOOST_TEST((find(searcher, "body:nations") == Ids{"en", "fr"}));
  BOOST_TEST((find(searcher, "\"nation\" nations") == Ids{"en", "fr"}));
}

BOOST_AUTO_TEST_CASE(a_stem_of_one_language_finds_no_words_of_another) {
  // The German stem of "Manager" is the English one of "managing".
  std::vector<Article> articles = mostly_russian();
  articles.push_back(written_in("de", "de", "Die Manager trafen sich."));
  articles.push_back(written_in("en", "manage", "They manage well."));
  const HandIndex index(articles);
  Searcher searcher = index.searcher();
  BOOST_TEST((find(searcher, "managing") == Ids{"manage"}));
}

BOOST_AUTO_TEST_CASE(articles_of_unknown_language_are_searched_by_the_stems_of_the_main_one) {
  std::vector<Article> articles = mostly_russian();
  articles.push_back(written_in("", "unknown", "Переговор."));  // its own stem
  const HandIndex index(articles);
  Searcher searcher = index.searcher();
  const Query query = parsed("переговорами");
  for (const char* language : {"", "en", "fr"}) {
    BOOST_TEST(searcher.search(query, {.language = language}).matches == 6u);
  }
}

BOOST_AUTO_TEST_CASE(a_designation_is_found_in_all_its_spellings) {
  const HandIndex index({written_in("en", "hyphen", "An F-16 landed; Covid-19 rules ended."),
                         written_in("en", "joined", "The F16 took off, COVID19 or not."),
                         written_in("en", "plural", "Two F-16s were seen."),
                         written_in("en", "apart", "The covid 19 ward has F 16 beds."),
                         written_in("en", "other", "Sixteen of 16, f and 19, covid.")});
  Searcher searcher = index.searcher();
  for (const char* query : {"F-16", "F16", "F\u201116"}) {
    BOOST_TEST_INFO(query);
    BOOST_TEST((find(searcher, query) == Ids{"hyphen", "joined", "plural", "apart"}));
  }
  for (const char* query : {"f-16s", "F16s"}) {  // apart they are two words, which are not stemmed
    BOOST_TEST_INFO(query);
    BOOST_TEST((find(searcher, query) == Ids{"hyphen", "joined", "plural"}));
  }
  for (const char* query : {"Covid-19", "covid19", "\"covid 19\"", "\"covid-19\""}) {
    BOOST_TEST_INFO(query);
    BOOST_TEST((find(searcher, query) == Ids{"hyphen", "joined", "apart"}));
  }
  BOOST_TEST((find(searcher, "\"covid-19 rules\"") == Ids{"hyphen"}));
  BOOST_TEST((find(searcher, "\"an f 16 landed\"") == Ids{"hyphen"}));
  BOOST_TEST((find(searcher, "+16 +landed") == Ids{"hyphen"}));
}

BOOST_AUTO_TEST_CASE(a_letter_that_is_a_word_stands_beside_a_number_by_chance) {
  const HandIndex index({written_in("en", "paper", "An A-4 sheet, or A4."),
                         written_in("en", "share", "A 4 percent rise.")});
  Searcher searcher = index.searcher();
  BOOST_TEST((find(searcher, "A4") == Ids{"paper"}));
  BOOST_TEST((find(searcher, "A-4") == Ids{"paper"}));
  BOOST_TEST((find(searcher, "\"a 4 percent\"") == Ids{"share"}));
}

BOOST_AUTO_TEST_SUITE_END()
