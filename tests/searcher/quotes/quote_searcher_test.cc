// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <cmath>
#include <filesystem>
#include <string>
#include <string_view>
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

/// Two quotes of one article that follow each other, and a third with a compound and with accents;
/// one in another language.
const TestIndex& ferry() {
  static const TestIndex index{
      R"({"id":"ferry","source":"Post","published":"2026-03-04","language":"en","headline":"The tide turns early","body":"\"We missed the early tide,\" said Ann Lee. \"Early boats went out at noon,\" said Bo Um. The boats of the tide table stayed.\n\n\"The café owners want a cease-fire and réfugiés want boats,\" said Cy Oz."})",
      R"({"id":"pier","source":"Post","published":"2026-03-05","language":"fr","headline":"Quai","body":"« Les bateaux arrivaient au port avec les réfugiés du nord », a déclaré Marie Duval."})"};
  return index;
}

/// The first words of the quotations found.
std::vector<std::string> ferries(const std::string& text) {
  std::vector<std::string> words;
  for (const QuoteFamily& family :
       QuoteSearcher(Generation::open(ferry().path())).search(query(text)).families) {
    words.push_back(family.text.substr(0, family.text.find(' ')));
  }
  std::sort(words.begin(), words.end());
  return words;
}

BOOST_AUTO_TEST_CASE(words_in_a_row_stand_in_one_quotation) {
  using Words = std::vector<std::string>;
  BOOST_TEST(ferries("\"early tide\"") == Words{"We"});
  BOOST_TEST(ferries("\"tide early\"") ==
             Words{});  // neighbours; and the headline has "tide turns"
  BOOST_TEST(ferries("\"tide turns\"") == Words{});
  BOOST_TEST(ferries("\"tide table\"") == Words{});
  BOOST_TEST(ferries("early NEAR/5 tide") == Words{"We"});
  BOOST_TEST(ferries("tide ADJ/5 early") == Words{});
  BOOST_TEST(ferries("boats ADJ/3 noon") == Words{});
  BOOST_TEST(ferries("boats ADJ/4 noon") == Words{"Early"});
  BOOST_TEST(ferries("\"ceasefire and\"") == Words{"The"});
  BOOST_TEST(ferries("\"cease fire and\"") == Words{"The"});
}

BOOST_AUTO_TEST_CASE(words_as_they_stand_are_looked_for_in_quotations_alone) {
  using Words = std::vector<std::string>;
  BOOST_TEST(ferries("=boats") == (Words{"Early", "The"}));
  BOOST_TEST(ferries("=boat") == Words{});
  BOOST_TEST(ferries("=turns") == Words{});
  BOOST_TEST(ferries("=cafe") == Words{"The"});
  BOOST_TEST(ferries("=café") == Words{"The"});
  BOOST_TEST(ferries("=réfugiés") == (Words{"Les", "The"}));
  BOOST_TEST(ferries("ear*") == (Words{"Early", "We"}));
  BOOST_TEST(ferries("réfug*") == (Words{"Les", "The"}));
  BOOST_TEST(ferries("tur*") == Words{});
  BOOST_TEST(ferries("noot~1") == Words{"Early"});
  BOOST_TEST(ferries("\"went out\" NEAR/3 noo*") == Words{"Early"});
  BOOST_TEST(ferries("headline:tide") == Words{});
  BOOST_TEST(ferries("headline:\"tide turns\"") == Words{});
  BOOST_TEST(ferries("arriver") == Words{"Les"});  // by the stems of its article's language
}

BOOST_AUTO_TEST_CASE(a_prefix_of_very_many_words_is_near_a_word_of_one_quotation) {
  // Each word in an article of its own, so that there are far more articles than quotations.
  std::string lines;
  for (char a = 'a'; a <= 'z'; ++a) {
    for (char b = 'a'; b <= 'd'; ++b) {
      const std::string word{'c', 'o', 'n', a, b};
      const bool quoted = word == "conqa";
      lines += R"({"id":")" + word + R"(","headline":"Harbour","language":"en","body":")" +
               (quoted ? R"(\"The harbour of )" + word + R"( was closed on Monday,\" said Ann Lee.)"
                       : "The harbour of " + word + ".") +
               "\"}\n";
    }
  }
  TestIndex index;
  index.build(lines);
  QuoteSearcher quotes(Generation::open(index.path()));
  BOOST_TEST(quotes.search(query("con* NEAR/3 harbour")).matches == 1u);
  BOOST_TEST(quotes.search(query("con*")).matches == 1u);
  BOOST_TEST(quotes.search(query("con* NEAR/1 harbour")).matches == 0u);
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

