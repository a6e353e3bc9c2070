// SPDX-License-Identifier: GPL-3.0-or-later
// What becomes of a text: the specification of Analyzer::tokenize(), as tables.
#include "pullquote/analyzer.h"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <ostream>
#include <string>
#include <string_view>
#include <vector>

namespace {

using pullquote::Analyzer;
using pullquote::Token;

/// The view that most tests want: "term", "term(surface)" where there is one, "[part]" for a part.
std::vector<std::string> shown(std::string_view text) {
  Analyzer analyzer;
  std::vector<std::string> words;
  for (const Token& token : analyzer.tokenize(text)) {
    std::string word(token.term);
    if (!token.surface.empty()) word += "(" + std::string(token.surface) + ")";
    words.push_back(token.is_part ? "[" + word + "]" : word);
  }
  return words;
}

struct Case {
  const char* why;
  std::string text;
  std::vector<std::string> words;
};

std::ostream& operator<<(std::ostream& out, const Case& c) {
  return out << c.why;
}

const Case kSplitting[] = {
    {"nothing", "", {}},
    {"only separators", " \n\t.,;:!?\"()-", {}},
    {"plain words, in lower case", "The Truce HELD", {"the", "truce", "held"}},
    {"digits are words", "In 2016, 45 people", {"in", "2016", "45", "people"}},
    {"an underscore joins", "user_name", {"user_name"}},
    {"stops and commas join digits only",
     "3.5 and 4,2 but so.it goes,on",
     {"3.5", "and", "4,2", "but", "so", "it", "goes", "on"}},
    {"a stop at the end of a number ends it", "It was 3. Then 4.", {"it", "was", "3", "then", "4"}},
    {"an ampersand joins letters", "AT&T sold R&D & more", {"at&t", "sold", "r&d", "more"}},
    {"but not digits", "1&2", {"1", "2"}},
    {"plus and sharp end a word", "C++ and C# and F#.", {"c++", "and", "c#", "and", "f#"}},
    {"plus between words separates them", "fish+chips", {"fish", "chips"}},
    {"four plus signs are no suffix", "a++++ b+++", {"a", "b+++"}},
    {"a slash separates", "and/or 9/11", {"and", "or", "9", "11"}},
    {"a web address falls into words", "www.example.org/a", {"www", "example", "org", "a"}},
    {"an unknown hyphenated word is its parts",
     "rebel-held Al-Qatarji",
     {"rebel", "held", "al", "qatarji"}},
    {"dashes separate", "truce—held–for", {"truce", "held", "for"}},
    {"words end where letters beyond ASCII do", "“Café,” naïf…", {"cafe(café)", "naif(naïf)"}},
};

const Case kInitials[] = {
    {"initials are one term", "U.N. envoy", {"un", "envoy"}},
    {"the last stop may be missing",
     "the U.N envoy in the U.S.A",
     {"the", "un", "envoy", "in", "the", "usa"}},
    {"one letter is no abbreviation", "J. Kerry", {"j", "kerry"}},
    {"initials that run into a name are letters", "J.Kerry", {"j", "kerry"}},
    {"also when the name isn't ASCII", "J.É.Kerry", {"j", "e(é)", "kerry"}},
    {"small letters are initials as well",
     "the u.n. envoy in the u.s.a",
     {"the", "un", "envoy", "in", "the", "usa"}},
    {"and so are capital and small ones", "I.e. the U.s.", {"ie", "the", "us"}},
    {"abbreviations of small letters",
     "e.g. at 5 p.m., i.e. now",
     {"eg", "at", "5", "pm", "ie", "now"}},
    {"one small letter is none either", "vitamin c. a new", {"vitamin", "c", "a", "new"}},
    {"small ones that run into a name are letters",
     "j.r.smith j.é.kerry",
     {"j", "r", "smith", "j", "e(é)", "kerry"}},
    {"a web address of single letters", "www.x.y t.co/a.b", {"www", "xy", "t", "co", "ab"}},
    {"digits are no initials", "v.2. a.1.b", {"v", "2", "a", "1", "b"}},
    {"an underscore is none", "_._. a._", {"_", "_", "a", "_"}},
    {"two stops end a chain", "a..b u.s..", {"a", "b", "us"}},
    {"a possessive goes with them",
     "The U.N.'s and the U.S.’s view",
     {"the", "un", "and", "the", "us", "view"}},
    {"a hyphen ends them", "U.S.-led u.s.-led", {"us", "led", "us", "led"}},
};

const Case kApostrophes[] = {
    {"a possessive is removed, the stock form kept", "Assad's", {"assad(assad's)"}},
    {"curly and straight are one", "Assad’s ASSAD’S", {"assad(assad's)", "assad(assad's)"}},
    {"a plural possessive has nothing to remove", "workers' rights", {"workers", "rights"}},
    {"a contraction stays", "don't we’re I'll", {"don't", "we're", "i'll"}},
    {"a quotation mark is no apostrophe", "'truce' ‘truce’", {"truce", "truce"}},
    {"French elision", "l'homme d’Alep qu'il", {"homme(l'homme)", "alep(d'alep)", "il(qu'il)"}},
    {"elision with an accent behind it", "l’Élysée", {"elysee(l'élysée)"}},
    {"Italian elision", "dell'arte un'altra", {"arte(dell'arte)", "altra(un'altra)"}},
    {"no elision before a consonant",
     "D'Souza N'Djamena",
     {"dsouza(d'souza)", "ndjamena(n'djamena)"}},
    {"a name is also written without",
     "Shi'ite O'Brien Qur‘an",
     {"shiite(shi'ite)", "obrien(o'brien)", "quran(qur'an)"}},
    {"a name's possessive", "O'Brien's", {"obrien(o'brien's)"}},
    {"an apostrophe between digits separates", "4'5", {"4", "5"}},
    {"modifier letters are apostrophes too",
     "Qurʼan Oʻzbek ʿAbd Assadʼs",
     {"quran(qur'an)", "ozbek(o'zbek)", "abd", "assad(assad's)"}},
    {"nothing is left of nothing", "''''", {}},
};

const Case kNumbers[] = {
    {"thousands separators go",
     "1,000 and 12,345,678",
     {"1000(1,000)", "and", "12345678(12,345,678)"}},
    {"with a fraction", "1,234.50", {"1234.50(1,234.50)"}},
    {"groups of other sizes are no thousands",
     "2015,2016 1,00 1000,000",
     {"2015,2016", "1,00", "1000,000"}},
    {"the first group has one to three digits", "999,000", {"999000(999,000)"}},
    {"with a unit", "1,000km 1,000th", {"1000km(1,000km)", "1000th(1,000th)"}},
};

const Case kFolding[] = {
    {"diacritics", "réfugiés ÉLYSÉE", {"refugies(réfugiés)", "elysee(élysée)"}},
    {"decomposed letters are the same", "re\u0301fugie\u0301s", {"refugies(réfugiés)"}},
    {"letters that do not decompose",
     "Straße Ørsted Łódź Œuvre Đoković",
     {"strasse(straße)", "orsted(ørsted)", "lodz(łódź)", "oeuvre(œuvre)", "dokovic(đoković)"}},
    {"a decomposition that leaves such a letter", "ǿ", {"o(ǿ)"}},
    {"Turkish", "İstanbul Diyarbakır", {"istanbul", "diyarbakir(diyarbakır)"}},
    {"full width", "ＡＢＣ１", {"abc1(ａｂｃ１)"}},
    {"a ligature", "conﬁrm", {"confirm(conﬁrm)"}},
    {"Greek accents and final sigma", "Άνθρωπος", {"ανθρωποσ(άνθρωπος)"}},
    {"Russian yo is ye", "Ещё", {"еще(ещё)"}},
    {"short i stays, composed or not", "Май маи\u0306", {"май", "май"}},
    {"stress marks go", "за\u0301мок", {"замок(за\u0301мок)"}},
    {"Arabic loses harakat and tatweel", "مُحَمَّد محــمد", {"محمد(مُحَمَّد)", "محمد"}},
    {"Arabic alefs are one", "أحمد إدلب", {"احمد(أحمد)", "ادلب(إدلب)"}},
    {"Hebrew loses its points", "שָׁלוֹם", {"שלום(שָׁלוֹם)"}},
    {"digits of other scripts", "١٩٩٠", {"1990(١٩٩٠)"}},
    {"numbers that are no digits stay", "km² 5½", {"km²", "5½"}},
    {"other scripts keep their marks", "हिन्दी", {"हिन्दी"}},
    {"half-width kana are kana", "ｶﾞｽ", {"ガス"}},
};

const Case kInvisible[] = {
    {"a soft hyphen is invisible", "elec\u00ADtion", {"election"}},
    {"so are zero-width characters", "tru\u200Bce \uFEFFheld\u2060", {"truce", "held"}},
    {"several of them", "tru\u200B\u00AD\u200Dce", {"truce"}},
    {"beside an apostrophe", "Assad\u200B’\u200Bs", {"assad(assad's)"}},
    {"none of them makes a word", "\u00AD \u200B", {}},
};

const Case kCompounds[] = {
    {"a known compound is one word and its parts",
     "cease-fire",
     {"ceasefire", "[cease]", "[fire]"}},
    {"capitals and other hyphens",
     "Cease\u2010Fire CEASE\u2011FIRE",
     {"ceasefire", "[cease]", "[fire]", "ceasefire", "[cease]", "[fire]"}},
    {"inflected", "policy-makers", {"policymakers", "[policy]", "[makers]"}},
    {"possessive", "cease-fire's", {"ceasefire", "[cease]", "[fire(fire's)]"}},
    {"with a space it is two words", "cease fire", {"cease", "fire"}},
    {"two hyphens are a dash", "cease--fire", {"cease", "fire"}},
    {"so is a hyphen at the end of a line", "cease-\nfire", {"cease", "fire"}},
    {"what follows is a word of its own",
     "cease-fire-related",
     {"ceasefire", "[cease]", "[fire]", "related"}},
    {"what stands before is too", "un-cease-fire", {"un", "ceasefire", "[cease]", "[fire]"}},
};

const Case kDesignations[] = {
    {"letters and a number are one word and its parts",
     "F-16 Covid-19",
     {"f16", "[f]", "[16]", "covid19", "[covid]", "[19]"}},
    {"with other hyphens", "MH\u201017 G\u201120", {"mh17", "[mh]", "[17]", "g20", "[g]", "[20]"}},
    {"as they are without a hyphen", "F16 COVID19", {"f16", "covid19"}},
    {"with a space they are two words", "Covid 19", {"covid", "19"}},
    {"plural and possessive",
     "F-16s Covid-19's",
     {"f16s", "[f]", "[16s]", "covid19", "[covid]", "[19(19's)]"}},
    {"a letter behind the number",
     "B-52H Tu-22M3",
     {"b52h", "[b]", "[52h]", "tu22m3", "[tu]", "[22m3]"}},
    {"letters beyond ASCII", "С-300 É-4", {"с300", "[с]", "[300]", "e4", "[e(é)]", "[4]"}},
    {"behind initials", "U.N.-2254", {"un2254", "[un]", "[2254]"}},
    {"what follows is a word of its own",
     "Covid-19-related F-16-17",
     {"covid19", "[covid]", "[19]", "related", "f16", "[f]", "[16]", "17"}},
    {"a number first is none", "19-year 2016-05", {"19", "year", "2016", "05"}},
    {"nor is a number with separators", "up-1.5 a-2015,2016", {"up", "1.5", "a", "2015,2016"}},
    {"nor are letters with digits", "H5-1 x_y-1", {"h5", "1", "x_y", "1"}},
    {"nor is a hyphen with a space", "F- 16 F -16", {"f", "16", "f", "16"}},
    {"nor is a script without spaces, which a number ends anyway", "カ-1", {"カ", "1"}},
    {"keys are none",
     "abcdefghijklmnopqrst-0123456789abc",
     {"abcdefghijklmnopqrst", "0123456789abc"}},
};

const Case kBroken[] = {
    {"ill-formed bytes separate",
     "tru\xFF"
     "ce",
     {"tru", "ce"}},
    {"a truncated sequence at the end", "truce\xC3", {"truce"}},
    {"an overlong form and a surrogate",
     "a\xC0\xAF"
     "b\xED\xA0\x80"
     "c",
     {"a", "b", "c"}},
    {"zero bytes separate", std::string("a\0b", 3), {"a", "b"}},
    {"a lone combining mark is no word", "\u0301 x", {"x"}},
};

const Case kBrokenWords[] = {
    {"a common word broken by a hyphen is whole again",
     "gov-ernment be‐tween",
     {"government", "[gov]", "[ernment]", "between", "[be]", "[tween]"}},
    {"inflected", "minis-ters", {"ministers", "[minis]", "[ters]"}},
    {"after a prefix the hyphen is meant",
     "re-form co-ordinates re-cover",
     {"re", "form", "coordinates", "[co]", "[ordinates]", "re", "cover"}},
    {"one letter is no half of a word", "a-gainst", {"a", "gainst"}},
    {"an unknown word stays in pieces", "wick-ham", {"wick", "ham"}},
};

void check(const Case& c) {
  BOOST_TEST(shown(c.text) == c.words, boost::test_tools::per_element());
}

}  // namespace

