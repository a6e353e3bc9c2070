// SPDX-License-Identifier: GPL-3.0-or-later
/// The forms that nearly all quotations of a newspaper take, one by one. The breadth is measured on
/// the gold set (tests/quality/quotes); here stands what must never break.
#include "pullquote/quote_extractor.h"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <ostream>
#include <string>
#include <vector>

namespace bdata = boost::unit_test::data;
using pullquote::Quote;
using pullquote::QuoteExtractor;
using pullquote::QuoteKind;

namespace {

std::vector<Quote> extract(std::string_view body, std::string_view language = "en") {
  return QuoteExtractor().extract(body, language);
}

struct OneQuote {
  const char* why;
  const char* body;
  const char* text;
  const char* speaker;
  const char* cue;
};

std::ostream& operator<<(std::ostream& out, const OneQuote& c) {
  return out << c.why;
}

const OneQuote kOneQuote[] = {
    {"subject before the verb, after the quotation",
     "\"The harbour will open in May,\" Dana Whitfield said.", "The harbour will open in May,",
     "Dana Whitfield", "said"},
    {"verb first", "“The harbour will open in May,” said Dana Whitfield.",
     "The harbour will open in May,", "Dana Whitfield", "said"},
    {"introduced with a colon", "Dana Whitfield added: “The harbour will open in May.”",
     "The harbour will open in May.", "Dana Whitfield", "added"},
    {"introduced with a comma", "Dana Whitfield said, \"The harbour will open in May.\"",
     "The harbour will open in May.", "Dana Whitfield", "said"},
    {"an apposition between name and verb",
     "\"We are late,\" Dana Whitfield, the chief engineer of the port, said on Monday.",
     "We are late,", "Dana Whitfield", "said"},
    {"the office after the name", "\"We are late,\" said Dana Whitfield, the mayor of Port Elm.",
     "We are late,", "Dana Whitfield", "said"},
    {"whose view it is",
     "For Whitfield, who lost his boat in the storm, the offer was “a slap in the face.”",
     "a slap in the face.", "Whitfield", "For"},
    {"whose view it is, before a colon", "For Whitfield, a mother of two, it is: “Too little.”",
     "Too little.", "Whitfield", "For"},
    {"an office in capitals", "“We are late,” PM Dana Whitfield said.", "We are late,",
     "Dana Whitfield", "said"},
    {"British order of comma and mark", "“We are late”, Whitfield said.", "We are late",
     "Whitfield", "said"},
    {"two apostrophes as a mark", "''We are late,'' Whitfield said.", "We are late,", "Whitfield",
     "said"},
    {"single marks", "'We're late for the harbours' opening,' said Whitfield.",
     "We're late for the harbours' opening,", "Whitfield", "said"},
    {"guillemets", "«We are late», said Whitfield.", "We are late", "Whitfield", "said"},
    {"German marks", "„We are late“, said Whitfield.", "We are late", "Whitfield", "said"},
    {"marks within marks", "“He told me ‘no’ and then “maybe” again,” Whitfield said.",
     "He told me ‘no’ and then “maybe” again,", "Whitfield", "said"},
    {"a role without a name", "\"We are late,\" a senior port official said.", "We are late,",
     "a senior port official", "said"},
    {"an organisation", "\"We are late,\" the harbour ministry said in a statement.",
     "We are late,", "the harbour ministry", "said"},
    {"an unknown verb after a comma", "\"We are late,\" Whitfield grunted.", "We are late,",
     "Whitfield", "grunted"},
    {"inches are no marks", "\"The plank is 12\" wide and split,\" Whitfield said.",
     "The plank is 12\" wide and split,", "Whitfield", "said"},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(quote_extractor)

BOOST_DATA_TEST_CASE(finds_text_speaker_and_cue, bdata::make(kOneQuote), c) {
  const std::vector<Quote> found = extract(c.body);
  BOOST_REQUIRE_EQUAL(found.size(), 1U);
  BOOST_TEST(found[0].text == c.text);
  BOOST_TEST(found[0].speaker == c.speaker);
  BOOST_TEST(found[0].cue == c.cue);
}

BOOST_AUTO_TEST_CASE(spans_are_bytes_of_the_body) {
  const std::string body = "Émile Zorn said: “C’est fini, really.” Then “Good.”";
  for (const Quote& quote : extract(body)) {
    BOOST_TEST(body.substr(quote.span.start, quote.span.end - quote.span.start) == quote.text);
    BOOST_REQUIRE(quote.speaker_span.has_value());
    BOOST_TEST(body.substr(quote.speaker_span->start,
                           quote.speaker_span->end - quote.speaker_span->start) == quote.speaker);
  }
}

BOOST_AUTO_TEST_CASE(a_cue_inside_a_quotation_serves_both_halves) {
  const auto found = extract("“We tried,” Whitfield said, “and we failed.”");
  BOOST_REQUIRE_EQUAL(found.size(), 2U);
  BOOST_TEST(found[0].speaker == "Whitfield");
  BOOST_TEST(found[1].speaker == "Whitfield");
}

BOOST_AUTO_TEST_CASE(a_quotation_without_a_cue_belongs_to_the_speaker_before_it) {
  const auto found = extract("“We tried,” Dana Whitfield said. “We failed.”\n\n“It hurts.”");
  BOOST_REQUIRE_EQUAL(found.size(), 3U);
  BOOST_TEST(found[1].speaker == "Dana Whitfield");
  BOOST_TEST(found[2].speaker == "Dana Whitfield");
}

BOOST_AUTO_TEST_CASE(a_cue_in_another_sentence_captures_nothing) {
  for (const char* body :
       {"Whitfield said he was tired. The “deal of all the years” collapsed a day later.",
        "(Whitfield said so on Monday.) The plan was “a mess of rotten planks” from the start.",
        "Whitfield told reporters about his boat. “A mess of planks” is what the pier has become.",
        "The plan was “a complete mess”. Whitfield said on Monday that he would sell the boat."}) {
    const auto found = extract(body);
    BOOST_REQUIRE_EQUAL(found.size(), 1U);
    BOOST_TEST(found[0].speaker == "", body);
  }
}

BOOST_AUTO_TEST_CASE(a_sentence_that_only_announces_is_no_other_sentence) {
  for (const char* body :
       {"Whitfield said this. “We are late.”", "Whitfield was blunt. “We are late.”",
        "Whitfield put it so on Monday.\n\n“We are late.”", "“We are late.” Whitfield said."}) {
    const auto found = extract(body);
    BOOST_REQUIRE_EQUAL(found.size(), 1U);
    BOOST_TEST(found[0].speaker == "Whitfield", body);
  }
}

BOOST_AUTO_TEST_CASE(an_office_in_small_letters_is_an_hour) {
  BOOST_TEST(extract("“We are late,” the PM said.").at(0).role == "PM");
  BOOST_TEST(extract("At 5 pm Whitfield said: “We are late.”").at(0).role == "");
}

BOOST_AUTO_TEST_CASE(surnames_and_pronouns_are_resolved_within_the_article) {
  const auto found = extract(
      "Mayor Dana Whitfield opened the harbour.\n\n“We made it,” Whitfield said.\n\n“At last,” she "
      "added.");
  BOOST_REQUIRE_EQUAL(found.size(), 2U);
  BOOST_TEST(found[0].speaker_resolved == "Dana Whitfield");
  BOOST_TEST(found[1].speaker == "she");
  BOOST_TEST(found[1].speaker_resolved == "Dana Whitfield");
}

BOOST_AUTO_TEST_CASE(a_quotation_goes_on_over_paragraphs_that_repeat_the_opening_mark) {
  const auto found = extract("Whitfield said: “We tried.\n\n“We failed.\n\n“It hurts.”");
  BOOST_REQUIRE_EQUAL(found.size(), 1U);
  BOOST_TEST(found[0].text == "We tried.\n\n“We failed.\n\n“It hurts.");
  BOOST_CHECK(found[0].kind == QuoteKind::Continued);
}

BOOST_AUTO_TEST_CASE(an_unclosed_mark_costs_one_paragraph_at_most) {
  const auto found =
      extract("“We are late, Whitfield said.\n\nNobody came. “Fine,” said Orla Beck.");
  BOOST_REQUIRE_EQUAL(found.size(), 2U);
  BOOST_TEST(found[0].text == "We are late,");
  BOOST_TEST(found[1].text == "Fine,");
}

BOOST_AUTO_TEST_CASE(apostrophes_alone_are_no_quotations) {
  BOOST_TEST(extract("The workers' plan wasn't the '90s' best. Rock 'n' roll, 'tis said.").empty());
}

BOOST_AUTO_TEST_CASE(a_work_s_title_is_not_speech) {
  const auto found = extract("She starred in the film “The Long Way Home” last year.");
  BOOST_REQUIRE_EQUAL(found.size(), 1U);
  BOOST_CHECK(found[0].kind == QuoteKind::Title);
}

BOOST_AUTO_TEST_CASE(what_is_carried_or_worn_is_a_slogan) {
  for (const char* body : {"Several waved their hand-painted “not in our harbour” signs.",
                           "He wore a shirt that read “no more tolls” on Sunday."}) {
    const auto found = extract(body);
    BOOST_REQUIRE_EQUAL(found.size(), 1U);
    BOOST_CHECK(found[0].kind == QuoteKind::Scare);
  }
}

BOOST_AUTO_TEST_CASE(a_thing_that_signals_something_does_not_outweigh_who_says_so) {
  const auto found =
      extract("The vote signals “the beginning of the end” for the port, said Orla Beck.");
  BOOST_REQUIRE_EQUAL(found.size(), 1U);
  BOOST_TEST(found[0].speaker == "Orla Beck");
}

BOOST_AUTO_TEST_CASE(a_noun_before_the_comma_is_no_cue_when_one_follows) {
  const auto found =
      extract("In past campaigns, “we could reach all the people we needed,” Beck said.");
  BOOST_REQUIRE_EQUAL(found.size(), 1U);
  BOOST_TEST(found[0].speaker == "Beck");
}

BOOST_AUTO_TEST_SUITE_END()
