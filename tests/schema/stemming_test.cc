// SPDX-License-Identifier: GPL-3.0-or-later
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <ostream>
#include <string>
#include <vector>

#include "pullquote/analyzer.h"

using pullquote::Analyzer;

namespace {

/// Forms of one word as they stand in a text; they must share a stem although their accents go.
struct Family {
  const char* language;
  std::vector<std::string> forms;
};

std::ostream& operator<<(std::ostream& out, const Family& family) {
  return out << family.language << " " << family.forms.front();
}

const Family kFamilies[] = {
    {"en", {"election", "elections"}},
    {"en", {"Assad", "Assad's", "Assad’s"}},
    {"en", {"F-16", "F16", "F-16s", "F16s", "F-16’s"}},
    {"de", {"T-90", "T-90s", "T90"}},
    {"es", {"organización", "organizaciones", "organizacion"}},
    {"es", {"tecnología", "tecnologías"}},
    {"fr", {"annoncé", "annonce", "annoncée", "annoncées", "annoncees"}},
    {"fr", {"activité", "activités", "l'activité"}},
    {"fr", {"premier", "première", "premières"}},
    {"it", {"comunità", "comunita"}},
    {"pt", {"organização", "organizações", "organizar"}},
    {"ro", {"organizație", "organizaţie", "organizații"}},
    {"tr", {"başkan", "başkanı"}},
    {"hu", {"kormány", "kormányból"}},
    {"de", {"Haus", "Häuser", "Hauses"}},
    {"ru", {"перемирие", "перемирия", "перемирии"}},
    {"ar", {"هدنة", "الهدنة"}},
    {"sv", {"regering", "regeringen"}},
    {"nl", {"regeringen", "regering"}},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(stemming)

BOOST_AUTO_TEST_CASE(each_language_has_its_stemmer) {
  Analyzer analyzer("en");
  BOOST_TEST(analyzer.stem("elections") == "elect");
  BOOST_TEST(analyzer.stem("elections") == "elect");  // now from the cache
  analyzer.set_language("de");
  BOOST_TEST(analyzer.language() == "de");
  BOOST_TEST(analyzer.stem("wahlen") == "wahl");
  analyzer.set_language("en-GB");
  BOOST_TEST(analyzer.language() == "en");
  BOOST_TEST(analyzer.stem("running") == "run");
}

BOOST_DATA_TEST_CASE(forms_of_a_word_share_a_stem_without_their_accents,
                     boost::unit_test::data::make(kFamilies), family) {
  Analyzer analyzer(family.language);
  const auto stem_of = [&](const std::string& form) {
    const std::string term(analyzer.tokenize(form).front().term);
    return std::string(analyzer.stem(term));
  };
  for (const std::string& form : family.forms) {
    BOOST_TEST(stem_of(form) == stem_of(family.forms.front()), form);
  }
}

BOOST_AUTO_TEST_CASE(a_stem_is_folded_like_a_term) {
  Analyzer analyzer("tr");
  const std::string stem(analyzer.stem("kadin"));
  BOOST_TEST(pullquote::fold_value(stem) == stem);
}

BOOST_AUTO_TEST_CASE(a_stem_that_is_no_prefix_is_remembered_too) {
  Analyzer analyzer("en");
  BOOST_TEST(analyzer.stem("dying") == "die");
  BOOST_TEST(analyzer.stem("dying") == "die");
}

BOOST_AUTO_TEST_CASE(terms_with_digits_and_endless_words_are_their_own_stem) {
  Analyzer analyzer("en");
  BOOST_TEST(analyzer.stem("1980s") == "1980s");
  BOOST_TEST(analyzer.stem("b2bs") == "b2bs");
  const std::string endless(65, 's');
  BOOST_TEST(analyzer.stem(endless) == endless);
  BOOST_TEST(analyzer.stem("") == "");
}

BOOST_AUTO_TEST_CASE(a_designation_loses_the_s_of_its_plural_and_a_decade_keeps_it) {
  Analyzer analyzer("en");
  BOOST_TEST(analyzer.stem("ak47s") == "ak47");
  BOOST_TEST(analyzer.stem("covid19") == "covid19");
  BOOST_TEST(analyzer.stem("tu22m3s") == "tu22m3s");  // no number before the s
  BOOST_TEST(analyzer.stem("747s") == "747s");
  BOOST_TEST(analyzer.stem("mid1990s") == "mid1990s");
  BOOST_TEST(analyzer.stem("late80s") == "late80s");
  BOOST_TEST(analyzer.stem("t80s") == "t80");
}

BOOST_AUTO_TEST_CASE(an_unknown_language_is_not_stemmed) {
  for (const char* language : {"", "tlh", "zh"}) {
    Analyzer analyzer(language);
    BOOST_TEST(analyzer.language() == language);
    BOOST_TEST(analyzer.stem("running") == "running");
  }
}

BOOST_AUTO_TEST_CASE(a_full_cache_forgets_without_harm) {
  Analyzer analyzer("en");
  for (int i = 0; i < 400'000; ++i) {
    std::string word = "w";
    for (int n = i; n > 0; n /= 20) word += "bcdfghjklmnpqrstvwxz"[n % 20];
    analyzer.stem(word);
  }
  BOOST_TEST(analyzer.stem("running") == "run");
  BOOST_TEST(analyzer.stem("dying") == "die");
}

BOOST_AUTO_TEST_CASE(the_stemmed_languages_are_listed_in_order) {
  const auto languages = pullquote::stemmed_languages();
  BOOST_TEST(std::is_sorted(languages.begin(), languages.end()));
  for (const char* code : {"ar", "de", "en", "es", "fr", "it", "nl", "pt", "ru", "sv", "tr"}) {
    BOOST_TEST((std::find(languages.begin(), languages.end(), code) != languages.end()), code);
  }
}

BOOST_AUTO_TEST_CASE(every_listed_language_stems_something) {
  for (const std::string_view code : pullquote::stemmed_languages()) {
    Analyzer analyzer(code);
    BOOST_TEST(!analyzer.stem("a").empty(), code);
    BOOST_TEST(analyzer.language() == code);
  }
}

BOOST_AUTO_TEST_SUITE_END()