namespace bdata = boost::unit_test::data;

BOOST_AUTO_TEST_SUITE(analyzer)

BOOST_DATA_TEST_CASE(splits_as_term_generator_does, bdata::make(kSplitting), c) {
  check(c);
}
BOOST_DATA_TEST_CASE(joins_initials, bdata::make(kInitials), c) {
  check(c);
}
BOOST_DATA_TEST_CASE(understands_apostrophes, bdata::make(kApostrophes), c) {
  check(c);
}
BOOST_DATA_TEST_CASE(reads_numbers, bdata::make(kNumbers), c) {
  check(c);
}
BOOST_DATA_TEST_CASE(folds_letters, bdata::make(kFolding), c) {
  check(c);
}
BOOST_DATA_TEST_CASE(does_not_see_invisible_characters, bdata::make(kInvisible), c) {
  check(c);
}
BOOST_DATA_TEST_CASE(joins_known_compounds, bdata::make(kCompounds), c) {
  check(c);
}
BOOST_DATA_TEST_CASE(joins_designations, bdata::make(kDesignations), c) {
  check(c);
}
BOOST_DATA_TEST_CASE(mends_broken_words, bdata::make(kBrokenWords), c) {
  check(c);
}
BOOST_DATA_TEST_CASE(survives_broken_text, bdata::make(kBroken), c) {
  check(c);
}

