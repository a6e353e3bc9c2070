// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "pullquote/error.h"
#include "pullquote/quotes.h"
#include "searcher/quotes/word_diff.h"
#include "tests/support/test_index.h"

namespace pullquote {
namespace {

using testing::TestIndex;

/// One quotation in two spellings, cut short, given to two people, and printed without marks; two
/// others.
const TestIndex& truce() {
  static const TestIndex index{
      R"({"id":"post","source":"Meridian Post","published":"2026-03-04","language":"en","headline":"Truce in the port","body":"The truce began on Wednesday.\n\n\"To make this last, we are working with every side to finalise stronger monitoring of the truce,\" spokesman Joost Verhoeven said."})",
      R"({"id":"gazette","source":"Harbour Gazette","published":"2026-03-05","language":"en","headline":"Truce holds","body":"Helena Brandt, the envoy, added that officers were to \"finalize stronger monitoring of the truce\" within days, Brandt said."})",
      R"({"id":"observer","source":"Coast Observer","published":"2026-03-04T08:00:00Z","language":"en","headline":"Statement of the commission","body":"To make this last, we are working with every side to finalize stronger monitoring of the truce. We expect all parties to keep to the terms."})",
      R"({"id":"echo","source":"Hollin Echo","published":"2026-03-07","language":"en","headline":"Strike","body":"\"The harbour pilots will strike on Monday unless their wages rise,\" said Ann Lee, who leads the union.\n\n\"No comment,\" said Bo Um."})",
      R"({"id":"tribune","source":"Valley Tribune","published":"2026-04-01","language":"en","headline":"Later","body":"\"No comment,\" said Joost Verhoeven on Wednesday."})"};
  return index;
}

QuoteSearcher searcher() {
  return QuoteSearcher(Generation::open(truce().path()));
}

Query query(const std::string& text) {
  auto parsed = parse_query(text, {});
  BOOST_REQUIRE(std::holds_alternative<Query>(parsed));
  return std::get<Query>(parsed);
}

FamilyPage found(const std::string& text, FamilyOptions options = {}) {
  return searcher().search(text.empty() ? Query{} : query(text), options);
}

std::vector<std::string> articles_of(const QuoteFamily& family) {
  std::vector<std::string> ids;
  for (const QuoteOccurrence& occurrence : family.occurrences) ids.push_back(occurrence.article_id);
  return ids;
}

BOOST_AUTO_TEST_SUITE(quote_searcher)

BOOST_AUTO_TEST_CASE(a_family_has_all_printings_in_order_of_time) {
  const FamilyPage page = found("monitoring");
  BOOST_REQUIRE(page.families.size() == 1u);
  BOOST_TEST(page.matches == 1u);
  const QuoteFamily& family = page.families[0];
  BOOST_TEST(articles_of(family) == (std::vector<std::string>{"post", "observer", "gazette"}),
             boost::test_tools::per_element());
  BOOST_TEST(family.text.starts_with("To make this last"));
  BOOST_TEST(family.outlets == 3u);
  BOOST_TEST(family.articles == 3u);
  BOOST_TEST(family.first_source == "Meridian Post");
  BOOST_TEST(family.first_seen.value() == 1772582400);  // 2026-03-04
  BOOST_TEST(family.occurrences[1].marked == false);
  BOOST_TEST(family.occurrences[1].text.starts_with("To make this last"));
  BOOST_TEST(family.id.starts_with("post#"));
}

BOOST_AUTO_TEST_CASE(speakers_that_differ_are_a_conflict) {
  const QuoteFamily family = found("monitoring").families.at(0);
  BOOST_TEST(family.conflict);
  BOOST_REQUIRE(family.speakers.size() == 2u);
  BOOST_TEST(family.speakers[0].name == "Helena Brandt");
  BOOST_TEST(family.speakers[1].name == "Joost Verhoeven");
  BOOST_TEST(found("", {.filter = {.conflicts = true}}).matches == 1u);
}