BOOST_AUTO_TEST_CASE(an_explanation_is_the_weight_of_the_best_quotation_times_the_spread) {
  QuoteSearcher kept = searcher();
  const Query asked = query("monitoring truce");
  const QuoteFamily family = kept.search(asked).families.at(0);
  const std::optional<Explanation> explained = kept.explain(asked, family.id);
  BOOST_REQUIRE(explained.has_value());
  BOOST_TEST(explained->value == family.score);
  BOOST_REQUIRE(explained->parts.size() == 2u);
  BOOST_TEST(family.articles == 3u);
  BOOST_TEST(explained->parts[1].value == 1 + 0.35 * std::log10(3.0),
             boost::test_tools::tolerance(1e-12));
  BOOST_TEST(explained->parts[0].value * explained->parts[1].value == family.score,
             boost::test_tools::tolerance(1e-4));
  BOOST_TEST(!explained->parts[0].parts.empty());
}

BOOST_AUTO_TEST_CASE(an_explanation_says_why_a_family_has_no_score) {
  QuoteSearcher kept = searcher();
  const std::string id = kept.search(query("monitoring")).families.at(0).id;
  BOOST_TEST(kept.explain(query("harbour"), id)->description == "the quotation does not match");
  BOOST_TEST(kept.explain(query("monitoring"), id, {.filter = {.by = "nobody"}})->description ==
             "the quotation does not match");
  BOOST_TEST(kept.explain(Query{}, id)->value == 0);
  for (const std::string& unknown : std::vector<std::string>{
           "", "#", id + "1", "x" + id, id.substr(0, id.find('#')), "gazette#99999"}) {
    BOOST_TEST(!kept.explain(query("monitoring"), unknown).has_value(), unknown);
  }
}

BOOST_AUTO_TEST_CASE(the_page_says_what_else_was_searched_for) {
  const FamilyPage page = found("finalise");
  BOOST_TEST(page.families.size() == 1u);
  BOOST_TEST(page.expansions == std::vector<std::string>{"finalise: finalize"},
             boost::test_tools::per_element());
  BOOST_TEST(found("finalise", {.expand = false}).expansions.empty());
  BOOST_TEST(found("").expansions.empty());
}

BOOST_AUTO_TEST_CASE(even_two_words_are_traced_when_they_are_all_of_it) {
  const auto traced = searcher().trace("no comment", {.limit = 5});
  BOOST_TEST(traced.size() == 2u);
}

