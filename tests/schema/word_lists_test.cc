// SPDX-License-Identifier: GPL-3.0-or-later
// Values, compounds and spellings: the parts of the analyser that queries ask directly.
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <ostream>
#include <string>
#include <vector>

#include "pullquote/analyzer.h"

namespace {

using pullquote::compound_parts;
using pullquote::joined_compound;
using pullquote::spelling_variants;

using Words = std::vector<std::string>;

struct Spelling {
  const char* british;
  const char* american;
};

std::ostream& operator<<(std::ostream& out, const Spelling& s) {
  return out << s.british << "/" << s.american;
}

const Spelling kSpellings[] = {
    {"finalise", "finalize"},      {"finalised", "finalized"},
    {"finalising", "finalizing"},  {"finalisation", "finalization"},
    {"organisers", "organizers"},  {"criticise", "criticize"},
    {"weaponised", "weaponized"},  {"analyse", "analyze"},
    {"paralysing", "paralyzing"},  {"labour", "labor"},
    {"labourer", "laborer"},       {"favourable", "favorable"},
    {"neighbours", "neighbors"},   {"neighbourhood", "neighborhood"},
    {"behavioural", "behavioral"}, {"centre", "center"},
    {"centres", "centers"},        {"centred", "centered"},
    {"theatres", "theaters"},      {"kilometres", "kilometers"},
    {"defence", "defense"},        {"defences", "defenses"},
    {"offence", "offense"},        {"licence", "license"},
    {"travelled", "traveled"},     {"traveller", "traveler"},
    {"cancelling", "canceling"},   {"counsellors", "counselors"},
    {"catalogue", "catalog"},      {"dialogues", "dialogs"},
    {"anaemia", "anemia"},         {"paediatric", "pediatric"},
    {"manoeuvre", "maneuver"},     {"manoeuvring", "maneuvering"},
    {"foetus", "fetus"},           {"grey", "gray"},
    {"programmes", "programs"},    {"ploughed", "plowed"},
    {"enrolment", "enrollment"},   {"fulfil", "fulfill"},
    {"skilful", "skillful"},       {"judgement", "judgment"},
    {"aluminium", "aluminum"},     {"jewellery", "jewelry"},
    {"sceptical", "skeptical"},    {"tyres", "tires"},
};

/// Words that a rule could take for one of its own.
const char* const kPlainWords[] = {
    "rise",      "rising",    "wise",      "likewise",   "exercise", "exercises", "promise",
    "promised",  "surprise",  "advertise", "advise",     "adviser",  "revised",   "supervise",
    "televised", "improvise", "precise",   "size",       "sized",    "prize",     "seize",
    "capsized",  "noise",     "raised",    "cruise",     "crises",   "premises",  "otherwise",
    "expertise", "franchise", "paradise",  "hour",       "four",     "our",       "tour",
    "pour",      "contour",   "detour",    "doctor",     "error",    "terror",    "acre",
    "massacre",  "ogre",      "diameter",  "parameter",  "water",    "league",    "blog",
    "dog",       "science",   "sentence",  "sense",      "response", "called",    "telling",
    "filled",    "sealed",    "healing",   "feeling",    "poem",     "goes",      "does",
    "israel",    "the",       "",          "enterprise", "disguise", "denise",    "metropolises",
};

Words variants_without_advisor(const char* word) {
  Words found = spelling_variants(word);
  std::erase_if(found, [](const std::string& v) { return v.starts_with("advisor"); });
  return found;
}

}  // namespace

namespace bdata = boost::unit_test::data;

BOOST_AUTO_TEST_SUITE(word_lists)

BOOST_DATA_TEST_CASE(british_and_american_spellings_name_each_other, bdata::make(kSpellings), s) {
  BOOST_TEST(spelling_variants(s.british) == Words{s.american}, boost::test_tools::per_element());
  BOOST_TEST(spelling_variants(s.american) == Words{s.british}, boost::test_tools::per_element());
}

BOOST_DATA_TEST_CASE(plain_words_have_no_variants, bdata::make(kPlainWords), word) {
  BOOST_TEST(variants_without_advisor(word) == Words{}, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(variants_of_variants_are_found) {
  const Words expected{"colorise", "colorize", "colourize"};
  BOOST_TEST(spelling_variants("colourise") == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(known_compounds_come_apart) {
  BOOST_TEST(compound_parts("ceasefire") == (Words{"cease", "fire"}),
             boost::test_tools::per_element());
  BOOST_TEST(compound_parts("airstrikes") == (Words{"air", "strikes"}),
             boost::test_tools::per_element());
  BOOST_TEST(compound_parts("truce") == Words{}, boost::test_tools::per_element());
  BOOST_TEST(compound_parts(std::string(1000, 'a')) == Words{}, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(known_compounds_go_together) {
  BOOST_TEST(joined_compound("cease", "fire") == "ceasefire");
  BOOST_TEST(joined_compound("co", "operation") == "cooperation");
  BOOST_TEST(joined_compound("health", "care") == "healthcare");
}

BOOST_AUTO_TEST_CASE(compounds_are_inflected_at_their_end) {
  BOOST_TEST(joined_compound("policy", "makers") == "policymakers");
  BOOST_TEST(joined_compound("re", "negotiating") == "renegotiating");
  BOOST_TEST(joined_compound("re", "opened") == "reopened");
  BOOST_TEST(joined_compound("white", "washes") == "whitewashes");
}

BOOST_AUTO_TEST_CASE(other_words_do_not_go_together) {
  BOOST_TEST(joined_compound("ceas", "efire") == "");  // the right letters, the wrong place
  BOOST_TEST(joined_compound("the", "fire") == "");
  BOOST_TEST(joined_compound("", "") == "");
}

BOOST_AUTO_TEST_CASE(a_designation_is_a_compound_of_letters_and_a_number) {
  BOOST_TEST(joined_compound("covid", "19") == "covid19");
  BOOST_TEST(joined_compound("19", "covid") == "");
  BOOST_TEST(compound_parts("covid19") == (Words{"covid", "19"}), boost::test_tools::per_element());
  BOOST_TEST(compound_parts("f16") == (Words{"f", "16"}), boost::test_tools::per_element());
  BOOST_TEST(compound_parts("h1n1") == (Words{"h", "1n1"}), boost::test_tools::per_element());
  BOOST_TEST(compound_parts("1990s") == Words{}, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(one_letter_that_is_a_word_makes_no_designation_with_a_number_beside_it) {
  for (const char* letter : {"a", "i", "y", "с", "à"}) {
    BOOST_TEST(joined_compound(letter, "4") == "");
    BOOST_TEST(compound_parts(std::string(letter) + "4") == Words{},
               boost::test_tools::per_element());
  }
}

BOOST_AUTO_TEST_CASE(a_value_is_folded_to_its_terms) {
  BOOST_TEST(pullquote::fold_value("François Hollande") == "francois hollande");
  BOOST_TEST(pullquote::fold_value(" Middle  East Eye. ") == "middle east eye");
  BOOST_TEST(pullquote::fold_value("U.N. cease-fire") == "un ceasefire");
  BOOST_TEST(pullquote::fold_value("...") == "");
}

BOOST_AUTO_TEST_SUITE_END()