BOOST_AUTO_TEST_CASE(variants_show_spellings_and_cuts) {
  const QuoteFamily family = found("monitoring").families.at(0);
  BOOST_TEST(family.variants.size() == 3u);
  const QuoteOccurrence& unmarked = family.occurrences[1];
  std::vector<std::string> changes;
  for (const WordDiff& run : family.variants[unmarked.variant].diff) {
    if (run.kind != WordDiff::Kind::Same) changes.push_back(run.text);
  }
  BOOST_TEST(changes == (std::vector<std::string>{"finalise", "finalize"}),
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(all_words_must_be_in_one_quotation) {
  BOOST_TEST(found("harbour wages").matches == 1u);
  BOOST_TEST(found("harbour monitoring").matches == 0u);
  BOOST_TEST(found("\"stronger monitoring\"").matches == 1u);
  BOOST_TEST(found("\"monitoring stronger\"").matches == 0u);
  BOOST_TEST(found("quote:finalising").matches == 1u);
  BOOST_TEST(found("said:(verhoeven truce)").matches == 1u);
  BOOST_TEST(found("said:(lee truce)").matches == 0u);
  BOOST_TEST(found("said:(\"joost verhoeven\" truce)").matches == 1u);
  BOOST_TEST(found("said:(\"ann lee\" truce)").matches == 0u);
  BOOST_TEST(found("said:(\"bo um\")").matches == 1u);
  BOOST_TEST(found("truce OR wages").matches == 2u);
}

BOOST_AUTO_TEST_CASE(filters_are_about_one_printing) {
  BOOST_TEST(found("", {.filter = {.by = "brandt"}}).matches == 1u);
  BOOST_TEST(found("", {.filter = {.by = "Joost Verhoeven"}}).matches == 2u);
  BOOST_TEST(found("", {.filter = {.by = "nobody"}}).matches == 0u);
  BOOST_TEST(found("", {.filter = {.source = "harbour gazette"}}).matches == 1u);
  BOOST_TEST(found("", {.filter = {.by = "brandt", .source = "Meridian Post"}}).matches == 0u);
  const std::int64_t march_5 = 1772668800;
  BOOST_TEST(found("monitoring", {.filter = {.from_seconds = march_5}}).matches == 1u);
  BOOST_TEST(found("wages", {.filter = {.until_seconds = march_5}}).matches == 0u);
}

BOOST_AUTO_TEST_CASE(families_are_sorted_as_asked) {
  const auto first_words = [](const FamilyPage& page) {
    std::vector<std::string> words;
    for (const QuoteFamily& family : page.families) words.push_back(family.text.substr(0, 2));
    return words;
  };
  BOOST_TEST(first_words(found("", {.sort = FamilySort::Outlets}))[0] == "To");
  BOOST_TEST(first_words(found("", {.sort = FamilySort::Newest}))[0] == "No");
  BOOST_TEST(first_words(found("", {.sort = FamilySort::First}))[0] == "To");
  const FamilyPage second = found("", {.sort = FamilySort::First, .limit = 1, .offset = 1});
  BOOST_TEST(second.families.size() == 1u);
  BOOST_TEST(second.matches == 4u);
}

BOOST_AUTO_TEST_CASE(a_commonplace_of_two_people_is_two_families) {
  BOOST_TEST(found("\"no comment\"").matches == 2u);
}

BOOST_AUTO_TEST_CASE(a_pasted_text_is_traced_whatever_its_spelling_cut_and_glyphs) {
  for (const char* pasted : {"finalize stronger monitoring of the truce",
                             "‘To make this last … FINALISE stronger monitoring of the truce’",
                             "we're working with every side to finalise [the] stronger monitoring",
                             "To make this last, we are working with every side to finalise "
                             "stronger monitoring of the truce. And then they left."}) {
    const auto traced = searcher().trace(pasted);
    BOOST_REQUIRE_MESSAGE(traced.size() == 1u, pasted);
    BOOST_TEST(traced[0].family.occurrences.size() == 3u, pasted);
    BOOST_TEST(traced[0].matched <= traced[0].words);
    BOOST_TEST(traced[0].matched >= 6u);
  }
}

BOOST_AUTO_TEST_CASE(what_nobody_said_is_not_traced) {
  BOOST_TEST(searcher().trace("the moon is made of green cheese and mice").empty());
  BOOST_TEST(searcher().trace("").empty());
  BOOST_TEST(searcher().trace("\xFF\xFE").empty());
  BOOST_TEST(searcher().trace("of the").empty());
}

BOOST_AUTO_TEST_CASE(even_two_words_are_traced_when_they_are_all_of_it) {
  const auto traced = searcher().trace("no comment", {.limit = 5});
  BOOST_TEST(traced.size() == 2u);
}

BOOST_AUTO_TEST_CASE(speakers_are_counted_with_their_articles_and_outlets) {
  const auto rows = searcher().speakers();
  BOOST_REQUIRE(rows.size() == 4u);
  BOOST_TEST(rows[0].name == "Joost Verhoeven");
  BOOST_TEST(rows[0].quotes == 2u);
  BOOST_TEST(rows[0].articles == 2u);
  BOOST_TEST(rows[0].outlets == 2u);
  BOOST_TEST(rows[1].name == "Ann Lee");  // ties by name
  const auto months = searcher().speakers({.per = SpeakerGrouping::Month, .limit = 1});
  BOOST_REQUIRE(months.size() == 2u);
  BOOST_TEST(months[0].group == "2026-04");
  BOOST_TEST(months[0].name == "Joost Verhoeven");
  BOOST_TEST(months[1].group == "2026-03");
  const auto one = searcher().speakers({.filter = {.by = "brandt"}});
  BOOST_REQUIRE(one.size() == 1u);
  BOOST_TEST(one[0].name == "Helena Brandt");
}

BOOST_AUTO_TEST_CASE(an_index_without_quotes_answers_with_nothing) {
  const TestIndex index{R"({"id":"plain","headline":"No quotes","body":"Nobody said a thing."})"};
  QuoteSearcher empty(Generation::open(index.path()));
  BOOST_TEST(empty.search(query("thing")).matches == 0u);
  BOOST_TEST(empty.trace("a thing").empty());
  BOOST_TEST(empty.speakers().empty());
}

BOOST_AUTO_TEST_CASE(an_index_without_stored_text_still_traces) {
  TestIndex index;
  BuildOptions options;
  options.stored_text = false;
  index.build(
      R"({"id":"a","headline":"Strike","body":"\"The harbour pilots will strike on Monday unless wages rise,\" said Ann Lee."})"
      "\n"
      R"({"id":"b","headline":"Notice","body":"The harbour pilots will strike on Monday unless wages rise."})"
      "\n",
      options);
  const auto traced =
      QuoteSearcher(Generation::open(index.path())).trace("pilots will strike on Monday");
  BOOST_REQUIRE(traced.size() == 1u);
  BOOST_TEST(traced[0].family.articles == 2u);
}

