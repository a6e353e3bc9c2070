// SPDX-License-Identifier: GPL-3.0-or-later
/// Whole pages saved as text, invented for these tests.
#include "indexer/pages/saved_text/plain_text.h"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <string>
#include <vector>

using pullquote::InspectedBlock;
using pullquote::read_text_page;
using pullquote::TextPage;

namespace {

const std::string kHeadline = "Alderbridge votes to rebuild its old bridge";
const std::string kFirst =
    "The council of Alderbridge voted on Monday to rebuild the old bridge, which the flood of last "
    "winter carried away.";
const std::string kSecond =
    "\"Nobody should have to drive an hour to reach the school,\" said the mayor, Ines Calder, who "
    "had asked for the vote.";
const std::string kThird =
    "Work is to begin in the spring, and it will take two years, according to the engineers who "
    "presented their plans.";
const std::string kFourth =
    "The county will pay half of the cost, and a toll on lorries is to bring in the rest over the "
    "next twenty years.";

std::string lines(const std::vector<std::string>& all) {
  std::string page;
  for (const std::string& line : all) page += line + "\n\n";
  return page;
}
std::string body(const std::vector<std::string>& paragraphs) {
  std::string joined;
  for (const std::string& text : paragraphs) joined += (joined.empty() ? "" : "\n\n") + text;
  return joined;
}
std::string body_of(const std::vector<std::string>& all) {
  return read_text_page(lines(all)).article.body;
}
std::string reason_of(const TextPage& page, const std::string& text) {
  const auto found = std::find_if(page.blocks.begin(), page.blocks.end(),
                                  [&](const InspectedBlock& block) { return block.text == text; });
  return found == page.blocks.end() ? "no such block" : found->reason;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(plain_text)

BOOST_AUTO_TEST_CASE(a_page_comes_apart_into_headline_standfirst_byline_date_caption_and_text) {
  const TextPage page = read_text_page(lines(
      {"Skip to main content", "Share", kHeadline,
       "Council hopes that the first cars will cross the river within two years", "By Ana Lima",
       "Published: 4 May 2026", "The bridge before the flood. (AFP)", kFirst, "Advertisement",
       kSecond, "Who pays", kThird, "(HARBOUR GAZETTE with AFP)", "Leave a comment"}));
  BOOST_TEST(page.article.headline == kHeadline);
  BOOST_TEST(page.article.standfirst ==
             "Council hopes that the first cars will cross the river within two years");
  BOOST_TEST(page.article.byline == "Ana Lima");
  BOOST_TEST(page.article.published.has_value());
  BOOST_TEST(page.article.captions == std::vector<std::string>{"The bridge before the flood."},
             boost::test_tools::per_element());
  BOOST_TEST(page.article.body == body({kFirst, kSecond, "Who pays", kThird}));
  BOOST_TEST(page.article.credits == (std::vector<std::string>{"AFP", "HARBOUR GAZETTE"}),
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(every_line_says_why_it_was_kept_or_dropped) {
  const TextPage page = read_text_page(lines({"Menu", kHeadline, kFirst, "Who pays", kSecond,
                                              "Subscribe to our newsletter", "Leave a comment"}));
  for (const InspectedBlock& block : page.blocks) BOOST_TEST(!block.reason.empty());
  BOOST_TEST(reason_of(page, "Who pays") == "section head");
  BOOST_TEST(reason_of(page, "Menu") == "furniture: navigation");
}

BOOST_AUTO_TEST_CASE(short_sentences_within_the_text_stay) {
  BOOST_TEST(
      body_of({kHeadline, kFirst, "It was close.", kSecond, "Five to four.", "Yes.", kThird}) ==
      body({kFirst, "It was close.", kSecond, "Five to four.", "Yes.", kThird}));
}

BOOST_AUTO_TEST_CASE(questions_and_answers_stay) {
  BOOST_TEST(body_of({kHeadline, kFirst, "Who decided?", "The council, by five votes to four.",
                      "When?", "On Monday night.", kThird}) ==
             body({kFirst, "Who decided?", "The council, by five votes to four.", "When?",
                   "On Monday night.", kThird}));
}

BOOST_AUTO_TEST_CASE(an_article_of_one_short_sentence_is_an_article) {
  const TextPage page = read_text_page("Two hurt in fire\n\nTwo people were hurt.\n");
  BOOST_TEST(page.article.headline == "Two hurt in fire");
  BOOST_TEST(page.article.body == "Two people were hurt.");
}

BOOST_AUTO_TEST_CASE(the_dateline_stays_and_names_the_agency) {
  const std::string first = "GENEVA, Sept 10 (Reuters) - " + kFirst;
  const TextPage page = read_text_page(lines({kHeadline, first, kSecond, kThird}));
  BOOST_TEST(page.article.body == body({first, kSecond, kThird}));
  BOOST_TEST(page.article.credits == std::vector<std::string>{"Reuters"},
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_form_in_the_middle_of_a_story_ends_nothing) {
  BOOST_TEST(body_of({kHeadline, kFirst, kSecond, "Subscribe to our newsletter", kThird,
                      kFourth}) == body({kFirst, kSecond, kThird, kFourth}));
}

BOOST_AUTO_TEST_CASE(a_link_to_another_story_in_the_middle_ends_nothing) {
  BOOST_TEST(body_of({kHeadline, kFirst, "Read more", "Harbour town floods again", kSecond, kThird,
                      kFourth}) == body({kFirst, kSecond, kThird, kFourth}));
  BOOST_TEST(body_of({kHeadline, kFirst, kSecond, kThird, "Read more", "Harbour town floods again",
                      kFourth}) == body({kFirst, kSecond, kThird, kFourth}));
}

BOOST_AUTO_TEST_CASE(comments_end_the_article_however_long_they_are) {
  std::vector<std::string> page{kHeadline, kFirst, kSecond, kThird, "3 comments"};
  for (const char* name : {"Harbour Cat", "Old Miller", "Toll Payer"}) {
    page.emplace_back(name);
    page.emplace_back("August 22, 2026 at 5:57 am");
    page.emplace_back(
        "I have lived beside that bridge for forty years, and nobody ever asked me what I think "
        "of it. They should have built the thing in stone the first time round, like my father "
        "told them, and not in timber. Now we all pay for it, and the lorries pay least.");
    page.emplace_back("Reply");
  }
  page.emplace_back("Your email address will not be published.");
  BOOST_TEST(body_of(page) == body({kFirst, kSecond, kThird}));
}

BOOST_AUTO_TEST_CASE(a_count_of_comments_above_the_text_ends_nothing) {
  BOOST_TEST(body_of({kHeadline, "By Ana Lima", "12 comments", kFirst, kSecond, kThird,
                      "12 comments", "Harbour Cat", "May 5, 2026 at 8:12 am",
                      "They should have built it in stone the first time.", "Reply"}) ==
             body({kFirst, kSecond, kThird}));
}

BOOST_AUTO_TEST_CASE(a_list_of_other_stories_ends_the_article) {
  BOOST_TEST(
      body_of({kHeadline, kFirst, kSecond, kThird, "Related stories", "Harbour town floods again",
               "What is a cofferdam?", "Ten bridges that never were built", "Ferry fares rise"}) ==
      body({kFirst, kSecond, kThird}));
}

BOOST_AUTO_TEST_CASE(a_note_about_the_author_under_the_authors_name_is_left_out) {
  BOOST_TEST(body_of({kHeadline, "By Ana Lima", kFirst, kSecond, kThird, kFourth, "Ana Lima",
                      "Ana has covered the valley for ten years and keeps goats.", "Share"}) ==
             body({kFirst, kSecond, kThird, kFourth}));
}

BOOST_AUTO_TEST_CASE(a_byline_may_stand_on_two_lines) {
  const TextPage page =
      read_text_page(lines({kHeadline, "By", "Ana Lima", "4 May 2026", kFirst, kSecond, kThird}));
  BOOST_TEST(page.article.byline == "Ana Lima");
  BOOST_TEST(page.article.body == body({kFirst, kSecond, kThird}));
}

BOOST_AUTO_TEST_CASE(teasers_above_the_headline_are_not_the_article) {
  const TextPage page = read_text_page(
      lines({"In brief",
             "Ferry fares rise: the ferries of the lower valley will cost a crown more from June "
             "on, the company said on Tuesday.",
             "Goat show opens: some three hundred goats are expected in Stonebrook on Saturday, "
             "more than ever before.",
             kHeadline, "By Ana Lima", "4 May 2026", kFirst, kSecond, kThird, kFourth}));
  BOOST_TEST(page.article.headline == kHeadline);
  BOOST_TEST(page.article.body == body({kFirst, kSecond, kThird, kFourth}));
}

BOOST_AUTO_TEST_CASE(a_list_of_dates_is_text) {
  const std::vector<std::string> dates{
      "June 9 - Harbour Hall, Port Saviour", "June 12 - Old Mill, Stonebrook",
      "June 14 - Guildhall, Alderbridge", "June 20 - Corn Exchange, Marlow Ferry"};
  std::vector<std::string> page{kHeadline, kFirst, kSecond};
  std::vector<std::string> text{kFirst, kSecond};
  page.insert(page.end(), dates.begin(), dates.end());
  text.insert(text.end(), dates.begin(), dates.end());
  BOOST_TEST(body_of(page) == body(text));
}

BOOST_AUTO_TEST_CASE(an_article_that_the_page_says_again_in_one_piece_is_taken_once) {
  const std::string whole = kFirst + ' ' + kSecond + ' ' + kThird + ' ' + kFourth;
  BOOST_TEST(body_of({kHeadline, kFirst, kSecond, kThird, kFourth, whole}) ==
             body({kFirst, kSecond, kThird, kFourth}));
}

BOOST_AUTO_TEST_CASE(an_embedded_post_with_its_date_makes_no_headline) {
  const TextPage page =
      read_text_page(lines({kHeadline, kFirst, "A bridge! At last. We did it.",
                            "\u2014 Ines Calder (@inescalder) May 4, 2026", kSecond, kThird}));
  BOOST_TEST(page.article.headline == kHeadline);
  BOOST_TEST(page.article.body.find(kFirst) == 0);
}

BOOST_AUTO_TEST_CASE(lines_wrapped_to_a_width_are_paragraphs_again) {
  const TextPage page = read_text_page(
      "Two towns, one bridge\n\n"
      "The council of Alderbridge voted on Monday to rebuild the old bridge,\n"
      "which the flood of last winter carried away, and to pay for it with\n"
      "a toll. The govern-\n"
      "ment had offered a loan.\n\n"
      "Work is to begin in the spring, and it will take two years, according\n"
      "to the engineers who presented their plans to the government on the\n"
      "same evening.\n");
  BOOST_TEST(page.article.body ==
             "The council of Alderbridge voted on Monday to rebuild the old bridge, which the "
             "flood of last winter carried away, and to pay for it with a toll. The government "
             "had offered a loan.\n\n"
             "Work is to begin in the spring, and it will take two years, according to the "
             "engineers who presented their plans to the government on the same evening.");
}

BOOST_AUTO_TEST_CASE(wrapped_lines_without_spaces_are_joined_without_one) {
  const TextPage page = read_text_page(
      "古い橋を再建へ\n\n"
      "   町議会は月曜日、昨年の冬の洪水で流された古い橋を再建することを五対四の賛\n"
      "   成多数で決めた。工事は春に始まり、二年かかる見通しだと技術者たちは町議会\n"
      "   で述べた。費用の半分は郡が負担し、残りはトラックの通行料で二十年かけて賄\n"
      "   うことになる。\n");
  BOOST_TEST(
      page.article.body ==
      "町議会は月曜日、昨年の冬の洪水で流された古い橋を再建することを五対四の賛成多数で決めた。"
      "工事は春に始まり、二年かかる見通しだと技術者たちは町議会で述べた。費用の半分は郡が負担し、"
      "残りはトラックの通行料で二十年かけて賄うことになる。");
}

BOOST_AUTO_TEST_CASE(a_text_browsers_numbers_and_list_of_links_are_left_out) {
  const TextPage page = read_text_page(
      "     * [1]Home\n     * [2]Valley\n\n" + kHeadline +
      "\n\n   The council of [3]Alderbridge voted on Monday to rebuild the old bridge,\n"
      "   which the flood of last winter carried away, and to pay for it with a\n"
      "   [4]toll on lorries.\n\n"
      "   Work is to begin in the spring, and it will take two years, according\n"
      "   to the engineers who presented their plans.\n\n"
      "   Farmers on the far bank have waited since January [2026], when the\n"
      "   ferry stopped.\n\n"
      "References\n\n   Visible links\n   1. https://river.example/\n   2. "
      "https://river.example/v\n"
      "   3. https://river.example/a\n   4. https://river.example/t\n");
  BOOST_TEST(page.article.headline == kHeadline);
  BOOST_TEST(page.article.body ==
             "The council of Alderbridge voted on Monday to rebuild the old bridge, which the "
             "flood of last winter carried away, and to pay for it with a toll on lorries.\n\n"
             "Work is to begin in the spring, and it will take two years, according to the "
             "engineers who presented their plans.\n\n"
             "Farmers on the far bank have waited since January [2026], when the ferry stopped.");
}

BOOST_AUTO_TEST_CASE(a_writers_own_notes_stay) {
  BOOST_TEST(body_of({kHeadline, kFirst + " [1]", kSecond, "1. https://river.example/plans", kThird,
                      kFourth}) ==
             body({kFirst + " [1]", kSecond, "1. https://river.example/plans", kThird, kFourth}));
}

BOOST_AUTO_TEST_CASE(a_reply_form_in_german_is_furniture) {
  BOOST_TEST(
      body_of({"Br\u00FCcke wird neu gebaut",
               "Der Rat von Alderbridge hat am Montag beschlossen, die alte Br\u00FCcke neu "
               "zu bauen, die das Hochwasser fortgerissen hatte.",
               "Die Arbeiten sollen im Fr\u00FChjahr beginnen und zwei Jahre dauern, wie die "
               "Ingenieure am Abend sagten.",
               "Schreibe einen Kommentar",
               "Deine E-Mail-Adresse wird nicht ver\u00F6ffentlicht. Erforderliche Felder sind "
               "mit * markiert."}) ==
      body({"Der Rat von Alderbridge hat am Montag beschlossen, die alte Br\u00FCcke neu zu "
            "bauen, die das Hochwasser fortgerissen hatte.",
            "Die Arbeiten sollen im Fr\u00FChjahr beginnen und zwei Jahre dauern, wie die "
            "Ingenieure am Abend sagten."}));
}

BOOST_AUTO_TEST_CASE(text_in_a_script_without_spaces_is_text) {
  const std::string first =
      "町議会は月曜日、昨年の冬の洪水で流された古い橋を再建することを五対四で決めた。";
  const std::string second = "工事は春に始まり、二年かかる見通しだと技術者たちは説明した。";
  const TextPage page = read_text_page(
      lines({"ホーム", "古い橋を再建へ", first, second, "関連記事", "渡し船が値上げ"}));
  BOOST_TEST(page.article.headline == "古い橋を再建へ");
  BOOST_TEST(page.article.body == body({first, second}));
}

BOOST_AUTO_TEST_CASE(a_page_of_nothing_but_marks_is_read_in_linear_time) {
  // Quadratic work on any of these would take hours.
  const std::string article = lines({kHeadline, "By Ana Lima", kFirst, kSecond, kThird, kFourth});
  for (const char* mark : {"Related stories\n", "Reply\n", "Ana Lima\n", "Subscribe\n",
                           "March 5, 2026\n", "June 9 - Hall\n", "By\n", "(AFP)\n"}) {
    std::string page = article;
    for (int i = 0; i < 100'000; ++i) page += mark;
    for (int i = 0; i < 8; ++i) page += kFirst + std::string(1, '\n') + kThird + '\n';
    BOOST_TEST(!read_text_page(page).article.body.empty());
  }
}

BOOST_AUTO_TEST_SUITE_END()
