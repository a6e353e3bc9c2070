// SPDX-License-Identifier: GPL-3.0-or-later
#include <boost/test/unit_test.hpp>
#include <variant>

#include "indexer/pages/html/html_article.h"

using pullquote::Article;
using pullquote::ParsedArticle;

namespace {

Article article_of(std::string_view page) {
  auto result = pullquote::html::extract_article(page, {}, false);
  return std::get<ParsedArticle>(std::move(result)).article;
}

std::string published(const Article& article) {
  return article.published ? to_iso8601(*article.published) : "none";
}

}  // namespace

BOOST_AUTO_TEST_SUITE(html_metadata)

BOOST_AUTO_TEST_CASE(linked_data_fills_the_article) {
  const Article a = article_of(R"(<html lang="en-GB"><script type="application/ld+json">
    {"@context":"https://schema.org","@graph":[
      {"@type":"Person","@id":"#anna","name":"Anna Reed"},
      {"@type":["NewsArticle"],"headline":"Bridge reopens","datePublished":"2026-03-04T08:00:00Z",
       "dateModified":"2026-03-05","author":[{"@id":"#anna"},{"@type":"Person","name":"Ben Holt"}],
       "publisher":{"name":"The River Times"},"articleSection":["Local"],
       "keywords":"bridge, flood","mainEntityOfPage":{"@id":"https://river.example/bridge"}}]}
    </script><p>Text.</p>)");
  BOOST_TEST(a.headline == "Bridge reopens");
  BOOST_TEST(published(a) == "2026-03-04T08:00:00Z");
  BOOST_TEST(to_iso8601(*a.modified) == "2026-03-05");
  BOOST_TEST(a.byline == "Anna Reed, Ben Holt");
  BOOST_TEST(a.source == "The River Times");
  BOOST_TEST(a.section == "Local");
  BOOST_TEST(a.keywords.size() == 2u);
  BOOST_TEST(a.url == "https://river.example/bridge");
  BOOST_TEST(a.language == "en");
}

BOOST_AUTO_TEST_CASE(broken_linked_data_is_repaired) {
  const Article a = article_of(
      "<script type='application/ld+json'>/* <![CDATA[ */ {\"@type\":\"NewsArticle\",\n"
      "\"headline\":\"Two\nlines of the \"old\" bridge\",\"datePublished\":\"2026-03-04\",}"
      "</script><p>Text.</p>");
  BOOST_TEST(a.headline == "Two lines of the \"old\" bridge");
  BOOST_TEST(published(a) == "2026-03-04");
}

BOOST_AUTO_TEST_CASE(linked_data_cut_short_still_speaks) {
  const Article a = article_of(
      "<script type='application/ld+json'>{\"@type\":\"Article\",\"headline\":\"Bridge reopens\","
      "\"author\":{\"name\":\"Anna Re</script><p>Text.</p>");
  BOOST_TEST(a.headline == "Bridge reopens");
}

BOOST_AUTO_TEST_CASE(the_article_is_chosen_among_other_things) {
  const Article a = article_of(
      "<script type='application/ld+json'>[{\"@type\":\"WebPage\",\"name\":\"Page\"},"
      "{\"@type\":\"Article\",\"headline\":\"Bridge reopens\"},"
      "{\"@type\":\"Organization\",\"name\":\"River\"}]</script><p>Text.</p>");
  BOOST_TEST(a.headline == "Bridge reopens");
}

BOOST_AUTO_TEST_CASE(meta_elements_speak_where_linked_data_is_silent) {
  const Article a = article_of(
      "<link rel=canonical href='https://river.example/a'>"
      "<meta property='article:published_time' content='2026-03-04T08:00:00+01:00'>"
      "<meta name=author content='By Anna Reed'><meta property=og:site_name content='River'>"
      "<meta name=keywords content='bridge; flood'><meta property=article:section content=Local>"
      "<h1>Bridge reopens today</h1>");
  BOOST_TEST(a.url == "https://river.example/a");
  BOOST_TEST(published(a) == "2026-03-04T08:00:00+01:00");
  BOOST_TEST(a.byline == "Anna Reed");
  BOOST_TEST(a.source == "River");
  BOOST_TEST(a.section == "Local");
  BOOST_TEST(a.keywords.size() == 2u);
}

