// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/families/family_grouping.h"

#include <boost/test/unit_test.hpp>
#include <map>
#include <string>
#include <vector>

#include "indexer/families/echo_finder.h"
#include "indexer/families/family_table.h"
#include "schema/store/columns.h"

namespace pullquote {
namespace {

struct Said {
  std::string text;
  std::string speaker;
  int day = 0;  ///< negative: unknown
  QuoteKind kind = QuoteKind::Direct;
};

Article article_of(const Said& said) {
  Article article;
  article.id = "a";
  article.source = "Outlet";
  article.language = "en";
  if (said.day >= 0) article.published = Timestamp{said.day * 86400LL, TimePrecision::Day, {}};
  Quote& quote = article.quotes.emplace_back();
  quote.text = said.text;
  quote.kind = said.kind;
  quote.speaker = quote.speaker_resolved = said.speaker;
  return article;
}

/// An article a quote.
QuoteCollection collection_of(const std::vector<Said>& all) {
  QuoteCollection collection;
  WordingReader reader;
  QuoteBatch batch;
  for (const Said& said : all) batch.add(article_of(said), reader);
  collection.add(batch);
  collection.speakers.settle();
  return collection;
}

QuoteGroups groups_of(const QuoteCollection& collection, unsigned threads = 1,
                      std::uint64_t slice_bytes = 1 << 20) {
  const RankedTexts texts(collection);
  return group_quotes(collection, texts,
                      cluster_texts(texts, {.threads = threads, .slice_bytes = slice_bytes}, {}));
}

std::vector<std::uint32_t> families_of(const std::vector<Said>& all) {
  return groups_of(collection_of(all)).family;
}

constexpr const char* kWhole =
    "To make this last, we are working with every side to finalise stronger monitoring of the "
    "truce";

BOOST_AUTO_TEST_SUITE(family_grouping)

BOOST_AUTO_TEST_CASE(spelling_glyphs_cuts_and_insertions_are_one_family) {
  const auto family = families_of({
      {kWhole, "Ann Lee", 1},
      {"to make this last we are working with every side to finalize stronger monitoring of the "
       "truce.",
       "Bo Um", 1},
      {"we are working with every side to finalise stronger monitoring", "Ann Lee", 2},
      {"To make this last ... finalise [at last] stronger monitoring of the truce", "", 2},
      {"To make it last, we work with every side to finalise a stronger monitoring of the truce",
       "", 3},
  });
  for (const std::uint32_t of : family) BOOST_TEST(of == family[0]);
}

BOOST_AUTO_TEST_CASE(another_cut_of_the_same_speech_is_the_same_family) {
  const auto family = families_of({
      {"The river rose faster than our engineers had ever measured in this valley", "Ann Lee", 1},
      {"faster than our engineers had ever measured in this valley, and nobody was warned before "
       "the bridges closed",
       "Ann Lee", 1},
  });
  BOOST_TEST(family[0] == family[1]);
}

BOOST_AUTO_TEST_CASE(a_formula_in_another_month_is_another_family) {
  const auto statement = [](const char* rate, const char* month) {
    return std::string("The board decided to keep the main lending rate of the bank at ") + rate +
           " percent after inflation slowed further in " + month;
  };
  const auto family = families_of({{statement("eight", "March"), "the bank", 1},
                                   {statement("seven", "September"), "the bank", 180},
                                   {statement("eight", "March"), "the bank", 2}});
  BOOST_TEST(family[0] != family[1]);
  BOOST_TEST(family[0] == family[2]);
}

BOOST_AUTO_TEST_CASE(the_same_words_are_one_family_whenever_they_were_printed) {
  const std::string whole = kWhole;
  const auto family = families_of({{whole, "Ann Lee", 1},
                                   {whole + " of last winter", "Ann Lee", 800},
                                   {"And so: " + whole, "Ann Lee", 3000}});
  BOOST_TEST(family[1] == family[0]);
  BOOST_TEST(family[2] == family[0]);
}

BOOST_AUTO_TEST_CASE(another_cut_is_of_the_family_for_fourteen_days) {
  const auto family_with_cut_on = [](int day) {
    const auto family = families_of(
        {{"The river rose faster than our engineers had ever measured in this narrow green valley",
          "", 100},
         {"our engineers had ever measured in this narrow green valley and nobody was warned", "",
          day}});
    return family[0] == family[1];
  };
  for (const int day : {86, 99, 101, 114}) BOOST_TEST(family_with_cut_on(day), day);
  for (const int day : {0, 85, 115, 500}) BOOST_TEST(!family_with_cut_on(day), day);
}

BOOST_AUTO_TEST_CASE(commonplaces_of_different_people_are_not_joined) {
  const auto family = families_of({{"No comment", "Ann Lee", 1},
                                   {"No comment", "Bo Um", 1},
                                   {"We are ready", "Ann Lee", 1},
                                   {"We are ready", "Ann Lee", 100},
                                   {"Thank you very much", "", 1},
                                   {"Thank you very much", "", 1}});
  for (std::size_t a = 0; a < family.size(); ++a) {
    for (std::size_t b = a + 1; b < family.size(); ++b) BOOST_TEST(family[a] != family[b]);
  }
}

BOOST_AUTO_TEST_CASE(the_same_few_words_by_the_same_speaker_in_the_same_week_are_one_family) {
  const auto family = families_of({{"We are ready", "Ann Lee", 1},
                                   {"we are ready!", "Lee", 3},
                                   {"No comment", "Bo Um", 1},
                                   {"No comment", "Bo Um", 2}});
  BOOST_TEST(family[0] == family[1]);
  BOOST_TEST(family[2] == family[3]);
  BOOST_TEST(family[0] != family[2]);
}

BOOST_AUTO_TEST_CASE(a_commonplace_of_people_who_share_a_surname_is_not_one_quotation) {
  const auto family = families_of({{"We are ready", "Alan Harper", 1},
                                   {"We are ready", "Brian Harper", 1},
                                   {"We are ready", "A. Harper", 2}});
  BOOST_TEST(family[0] != family[1]);
  BOOST_TEST(family[0] == family[2]);
}

BOOST_AUTO_TEST_CASE(so_many_people_said_it_since_yet_older_ones_are_still_one_quotation) {
  std::vector<Said> all;
  for (int i = 0; i < 100; ++i) {
    const std::string surname = {'X', static_cast<char>('a' + i / 10), 'v',
                                 static_cast<char>('a' + i % 10), 'k'};
    all.push_back({"We are ready", "Ann " + surname, 1000 - i});
  }
  all.push_back({"We are ready", "Bo Um", 3});
  all.push_back({"We are ready", "Bo Um", 2});
  const auto family = families_of(all);
  BOOST_TEST(family[100] == family[101]);
  BOOST_TEST(family[99] != family[100]);
}

BOOST_AUTO_TEST_CASE(a_long_statement_is_one_quotation_although_a_word_differs) {
  std::string before;
  std::string after;
  for (int i = 0; i < 800; ++i) {
    before += "harbour" + std::to_string(i) + " ";
    after += (i == 100 ? "ferry" : "harbour") + std::to_string(i) + " ";
  }
  const auto family = families_of({{before, "", 1}, {after, "", 200}});
  BOOST_TEST(family[0] == family[1]);
}

BOOST_AUTO_TEST_CASE(a_short_cut_joins_the_speech_of_its_time_and_links_no_two) {
  const std::string cut = "rebuild every bridge of the valley";
  const auto family = families_of({
      {"My friends, next spring we shall rebuild every bridge of the valley, and this I promise",
       "Ann Lee", 1},
      {"Nobody believes any more that the commission will rebuild every bridge of the valley "
       "before winter",
       "Bo Um", 300},
      {cut, "Ann Lee", 2},
      {cut, "Bo Um", 301},
  });
  BOOST_TEST(family[0] != family[1]);
  BOOST_TEST(family[2] == family[0]);
  BOOST_TEST(family[3] == family[1]);
}

BOOST_AUTO_TEST_CASE(what_quotes_nobody_has_no_family) {
  const auto family = families_of(
      {{kWhole, "", 1, QuoteKind::Title}, {kWhole, "", 1, QuoteKind::Scare}, {kWhole, "", 1}});
  BOOST_TEST(family[0] == kNoFamily);
  BOOST_TEST(family[1] == kNoFamily);
  BOOST_TEST(family[2] == 0u);
}

BOOST_AUTO_TEST_CASE(unknown_times_do_not_part_what_agrees) {
  const auto family = families_of(
      {{kWhole, "Ann Lee", -1}, {"finalize stronger monitoring of the truce", "Bo Um", -1}});
  BOOST_TEST(family[0] == family[1]);
}

BOOST_AUTO_TEST_CASE(threads_and_memory_change_nothing) {
  std::vector<Said> all;
  for (int i = 0; i < 600; ++i) {
    const std::string subject = "harbour" + std::to_string(i % 40);
    all.push_back({"We told " + subject + " that the pilots of quay" + std::to_string(i % 40) +
                       " will strike on day" + std::to_string(i % 3) + " unless wages rise",
                   "Ann Lee", i % 20});
    all.push_back({"pilots of quay" + std::to_string(i % 40) + " will strike", "Bo Um", i % 20});
  }
  const QuoteCollection collection = collection_of(all);
  const std::vector<std::uint32_t> expected = groups_of(collection).family;
  BOOST_TEST(groups_of(collection, 4).family == expected, boost::test_tools::per_element());
  BOOST_TEST(groups_of(collection, 3, 64).family == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_SUITE_END()

FamilyTable table_of(const std::vector<Said>& all) {
  QuoteCollection collection = collection_of(all);
  QuoteGroups groups = groups_of(collection);
  return tabulate(std::move(collection), std::move(groups), {});
}

BOOST_AUTO_TEST_SUITE(family_table)

BOOST_AUTO_TEST_CASE(members_are_in_order_of_time_unknown_ones_last) {
  const FamilyTable table = table_of({{kWhole, "", 5}, {kWhole, "", -1}, {kWhole, "", 2}});
  BOOST_TEST(table.members == (std::vector<std::uint32_t>{2, 0, 1}),
             boost::test_tools::per_element());
  BOOST_TEST(table.first_seen[0] == 2 * 86400);
  BOOST_TEST(table.last_seen[0] == 5 * 86400);
  BOOST_TEST(table.article_count[0] == 3u);
  BOOST_TEST(table.outlet_count[0] == 1u);
}

BOOST_AUTO_TEST_CASE(the_text_printed_most_represents_a_family_longer_ones_counting_more) {
  const std::string cut = "finalise stronger monitoring of the truce";
  const FamilyTable table = table_of({{cut, "", 1}, {kWhole, "", 2}, {cut, "", 3}});
  BOOST_TEST(table.representative[0] == 1u);  // 17 words once are more than 6 words twice
  const FamilyTable other = table_of({{cut, "", 1}, {kWhole, "", 2}, {cut, "", 3}, {cut, "", 4}});
  BOOST_TEST(other.representative[0] == 0u);  // but not more than 6 words three times
}

BOOST_AUTO_TEST_CASE(two_persons_conflict_a_person_and_a_body_do_not) {
  const auto conflict = [](const char* a, const char* b) {
    return (table_of({{kWhole, a, 1}, {kWhole, b, 1}}).flags[0] & kSpeakersConflict) != 0;
  };
  BOOST_TEST(conflict("Ann Lee", "Bo Um"));
  BOOST_TEST(!conflict("Ann Lee", "Ann Lee"));
  BOOST_TEST(!conflict("Ann Lee", "Lee"));
  BOOST_TEST(conflict("Mahinda Rajapaksa", "Gotabaya Rajapaksa"));
  BOOST_TEST(!conflict("Ann Lee", "the ministry"));
  BOOST_TEST(!conflict("the ministry", "the River Commission"));
  BOOST_TEST(!conflict("Ann Lee", ""));
}

BOOST_AUTO_TEST_SUITE_END()

/// The passages of a body that print what was said without marks.
std::vector<FamilyEcho> echoes_in(const Article& article, const std::vector<Said>& said,
                                  bool own = false) {
  const QuoteCollection collection = collection_of(said);
  const RankedTexts texts(collection);
  const QuoteGroups groups = groups_of(collection);
  const EchoAnchors anchors(collection, texts, groups);
  EchoFinder finder(anchors, collection.texts);
  std::vector<FamilyEcho> echoes;
  const std::vector<std::uint32_t> families =
      own ? std::vector<std::uint32_t>{0} : std::vector<std::uint32_t>{};
  finder.find(article, 7, families, echoes);
  return echoes;
}

std::vector<FamilyEcho> echoes_in(const Article& article, bool own = false,
                                  const std::string& said = kWhole) {
  return echoes_in(article, {{said, "Ann Lee", 1}}, own);
}

BOOST_AUTO_TEST_SUITE(echoes)

BOOST_AUTO_TEST_CASE(the_words_without_marks_are_found_where_they_stand) {
  Article article;
  article.body =
      "The commission issued a statement on Wednesday.\n\nTo make this last, we are working with "
      "every side to finalize stronger monitoring of the truce. It gave no details.";
  const auto echoes = echoes_in(article);
  BOOST_REQUIRE(echoes.size() == 1u);
  BOOST_TEST(echoes[0].passage.article == 7u);
  const Echo passage = echoes[0].passage;
  BOOST_TEST(article.body.substr(passage.start, passage.end - passage.start) ==
             "To make this last, we are working with every side to finalize stronger monitoring of "
             "the truce");
}

BOOST_AUTO_TEST_CASE(a_long_statement_without_marks_is_an_echo) {
  std::string said;
  for (int i = 0; i < 800; ++i) said += "harbour" + std::to_string(i) + " ";
  Article article;
  article.body = "The commission issued a statement on Wednesday.\n\n" + said + "It was long.";
  BOOST_TEST(echoes_in(article, false, said).size() == 1u);
}

BOOST_AUTO_TEST_CASE(a_passage_is_found_after_a_few_of_its_words_stood_elsewhere) {
  Article article;
  article.body = "Working with every side to finalise stronger monitoring is what it is for. ";
  for (int i = 0; i < 50; ++i) article.body += "harbour" + std::to_string(i) + " ";
  article.body += std::string("\n\n") + kWhole + ".";
  BOOST_TEST(echoes_in(article).size() == 1u);
}

BOOST_AUTO_TEST_CASE(a_wording_that_begins_as_another_does_is_found_by_its_end) {
  const std::string begin = "the river rose faster than our engineers had ever measured ";
  const std::string dams = "so the seven dams of this valley were opened one by one";
  const std::string towns = "but none of the towns on either bank was warned before dawn";
  const std::vector<Said> said{{begin + dams, "Ann Lee", 1}, {begin + towns, "Bo Um", 200}};
  for (const std::string& end : {dams, towns}) {
    Article article;
    article.body = "A statement was issued. " + begin + end + ".";
    BOOST_TEST(echoes_in(article, said).size() == 1u, end);
  }
}

BOOST_AUTO_TEST_CASE(eight_words_in_a_row_are_enough_wherever_they_stand) {
  // Ten words with one changed are an echo if eight of the others are together.
  const std::vector<std::string> words{"seven", "dams",  "valley",   "opened",  "dawn",
                                       "river", "towns", "engineer", "warning", "harbour"};
  for (const std::size_t changed : {0u, 1u, 8u, 9u}) {
    std::string said;
    Article article;
    for (std::size_t i = 0; i < words.size(); ++i) {
      said += words[i] + " ";
      article.body += (i == changed ? "mountain" : words[i]) + " ";
    }
    BOOST_TEST(echoes_in(article, false, said).size() == 1u, changed);
  }
}

BOOST_AUTO_TEST_CASE(indirect_speech_in_other_words_is_no_echo) {
  Article article;
  article.body =
      "She said the commission was working with every side to arrange that the truce be monitored.";
  BOOST_TEST(echoes_in(article).empty());
}

BOOST_AUTO_TEST_CASE(an_article_that_quotes_it_needs_no_echo) {
  Article article;
  article.body = std::string("“") + kWhole + "”";
  Quote& quote = article.quotes.emplace_back();
  quote.span = {3, static_cast<std::uint32_t>(3 + std::string(kWhole).size())};
  BOOST_TEST(echoes_in(article).empty());
  article.quotes.clear();
  BOOST_TEST(echoes_in(article, true).empty());
  BOOST_TEST(echoes_in(article).size() == 1u);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace pullquote