BOOST_AUTO_TEST_CASE(a_damaged_file_of_families_is_an_error_and_no_crash) {
  TestIndex index;
  const auto report = index.build(
      R"({"id":"a","headline":"Strike","body":"\"The harbour pilots will strike on Monday,\" said Ann Lee."})"
      "\n");
  const std::filesystem::path file = index.generation(report) / "families";
  std::filesystem::resize_file(file, std::filesystem::file_size(file) - 1);
  BOOST_CHECK_THROW(QuoteSearcher(Generation::open(index.path())), IndexCorrupt);
  std::filesystem::remove(file);
  BOOST_CHECK_THROW(QuoteSearcher(Generation::open(index.path())), IndexUnavailable);
}

BOOST_AUTO_TEST_CASE(a_comparison_shows_words_and_not_punctuation) {
  WordComparer comparer;
  using Kind = WordDiff::Kind;
  const auto diff = comparer.compare("We finalise the “plan”, today.", "we finalize the plan");
  BOOST_REQUIRE(diff.size() == 5u);
  BOOST_CHECK((diff[0] == WordDiff{Kind::Same, "we"}));
  BOOST_CHECK((diff[1] == WordDiff{Kind::Removed, "finalise"}));
  BOOST_CHECK((diff[2] == WordDiff{Kind::Added, "finalize"}));
  BOOST_CHECK((diff[3] == WordDiff{Kind::Same, "the plan"}));
  BOOST_CHECK((diff[4] == WordDiff{Kind::Removed, "today"}));
  BOOST_TEST(comparer.identity("We, too: “go”") == comparer.identity("we too GO"));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace pullquote