BOOST_AUTO_TEST_CASE(a_time_that_only_software_states_is_unknown) {
  BOOST_TEST(!article_of("<meta property='article:published_time' content='0001-01-01T00:00:00Z'>"
                         "<h1>Bridge reopens today</h1>")
                  .published);
}

BOOST_AUTO_TEST_CASE(a_time_in_utc_is_set_in_the_zone_that_the_page_shows) {
  const std::string utc =
      "<meta property='article:published_time' content='2026-03-05T01:19:34Z'>"
      "<h1>Bridge reopens after flood</h1>";
  const std::string text = "<p>The council met on Monday, and it decided much.</p>";
  // Named in the line; the difference of two statements of one time; another meta element.
  for (const char* line : {"<p>March 4, 2026 at 8:19 pm EST</p>", "<p>March 4, 2026, 8:19 PM</p>",
                           "<meta name='sailthru.date' content='2026-03-04 20:19:34 -0500'>"}) {
    BOOST_TEST(published(article_of(utc + line + text)) == "2026-03-04T20:19:34-05:00", line);
  }
  // A day without a clock names no zone; nor does a time that differs by what no zone does.
  for (const char* line : {"<p>March 4, 2026</p>", "<p>March 4, 2026, 8:42 PM</p>", ""}) {
    BOOST_TEST(published(article_of(utc + line + text)) == "2026-03-05T01:19:34Z", line);
  }
}

BOOST_AUTO_TEST_CASE(a_date_set_in_pieces_is_one_date) {
  const Article a = article_of(
      "<h1>Bridge reopens after flood</h1><div><div>March 4</div><div>15:24 2026</div></div>"
      "<p>The council met on Monday, and it decided much.</p>");
  BOOST_TEST(published(a) == "2026-03-04T15:24");
}

BOOST_AUTO_TEST_CASE(a_date_beside_the_headline_counts_where_metadata_has_none) {
  const std::string head = "<h1>Bridge reopens after flood</h1>";
  const std::string text = "<p>The council met on Monday, and it decided much.</p>";
  const char* lines[] = {
      "<p class=date>Published 11:11 PM EST Mar 4, 2026</p>",
      "<div>By Anna Reed | March 4, 2026</div>",
      "<time datetime='2026-03-04'>three days ago</time>",
      "<div class=meta>[ 2026-03-04 15:24 ]</div>",
  };
  for (const char* line : lines) {
    BOOST_TEST(published(article_of(head + line + text)).substr(0, 10) == "2026-03-04", line);
  }
  BOOST_TEST(published(article_of(head + text +
                                  "<p>It was built on 4 March 1926, they say.</p>")) == "none");
}

BOOST_AUTO_TEST_CASE(a_date_of_a_change_is_no_publication_where_both_are_stated) {
  const Article a = article_of(
      "<h1>Bridge reopens after flood</h1><div>Updated March 6, 2026</div>"
      "<div>Published March 4, 2026</div><p>The council met on Monday, and it decided.</p>");
  BOOST_TEST(published(a) == "2026-03-04");
  BOOST_TEST(to_iso8601(*a.modified) == "2026-03-06");
}

BOOST_AUTO_TEST_CASE(a_line_states_the_minutes_of_its_clock) {
  const std::string head = "<h1>Le pont rouvre</h1>";
  BOOST_TEST(
      published(article_of(head + "<p>Publi\u00E9 le 12 septembre 2016 \u00E0 15 h 34</p>")) ==
      "2016-09-12T15:34");
  BOOST_TEST(published(article_of(head + "<p>Updated: Sep 12, 2016, 15:04 IST</p>")) ==
             "2016-09-12T15:04");
}

