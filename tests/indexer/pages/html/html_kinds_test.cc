// SPDX-License-Identifier: GPL-3.0-or-later
/// Pages of the kinds that news sites have, invented for these tests: what of each is the article.
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <ostream>
#include <string>
#include <variant>
#include <vector>

#include "indexer/pages/html/html_article.h"

using pullquote::ParsedArticle;

namespace {

const std::vector<std::string> kText{
    "The council of Alderbridge voted on Monday to rebuild the old bridge, which the flood of last "
    "winter carried away.",
    "\"Nobody should have to drive an hour to reach the school,\" said the mayor, Ines Calder, who "
    "had asked for the vote.",
    "Work is to begin in the spring, and it will take two years, according to the engineers who "
    "presented their plans.",
    "The county will pay half of the cost, and a toll on lorries is to bring in the rest over the "
    "next twenty years."};
const std::vector<std::string> kOthers{
    "The company that runs the ferries in the lower valley will charge a crown more from June, it "
    "said in a letter to passengers.",
    "Some three hundred goats are expected at the show on Saturday, more than at any time since it "
    "began in the war years.",
    "The mill in Stonebrook, which has ground flour since 1910, will close its doors for good when "
    "the harvest is in."};
const std::string kWall =
    "We and our 812 partners store and access information on your device, such as cookies, and "
    "process personal data. With your permission we may use precise location data and "
    "identification through device scanning. You may click to consent to the processing described "
    "above, or change your preferences before consenting. Your preferences will apply to this "
    "website only, and you can change them at any time.";
const std::string kHead = "<h1>Alderbridge votes to rebuild its old bridge</h1>";
const std::string kMenu = "<nav><a href='/'>Home</a> <a href='/v'>Valley</a></nav>";
const std::string kFoot = "<footer>The River Times <a href='/i'>Imprint</a></footer>";

std::string p(const std::string& text) {
  return "<p>" + text + "</p>";
}
std::string each(const std::string& before, const std::vector<std::string>& texts,
                 const std::string& after) {
  std::string all;
  for (const std::string& text : texts) all += before + text + after;
  return all;
}
/// Summaries of other stories under their headings.
std::string teasers(const std::string& before, const std::string& after) {
  std::string all;
  for (const std::string& text : kOthers) {
    all += before + "<h3><a href='/1'>News of the lower valley</a></h3>" + p(text) + after;
  }
  return all;
}
std::string comments(const std::string& before, const std::string& after,
                     const std::string& reply) {
  std::string all;
  for (int i = 1; i <= 5; ++i) {
    all += before + "<b>Old Miller</b> <small>March 5, 2026 at 8:1" + std::to_string(i) +
           " am</small>" + p(kOthers[0]) + p(kOthers[1]) + "<a href='#'>" + reply + "</a>" + after;
  }
  return all;
}

struct Kind {
  const char* why;
  std::string page;
  std::vector<std::string> kept;
  std::vector<std::string> left_out;
};
std::ostream& operator<<(std::ostream& out, const Kind& kind) {
  return out << kind.why;
}

const Kind kKinds[] = {
    {"a live ticker is all its entries",
     kMenu + "<main>" + kHead +
         each("<div class='post'><time>10:05</time>", kText,
              "<div class='share'><a href='#'>Share</a></div></div>") +
         "</main>" + kFoot,
     kText,
     {"Share"}},
    {"an AMP page without its advertisements",
     kMenu + "<article>" + kHead + p(kText[0]) + "<amp-ad><div>Advertisement</div></amp-ad>" +
         p(kText[1]) + p(kText[2]) + "</article>" + kFoot,
     {kText[0], kText[1], kText[2]},
     {"Advertisement"}},
    {"a page laid out by tables",
     "<table><tr><td><a href='/1'>Goat show opens</a><br><a href='/2'>Ferry fares</a></td><td>"
     "<font size=4><b>Alderbridge votes to rebuild its old bridge</b></font><br><br>" +
         each("", kText, "<br><br>") + "</td></tr></table>",
     kText,
     {"Goat show"}},
    {"an interview with answers of one word",
     kMenu + "<div>" + kHead + p(kText[0]) + p("<b>Will the ferry run again?</b>") + p("No.") +
         p("<b>Who pays?</b>") + p(kText[3]) + "</div>" + kFoot,
     {kText[0], "Will the ferry run again?", "No.", "Who pays?", kText[3]},
     {"Imprint"}},
    {"the first lines before a paywall",
     kMenu + "<article>" + kHead + p(kText[0]) + p(kText[1]) +
         "<div class='paywall'><p>Subscribe now for one crown a month and read all articles "
         "without limits.</p></div></article>" +
         kFoot,
     {kText[0], kText[1]},
     {"one crown"}},
    {"text in divisions without any paragraph element",
     kMenu + "<div><div>" + kHead + each("<div>", kText, "</div>") + "</div><div>" +
         each("<div><a href='/1'>", {"Goat show opens", "Ferry fares rise"}, "</a></div>") +
         "</div></div>",
     kText,
     {"Goat show"}},
    {"a consent dialogue longer than the article",
     "<div role='dialog'>" + p(kWall) + p(kWall) + "</div>" + kMenu + "<div>" + kHead +
         each("<p>", kText, "</p>") + "</div>",
     kText,
     {"812 partners"}},
    {"a consent request that nothing names, above the headline",
     "<div><div>" + p(kWall) + "</div></div>" + kMenu + "<div>" + kHead +
         each("<p>", kText, "</p>") + "</div>",
     kText,
     {"812 partners"}},
    {"short news beside a column of other stories",
     kMenu + "<div><div>" + kHead + p(kText[0]) + p("Two people were hurt.") + "</div><div>" +
         teasers("<div>", "</div>") + teasers("<div>", "</div>") + "</div></div>",
     {kText[0], "Two people were hurt."},
     kOthers},
    {"teasers in the middle of the text",
     kMenu + "<article>" + kHead + p(kText[0]) + p(kText[1]) + "<div><h3>Mehr zum Thema</h3>" +
         teasers("<div>", "</div>") + "</div>" + p(kText[2]) + p(kText[3]) + "</article>",
     kText, kOthers},
    {"teasers below the text, in the same element",
     kMenu + "<div>" + kHead + each("<p>", kText, "</p>") + "<h3>You may also like</h3>" +
         teasers("", "") + "</div>",
     kText, kOthers},
    {"links with a summary each, that nothing calls other stories",
     kMenu + "<div>" + kHead + each("<p>", kText, "</p>") + each("<p>", kText, "</p>") +
         "<h2>The valley</h2>" +
         each("<div><a href='/1'>Goat show opens</a></div><div>",
              {"Three hundred goats are expected.", "The ferry will cost a crown more.",
               "The mill closes its doors for good.", "The quay is mended at last."},
              "</div>") +
         "</div>",
     kText,
     {"goats", "ferry will", "mill", "The valley"}},
    {"a round-up of links with a summary each is the article",
     kMenu + "<div>" + kHead + p("Four things to know this morning in the valley:") +
         each("<h3><a href='/1'>Goat show opens</a></h3><p>", kText, "</p>") + "</div>",
     kText,
     {}},
    {"a page that goes on with the next story",
     kMenu + "<main><article>" + kHead + each("<p>", kText, "</p>") +
         "</article><article><h1>Stonebrook mill to close</h1>" + each("<p>", kOthers, "</p>") +
         "</article></main>",
     kText, kOthers},
    {"sections that each have a first heading are one article",
     kMenu + "<article>" + kHead +
         each("<section><h1>Another part</h1><p>", kText, "</p></section>") + "</article>",
     kText,
     {}},
    {"comments that no name gives away",
     kMenu + "<div><div>" + kHead + each("<p>", kText, "</p>") + "</div><div><h3>5 comments</h3>" +
         comments("<div>", "</div>", "Reply") + "</div></div>",
     kText, kOthers},
    {"the same within the element of the text",
     kMenu + "<div>" + kHead + each("<p>", kText, "</p>") + "<h3>Kommentare</h3>" +
         comments("", "", "Antworten") + "</div>",
     kText, kOthers},
    {"a number of comments above the text ends nothing",
     kMenu + "<div>" + kHead + "<p>5 comments</p>" + each("<p>", kText, "</p>") + "</div>",
     kText,
     {}},
    {"an invitation to a newsletter in another language",
     kMenu + "<article>" + kHead + p(kText[0]) +
         "<div><p>Abonnieren Sie unseren Newsletter und erhalten Sie jeden Morgen die Nachrichten "
         "des Tals.</p></div>" +
         p(kText[1]) + p(kText[2]) + "</article>",
     {kText[0], kText[1], kText[2]},
     {"Newsletter"}},
    {"what is hidden by style",
     kMenu + "<article>" + kHead + p(kText[0]) + "<div style='display:none'>" + p(kOthers[0]) +
         "</div><div hidden>" + p(kOthers[1]) + "</div>" + p(kText[1]) + p(kText[2]) + "</article>",
     {kText[0], kText[1], kText[2]},
     {kOthers[0], kOthers[1]}},
    {"a page that closes nothing",
     kHead + "<p>" + kText[0] + "<p>" + kText[1] + "<p>" + kText[2],
     {kText[0], kText[1], kText[2]},
     {}},
    {"two sentences about a fire",
     kMenu + "<article>" + kHead + p("Two people were hurt in a fire.") + p("Both are well.") +
         "</article>" + kFoot,
     {"Two people were hurt in a fire.", "Both are well."},
     {"Imprint"}},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(html_kinds)

BOOST_DATA_TEST_CASE(the_article_is_taken_whole_and_nothing_else,
                     boost::unit_test::data::make(kKinds), kind) {
  const auto parsed =
      std::get<ParsedArticle>(pullquote::html::extract_article(kind.page, {}, false));
  const std::string& body = parsed.article.body;
  for (const std::string& text : kind.kept) {
    BOOST_TEST(body.find(text) != std::string::npos, "missing: " << text);
  }
  for (const std::string& text : kind.left_out) {
    BOOST_TEST(body.find(text) == std::string::npos, "kept: " << text);
  }
}

BOOST_AUTO_TEST_SUITE_END()