BOOST_AUTO_TEST_CASE(the_families_of_a_short_list_are_the_first_of_a_long_one) {
  QuoteSearcher kept = searcher();
  for (const char* pasted : {"no comment", "finalize stronger monitoring of the truce",
                             "the harbour pilots", "no comment on the truce"}) {
    const auto all = kept.trace(pasted, {.limit = 1000});
    for (std::size_t limit = 0; limit <= all.size(); ++limit) {
      const auto first = kept.trace(pasted, {.limit = limit});
      BOOST_REQUIRE(first.size() == limit);
      for (std::size_t i = 0; i < limit; ++i) {
        BOOST_TEST(first[i].family.id == all[i].family.id, pasted);
        BOOST_TEST(first[i].matched == all[i].matched, pasted);
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(two_words_in_a_row_are_traced_as_a_part_of_it) {
  const auto traced = searcher().trace("the harbour");
  BOOST_REQUIRE(traced.size() == 1u);
  BOOST_TEST(traced[0].family.text.starts_with("The harbour pilots"));
  BOOST_TEST(searcher().trace("the pilots").empty());
  BOOST_TEST(searcher().trace("harbour").empty());
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

BOOST_AUTO_TEST_CASE(a_damaged_file_of_families_is_an_error_and_no_crash) {
  TestIndex index;
  const auto report = index.build(
      R"({"id":"a","headline":"Strike","body":"\"The harbour pilots will strike on Monday,\" said Ann Lee."})"
      "\n");
  const std::filesystem::path file = index.generation(report) / "families";
  std::filesystem::resize_file(file, std::filesystem::file_size(file) - 1);
  BOOST_CHECK_THROW(QuoteSearcher(Generation::open(index.path())), IndexCorrupt);
  std::filesystem::remove(file);
  BOOST_CHECK_EXCEPTION(QuoteSearcher(Generation::open(index.path())), IndexUnavailable,
                        [](const IndexUnavailable& error) {
                          return std::string_view(error.what()).find("families") !=
                                 std::string_view::npos;
                        });
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

BOOST_AUTO_TEST_CASE(capitals_of_any_script_are_no_difference_but_accents_are) {
  WordComparer comparer;
  const auto same = comparer.compare("École Žižek МИР", "école žižek мир");
  BOOST_REQUIRE(same.size() == 1u);
  BOOST_CHECK((same[0] == WordDiff{WordDiff::Kind::Same, "école žižek мир"}));
  BOOST_TEST(comparer.compare("École", "ecole").size() == 2u);
}

/// "word0 word1 ...", with other words in the places of some.
std::string long_text(int words, const std::vector<int>& changed = {}) {
  std::string text;
  for (int i = 0; i < words; ++i) {
    const bool other = std::find(changed.begin(), changed.end(), i) != changed.end();
    text += (other ? "other" : "word") + std::to_string(i) + " ";
  }
  return text;
}

/// Removed and added pieces, in order.
std::vector<std::string> changes_between(const std::string& before, const std::string& after) {
  std::vector<std::string> changes;
  for (const WordDiff& run : WordComparer().compare(before, after)) {
    if (run.kind != WordDiff::Kind::Same) changes.push_back(run.text);
  }
  return changes;
}

BOOST_AUTO_TEST_CASE(long_texts_differ_in_what_differs_and_not_by_their_length) {
  BOOST_TEST(changes_between(long_text(600), long_text(600)).empty());
  BOOST_TEST(changes_between(long_text(600), long_text(600, {300})) ==
                 (std::vector<std::string>{"word300", "other300"}),
             boost::test_tools::per_element());
  // Between the first and the last difference are more words than are compared at once.
  BOOST_TEST(changes_between(long_text(2000), long_text(2000, {5, 900, 1990})) ==
                 (std::vector<std::string>{"word5", "other5", "word900", "other900", "word1990",
                                           "other1990"}),
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(what_a_long_text_has_before_another_is_all_that_differs) {
  const std::string more = "so many of us came here to say ";
  BOOST_TEST(changes_between(long_text(700), more + long_text(700)) ==
                 (std::vector<std::string>{"so many of us came here to say"}),
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(days_are_listed_each_with_its_own_best_speakers) {
  const TestIndex index{
      R"({"id":"a","published":"2026-03-04","language":"en","headline":"One","body":"\"The harbour pilots will strike on Monday,\" said Ann Lee. \"The ferries will follow them on Tuesday,\" said Ann Lee.\n\n\"Nobody asked the crews of the tugs,\" said Bo Um."})",
      R"({"id":"b","published":"2026-03-05","language":"en","headline":"Two","body":"\"The owners of the quay have made an offer,\" said Bo Um."})"};
  const auto rows = QuoteSearcher(Generation::open(index.path()))
                        .speakers({.per = SpeakerGrouping::Day, .limit = 1});
  BOOST_REQUIRE(rows.size() == 2u);
  BOOST_TEST(rows[0].group == "2026-03-05");
  BOOST_TEST(rows[0].name == "Bo Um");
  BOOST_TEST(rows[1].name == "Ann Lee");
  BOOST_TEST(rows[1].quotes == 2u);
  const auto second = QuoteSearcher(Generation::open(index.path()))
                          .speakers({.per = SpeakerGrouping::Day, .limit = 1, .offset = 1});
  BOOST_REQUIRE(second.size() == 1u);
  BOOST_TEST(second[0].name == "Bo Um");
  BOOST_TEST(second[0].group == "2026-03-04");
}

std::string statement_as_article(const std::string& id, const std::string& text) {
  return R"({"id":")" + id + R"(","language":"en","headline":"Statement","body":"\")" + text +
         R"(,\" said Ann Lee."})";
}

BOOST_AUTO_TEST_CASE(a_long_statement_is_traced_although_a_word_differs) {
  const TestIndex index{statement_as_article("a", long_text(800))};
  const auto traced = QuoteSearcher(Generation::open(index.path())).trace(long_text(800, {100}));
  BOOST_REQUIRE(traced.size() == 1u);
  BOOST_TEST(traced[0].matched == 799u);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace pullquote