BOOST_AUTO_TEST_CASE(a_page_states_its_language_by_any_code) {
  const auto language = [](const std::string& code) {
    return article_of("<html lang='" + code + "'><h1>Bridge reopens</h1>").language;
  };
  BOOST_TEST(language("fra") == "fr");
  BOOST_TEST(language("fre-CA") == "fr");
  BOOST_TEST(language(" de ") == "de");
  BOOST_TEST(language("en, fr") == "en");
  BOOST_TEST(language("und") == "");
}

BOOST_AUTO_TEST_CASE(the_address_may_state_the_day) {
  const std::string page = "<h1>Bridge reopens after flood</h1><link rel=canonical href='";
  BOOST_TEST(published(article_of(page + "https://river.example/2026/03/04/bridge'>")) ==
             "2026-03-04");
  BOOST_TEST(published(article_of(page + "https://river.example/news/20260304/bridge'>")) ==
             "2026-03-04");
  BOOST_TEST(published(article_of(page + "https://river.example/2026/03/bridge'>")) == "none");
  BOOST_TEST(published(article_of(page + "https://river.example/id/202603041234'>")) == "none");
}

BOOST_AUTO_TEST_CASE(a_byline_is_names_and_nothing_else) {
  const auto byline = [](const std::string& line) {
    return article_of("<h1>Bridge reopens after flood</h1><div class=byline>" + line +
                      "</div><p>The council met on Monday, and it decided.</p>")
        .byline;
  };
  BOOST_TEST(byline("By Anna Reed") == "Anna Reed");
  BOOST_TEST(byline("Written by Anna Reed and Ben Holt, March 4, 2026") ==
             "Anna Reed and Ben Holt");
  BOOST_TEST(byline("Von Anna Reed | Lokales") == "Anna Reed");
  BOOST_TEST(byline("March 4, 2026 at 9:40 am") == "");
}

BOOST_AUTO_TEST_CASE(a_profile_page_is_no_author) {
  const Article a = article_of(
      "<meta property='article:author' content='https://social.example/anna'>"
      "<h1>Bridge reopens today</h1>");
  BOOST_TEST(a.byline == "");
}

BOOST_AUTO_TEST_CASE(microdata_in_elements_name_author_and_outlet) {
  const Article a = article_of(R"(<article itemscope itemtype="http://schema.org/NewsArticle">
    <h1 itemprop=headline>Bridge reopens after flood</h1>
    <span itemprop=author itemscope itemtype="http://schema.org/Person"><a href=/anna><span
    itemprop=name>Anna Reed</span></a> <span itemprop=jobTitle>Reporter</span></span>
    <div itemprop=publisher itemscope><meta itemprop=name content="The River Times"></div>
    <p>The council met on Monday, and it decided.</p>
    <div itemprop=comment itemscope itemtype="http://schema.org/Comment"><span
    itemprop=author>angler77</span><p>About time.</p></div></article>)");
  BOOST_TEST(a.byline == "Anna Reed");
  BOOST_TEST(a.source == "The River Times");
  BOOST_TEST(article_of("<h1>Bridge reopens after flood</h1><span itemprop=author>Anna Reed</span>"
                        "<p>The council met on Monday, and it decided.</p>")
                 .byline == "Anna Reed");
}

BOOST_AUTO_TEST_CASE(what_is_not_stated_stays_unknown) {
  const Article a = article_of("<h1>Bridge reopens today</h1><p>Text of the day.</p>");
  BOOST_TEST(!a.published);
  BOOST_TEST(!a.modified);
  BOOST_TEST(a.language == "");
  BOOST_TEST(a.source == "");
  BOOST_TEST(a.url == "");
}

BOOST_AUTO_TEST_SUITE_END()