BOOST_AUTO_TEST_CASE(positions_count_words_and_a_compound_has_one) {
  Analyzer analyzer;
  std::vector<std::uint32_t> positions;
  for (const Token& token : analyzer.tokenize("a cease-fire held")) {
    positions.push_back(token.position);
  }
  const std::vector<std::uint32_t> expected{0, 1, 1, 1, 2};
  BOOST_TEST(positions == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(spans_cover_the_words_as_written) {
  constexpr std::string_view kText = "The U.N. cease-fire; “l’Élysée's” C++.";
  Analyzer analyzer;
  std::vector<std::string> covered;
  for (const Token& token : analyzer.tokenize(kText)) {
    covered.emplace_back(kText.substr(token.start, token.end - token.start));
  }
  const std::vector<std::string> expected{"The",  "U.N.",       "cease-fire", "cease",
                                          "fire", "l’Élysée's", "C++"};
  BOOST_TEST(covered == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(scripts_without_spaces_are_segmented_by_dictionary) {
  const std::vector<std::string> chinese{"中国", "政府"};  // China, government
  BOOST_TEST(shown("中国政府") == chinese, boost::test_tools::per_element());
  const std::vector<std::string> thai{"ฉัน", "กิน", "ข้าว"};  // I, eat, rice
  BOOST_TEST(shown("ฉันกินข้าว") == thai, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_script_without_spaces_ends_a_latin_word) {
  const std::vector<std::string> expected{"iphone", "手机", "x"};
  BOOST_TEST(shown("iPhone手机x") == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_long_text_without_spaces_is_segmented_as_a_short_one) {
  std::string text;
  for (int i = 0; i < 5000; ++i) text += "中国政府";
  const std::vector<std::string> words = shown(text);
  BOOST_TEST(words.size() == 10000u);
  BOOST_TEST(words[9998] == "中国");
}

BOOST_AUTO_TEST_CASE(a_very_long_word_is_one_token) {
  const std::string word(5000, 'x');
  BOOST_TEST(shown(word) == std::vector<std::string>{word}, boost::test_tools::per_element());
  const std::vector<std::string> accented{word + "e(" + word + "é)"};
  BOOST_TEST(shown(word + "É") == accented, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(an_analyzer_can_be_moved_and_reused) {
  Analyzer first;
  first.tokenize("réfugiés");
  Analyzer second = std::move(first);
  BOOST_TEST(second.tokenize("truce").size() == 1u);
  BOOST_TEST(second.tokenize("").size() == 0u);
}

BOOST_AUTO_TEST_SUITE_END()
