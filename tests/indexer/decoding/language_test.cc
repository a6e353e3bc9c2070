// SPDX-License-Identifier: GPL-3.0-or-later
/// Languages by label and by content.
#include "indexer/decoding/language.h"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

namespace pullquote {
namespace {

namespace bdata = boost::unit_test::data;

struct LanguageCase {
  const char* text;
  const char* code;
  friend std::ostream& operator<<(std::ostream& out, const LanguageCase& c) {
    return out << c.text;
  }
};

const LanguageCase kLabels[] = {
    {"en", "en"},
    {"EN", "en"},
    {"en-GB", "en"},
    {"en_US.UTF-8", "en"},
    {"eng", "en"},
    {"English", "en"},
    // ISO 639-2 has two codes for these: "deu" and, for libraries, "ger"
    {"deu", "de"},
    {"alb", "sq"},
    {"arm", "hy"},
    {"baq", "eu"},
    {"bur", "my"},
    {"chi", "zh"},
    {"cze", "cs"},
    {"dut", "nl"},
    {"FRE", "fr"},
    {"geo", "ka"},
    {"ger", "de"},
    {"gre", "el"},
    {"ice", "is"},
    {"mac", "mk"},
    {"mao", "mi"},
    {"may", "ms"},
    {"per-IR", "fa"},
    {"rum", "ro"},
    {"slo", "sk"},
    {"tib", "bo"},
    {"wel", "cy"},
    {"haw", "haw"},
    {"und", ""},
    {"mul", ""},
    {"zxx", ""},
    {"fran\u00E7ais", "fr"},
    {"German", "de"},
    {"zh-Hant", "zh"},
    {"pt-BR", "pt"},
    {"xx", ""},
    {"", ""},
    {"no idea", ""},
};

const LanguageCase kTexts[] = {
    {"The council met on Monday and said that it would not vote on the bridge before the end of "
     "the year, which was a surprise to most.",
     "en"},
    {"Le conseil s'est r\u00E9uni lundi et a d\u00E9cid\u00E9 de reporter le vote sur le nouveau "
     "pont "
     "\u00E0 l'ann\u00E9e prochaine.",
     "fr"},
    {"Der Rat hat am Montag beschlossen, die Abstimmung \u00FCber die neue Br\u00FCcke auf das "
     "n\u00E4chste Jahr zu verschieben.",
     "de"},
    {"El consejo se reuni\u00F3 el lunes y decidi\u00F3 aplazar la votaci\u00F3n sobre el nuevo "
     "puente "
     "hasta el a\u00F1o que viene.",
     "es"},
    {"\u0421\u043E\u0432\u0435\u0442 \u0441\u043E\u0431\u0440\u0430\u043B\u0441\u044F \u0432 "
     "\u043F\u043E\u043D\u0435\u0434\u0435\u043B\u044C\u043D\u0438\u043A \u0438 "
     "\u0440\u0435\u0448\u0438\u043B "
     "\u043E\u0442\u043B\u043E\u0436\u0438\u0442\u044C "
     "\u0433\u043E\u043B\u043E\u0441\u043E\u0432\u0430\u043D\u0438\u0435.",
     "ru"},
    {"Ann Bo Cy", ""},
    {"12 34 56 78", ""},
    {"", ""},
};

BOOST_AUTO_TEST_SUITE(language)

BOOST_DATA_TEST_CASE(a_label_means_a_code, bdata::make(kLabels), c) {
  BOOST_TEST(language_code(c.text) == c.code);
}

BOOST_DATA_TEST_CASE(a_text_shows_its_language_or_stays_unknown, bdata::make(kTexts), c) {
  BOOST_TEST(detect_language(c.text) == c.code);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace pullquote
