// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/families/speaker_table.h"

#include <boost/test/unit_test.hpp>

namespace pullquote {
namespace {

BOOST_AUTO_TEST_SUITE(speakers)

BOOST_AUTO_TEST_CASE(a_name_says_whether_it_is_a_person) {
  const auto kind = [](std::string_view name) { return identify_speaker(name, "en").kind; };
  BOOST_CHECK(kind("Helena Brandt") == SpeakerClass::Person);
  BOOST_CHECK(kind("Mr Brandt") == SpeakerClass::Surname);
  BOOST_CHECK(kind("Ursula von der Brandt") == SpeakerClass::Person);
  BOOST_CHECK(kind("PM Brandt") == SpeakerClass::Surname);
  BOOST_CHECK(kind("PM") == SpeakerClass::Group);
  BOOST_CHECK(kind("Bill Brandt") == SpeakerClass::Person);
  BOOST_CHECK(kind("June Brandt") == SpeakerClass::Person);
  BOOST_CHECK(kind("Jordan Brandt") == SpeakerClass::Person);
  BOOST_CHECK(kind("Bill Drafting Commission") == SpeakerClass::Group);
  BOOST_CHECK(kind("the ministry") == SpeakerClass::Group);
  BOOST_CHECK(kind("River Commission") == SpeakerClass::Group);
  BOOST_CHECK(kind("UNICEF") == SpeakerClass::Group);
  BOOST_CHECK(kind("New Zealand") == SpeakerClass::Group);
  BOOST_CHECK(kind("Amnesty International") == SpeakerClass::Group);
  BOOST_CHECK(kind("a senior official") == SpeakerClass::Group);
  BOOST_CHECK(kind("he") == SpeakerClass::Nobody);
  BOOST_CHECK(kind("") == SpeakerClass::Nobody);
}

BOOST_AUTO_TEST_CASE(titles_and_capitals_make_no_other_speaker) {
  SpeakerTable table;
  const auto plain = table.add("Helena Brandt", "en");
  BOOST_TEST(table.add("Mrs Helena Brandt", "en") == plain);
  BOOST_TEST(table.add("HELENA BRANDT", "en") == plain);
  BOOST_TEST(table.add("Helena Brand", "en") != plain);
}

BOOST_AUTO_TEST_CASE(a_lone_surname_is_the_one_person_who_bears_it) {
  SpeakerTable table;
  const auto full = table.add("Helena Brandt", "en");
  const auto lone = table.add("Brandt", "en");
  table.settle();
  BOOST_TEST(table.canonical(lone) == full);
  BOOST_TEST(table.same(lone, full));
}

BOOST_AUTO_TEST_CASE(a_lone_surname_of_several_people_stays_alone) {
  SpeakerTable table;
  table.add("Helena Brandt", "en");
  table.add("Otto Brandt", "en");
  const auto lone = table.add("Brandt", "en");
  table.settle();
  BOOST_TEST(table.canonical(lone) == lone);
}

/// Whether two names, heard of in this order, may be one person.
bool may_be_one(const char* a, const char* b) {
  SpeakerTable table;
  const auto first = table.add(a, "en");
  const auto second = table.add(b, "en");
  table.settle();
  return table.may_be_same(first, second);
}

BOOST_AUTO_TEST_CASE(people_who_share_a_surname_are_one_when_their_given_names_agree) {
  BOOST_TEST(!may_be_one("Helena Brandt", "Otto Brandt"));
  BOOST_TEST(!may_be_one("Helena Brandt", "Otto Helmut Brandt"));
  BOOST_TEST(!may_be_one("Kim Jae Sun", "Ann Kim"));
  BOOST_TEST(!may_be_one("Jean-Marie Le Pen", "Marine Le Pen"));
  BOOST_TEST(may_be_one("Helena Brandt", "H. Brandt"));
  BOOST_TEST(!may_be_one("Helena Brandt", "O. Brandt"));
  BOOST_TEST(may_be_one("Élise Brandt", "E. Brandt"));
  BOOST_TEST(may_be_one("Helena Brandt", "H.M. Brandt"));
  BOOST_TEST(may_be_one("Helena Brandt", "HM Brandt"));
  BOOST_TEST(!may_be_one("Otto Brandt", "H.M. Brandt"));
  BOOST_TEST(!may_be_one("AL BRANDT", "Anton Brandt"));
  BOOST_TEST(may_be_one("Helena Maria Brandt", "Helena Brandt"));
  BOOST_TEST(may_be_one("Helena Maria Brandt", "Maria Brandt"));
  BOOST_TEST(may_be_one("Helena M. Brandt", "Helena Brandt"));
  BOOST_TEST(may_be_one("Otto Brandt Jr", "Otto Brandt"));
  BOOST_TEST(may_be_one("Xi Jinping", "Jinping Xi"));
  BOOST_TEST(may_be_one("Ursula von der Brandt", "Ursula Brandt"));
  BOOST_TEST(may_be_one("Brandt", "Helena Brandt"));
}

BOOST_AUTO_TEST_CASE(only_two_persons_of_different_names_cannot_be_the_same) {
  SpeakerTable table;
  const auto brandt = table.add("Helena Brandt", "en");
  const auto verhoeven = table.add("Joost Verhoeven", "en");
  const auto misspelt = table.add("Joost Verhoven", "en");
  const auto ministry = table.add("the ministry", "en");
  const auto long_name = table.add("Kim Jae Sun", "en");
  const auto family_name = table.add("Kim", "en");
  table.add("Ann Kim", "en");
  table.settle();
  BOOST_TEST(!table.may_be_same(brandt, verhoeven));
  BOOST_TEST(table.may_be_same(verhoeven, misspelt));
  BOOST_TEST(table.may_be_same(brandt, ministry));
  BOOST_TEST(table.may_be_same(long_name, family_name));
  BOOST_TEST(table.may_be_same(brandt, 0));
  BOOST_TEST(!table.same(0, 0));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace pullquote
