// SPDX-License-Identifier: GPL-3.0-or-later
// What a searcher finds, over articles written here.
#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <set>

#include "tests/support/hand_index.h"

BOOST_AUTO_TEST_SUITE(searcher)

using namespace pullquote;
using pullquote::testing::HandIndex;
using pullquote::testing::ids_of;
using pullquote::testing::parsed;

namespace {

using Ids = std::set<std::string>;

Timestamp day(const char* text) {
  return *parse_iso8601(text);
}

Quote quote_in(const std::string& body, const std::string& text, const std::string& speaker,
               const std::string& resolved) {
  Quote quote;
  quote.text = text;
  quote.span.start = static_cast<std::uint32_t>(body.find(text));
  quote.span.end = static_cast<std::uint32_t>(quote.span.start + text.size());
  quote.speaker = speaker;
  quote.speaker_resolved = resolved;
  return quote;
}

std::vector<Article> newsroom() {
  std::vector<Article> articles;
  Article harbour;
  harbour.id = "harbour";
  harbour.source = "The Northern Post";
  harbour.url = "https://www.northernpost.example/harbour";
  harbour.headline = "Harbour truce holds";
  harbour.body =
      "The cease-fire in the harbour held overnight.\n\nCommander Ruth Vale said: \"Our monitoring "
      "efforts will go on.\" Labour unions welcomed the calm.";
  harbour.quotes = {
      quote_in(harbour.body, "Our monitoring efforts will go on.", "Vale", "Ruth Vale")};
  harbour.byline = "Jan Holm and Ada Brandt";
  harbour.published = day("2024-05-02");
  harbour.language = "en";
  articles.push_back(harbour);

  Article talks;
  talks.id = "talks";
  talks.source = "Evening Star";
  talks.headline = "Talks resume in the valley";
  talks.body =
      "Delegates asked both sides to cease fire before the cessation of hostilities is signed. "
      "\"Monitoring is hard,\" said Ruth Vale. \"These efforts deserve praise,\" said Otto Lind.";
  talks.quotes = {quote_in(talks.body, "Monitoring is hard,", "Ruth Vale", "Ruth Vale"),
                  quote_in(talks.body, "These efforts deserve praise,", "Lind", "Otto Lind")};
  talks.published = day("2024-05-01");
  talks.language = "en";
  articles.push_back(talks);

  Article market;
  market.id = "market";
  market.source = "Evening Star";
  market.headline = "Market finalizes labor deal";
  market.body = "Traders spoke of a truce. The Ceasefire Cup, a race, was run on Sunday.";
  market.published = day("2024-04-20");
  market.language = "en";
  articles.push_back(market);

  Article refugees;
  refugees.id = "refugies";
  refugees.source = "Le Fleuve";
  refugees.headline = "Les réfugiés arrivent";
  refugees.body = "Les réfugiés arrivaient au port. La ville organise des manifestations.";
  refugees.published = day("2024-04-10");
  refugees.language = "fr";
  articles.push_back(refugees);

  Article undated;
  undated.id = "undated";
  undated.headline = "A note on harbours";
  undated.body = "Refugies is how the card was typed. Hostilities, cessation of which was asked.";
  undated.language = "en";
  articles.push_back(undated);
  return articles;
}

struct Newsroom {
  HandIndex index{newsroom()};
  Searcher searcher = index.searcher();
  Ids find(const std::string& query, SearchOptions options = {}) {
    options.exact_count = true;
    const ResultPage page = searcher.search(parsed(query), options);
    BOOST_TEST(page.matches == page.hits.size());
    BOOST_TEST(page.matches_exact);
    const auto ids = ids_of(page);
    return {ids.begin(), ids.end()};
  }
};

}  // namespace

BOOST_FIXTURE_TEST_CASE(a_word_is_found_by_its_stem_in_headline_and_body, Newsroom) {
  BOOST_TEST((find("harbour") == Ids{"harbour", "undated"}));
  BOOST_TEST((find("truces") == Ids{"harbour", "market"}));
  BOOST_TEST((find("zebra") == Ids{}));
}

BOOST_FIXTURE_TEST_CASE(an_article_with_more_of_the_words_ranks_first, Newsroom) {
  const auto ids = ids_of(searcher.search(parsed("truce race traders")));
  BOOST_REQUIRE(ids.size() == 2u);
  BOOST_TEST(ids.front() == "market");
}

BOOST_FIXTURE_TEST_CASE(fields_restrict_where_a_word_stands, Newsroom) {
  BOOST_TEST((find("headline:truce") == Ids{"harbour"}));
  BOOST_TEST((find("body:truce") == Ids{"market"}));
  BOOST_TEST((find("quote:monitoring") == Ids{"harbour", "talks"}));
  BOOST_TEST((find("quote:delegates") == Ids{}));
  BOOST_TEST((find("body:harbour") == Ids{"harbour"}));
}

BOOST_FIXTURE_TEST_CASE(a_phrase_is_exact_and_includes_stop_words, Newsroom) {
  BOOST_TEST((find("\"cessation of hostilities\"") == Ids{"talks"}));
  BOOST_TEST((find("\"hostilities cessation of\"") == Ids{"undated"}));
  BOOST_TEST((find("headline:\"harbour truce\"") == Ids{"harbour"}));
  BOOST_TEST((find("body:\"harbour truce\"") == Ids{}));
  BOOST_TEST((find("body:\"truce the\"") == Ids{"market"}));
  BOOST_TEST((find("quote:\"monitoring efforts\"") == Ids{"harbour"}));
}

BOOST_FIXTURE_TEST_CASE(no_phrase_crosses_from_the_headline_into_the_body, Newsroom) {
  BOOST_TEST((find("\"holds the cease-fire\"") == Ids{}));
}

BOOST_FIXTURE_TEST_CASE(a_compound_is_found_in_all_its_spellings, Newsroom) {
  const Ids all{"harbour", "talks", "market"};
  BOOST_TEST((find("ceasefire") == all));
  BOOST_TEST((find("cease-fire") == all));
  BOOST_TEST((find("cease fire") == all));
  BOOST_TEST((find("\"cease fire\"") == all));
  BOOST_TEST((find("\"the ceasefire in\"") == Ids{"harbour"}));
  BOOST_TEST((find("\"to ceasefire before\"") == Ids{"talks"}));
}

BOOST_FIXTURE_TEST_CASE(spelling_variants_take_part_unless_switched_off, Newsroom) {
  BOOST_TEST((find("labor") == Ids{"harbour", "market"}));
  BOOST_TEST((find("finalises") == Ids{"market"}));
  BOOST_TEST((find("\"labor unions\"") == Ids{"harbour"}));
  BOOST_TEST((find("labor", {.expand = false}) == Ids{"market"}));
  const ResultPage page = searcher.search(parsed("labor"));
  BOOST_TEST(page.expansions == std::vector<std::string>{"labor: labour"},
             boost::test_tools::per_element());
}

BOOST_FIXTURE_TEST_CASE(an_exact_word_is_not_stemmed, Newsroom) {
  BOOST_TEST((find("=harbour") == Ids{"harbour"}));
  BOOST_TEST((find("=harbours") == Ids{"undated"}));
}

BOOST_FIXTURE_TEST_CASE(an_exact_word_compares_accents_only_where_they_are_typed, Newsroom) {
  BOOST_TEST((find("=refugies") == Ids{"refugies", "undated"}));
  BOOST_TEST((find("=Refugies") == Ids{"refugies", "undated"}));
  BOOST_TEST((find("=réfugiés") == Ids{"refugies"}));
  BOOST_TEST((find("=refugie") == Ids{}));
}

BOOST_FIXTURE_TEST_CASE(words_with_a_comma_between_are_words_side_by_side, Newsroom) {
  BOOST_TEST((find("harbour,truce") == Ids{"harbour", "market", "undated"}));
  BOOST_TEST((find("+headline:talks,market truce") == Ids{"talks", "market"}));
}

BOOST_FIXTURE_TEST_CASE(diacritics_do_not_matter_but_the_very_form_ranks_higher, Newsroom) {
  BOOST_TEST((find("refugies") == Ids{"refugies", "undated"}));
  BOOST_TEST((find("=réfugiés") == Ids{"refugies"}));
  const auto plain = searcher.search(parsed("refugies")).hits;
  const auto accented = searcher.search(parsed("réfugiés")).hits;
  BOOST_REQUIRE(accented.size() == 2u);
  BOOST_TEST(accented.front().id == "refugies");
  BOOST_TEST(accented.front().score > plain.front().score);
}

BOOST_FIXTURE_TEST_CASE(articles_in_other_languages_are_found_by_their_own_stems, Newsroom) {
  // The French stem of both is "manifest"; the English one of "manifestation" is "manifest" too,
  // but "arrivent" has its own.
  BOOST_TEST((find("arrivaient") == Ids{"refugies"}));
  BOOST_TEST((find("arriver") == Ids{"refugies"}));
}

BOOST_FIXTURE_TEST_CASE(boolean_operators_are_set_algebra, Newsroom) {
  BOOST_TEST((find("harbour AND truce") == Ids{"harbour"}));
  BOOST_TEST((find("harbour OR truce") == Ids{"harbour", "market", "undated"}));
  BOOST_TEST((find("harbour AND NOT truce") == Ids{"undated"}));
  BOOST_TEST((find("+truce harbour") == Ids{"harbour", "market"}));
  BOOST_TEST((find("truce -harbour") == Ids{"market"}));
  BOOST_TEST((find("(talks OR market) AND (truce OR hostilities)") == Ids{"talks", "market"}));
}

BOOST_FIXTURE_TEST_CASE(a_repeated_clause_weighs_as_often_as_it_is_written, Newsroom) {
  for (const char* clause :
       {"truce", "\"harbour truce\"", "said:(vale efforts)", "hostil*", "harber~2",
        "(truce NEAR/3 holds)", "Assad-led OR \"the calm\"", "headline:tru*^2"}) {
    const std::string once(clause);
    for (const std::string& twice :
         {"(" + once + ") (" + once + ")", "(" + once + ") OR (" + once + ")",
          "(" + once + ") AND (" + once + ")"}) {
      const auto expected = searcher.search(parsed("(" + once + ")^2")).hits;
      const auto found = searcher.search(parsed(twice)).hits;
      BOOST_TEST_INFO(twice);
      BOOST_REQUIRE(found.size() == expected.size());
      for (std::size_t i = 0; i < found.size(); ++i) {
        BOOST_TEST(found[i].id == expected[i].id);
        BOOST_TEST(found[i].score == expected[i].score, boost::test_tools::tolerance(1e-6));
      }
    }
  }
  BOOST_TEST((find("+\"harbour truce\" -zebra \"harbour truce\"") == Ids{"harbour"}));
  BOOST_TEST((find("the NEAR/9 the") == find("the NEAR/9 the the NEAR/9 the")));
}

BOOST_FIXTURE_TEST_CASE(filters_restrict_and_do_not_rank, Newsroom) {
  BOOST_TEST((find("truce source:\"evening star\"") == Ids{"market"}));
  BOOST_TEST((find("source:northernpost.example") == Ids{"harbour"}));
  BOOST_TEST((find("source:www.northernpost.example") == Ids{"harbour"}));
  BOOST_TEST((find("speaker:vale") == Ids{"harbour", "talks"}));
  BOOST_TEST((find("speaker:\"Ruth Vale\"") == Ids{"harbour", "talks"}));
  BOOST_TEST((find("speaker:\"Vale Ruth\"") == Ids{"harbour", "talks"}));
  BOOST_TEST((find("author:brandt") == Ids{"harbour"}));
  BOOST_TEST((find("lang:fr") == Ids{"refugies"}));
  BOOST_TEST((find("id:talks") == Ids{"talks"}));
  BOOST_TEST((find("efforts -speaker:lind") == Ids{"harbour"}));
  BOOST_TEST((find("speaker:lind OR lang:fr") == Ids{"talks", "refugies"}));
  const double plain = searcher.search(parsed("truce")).hits.front().score;
  const double filtered = searcher.search(parsed("truce speaker:vale")).hits.front().score;
  BOOST_TEST(plain == filtered);
}

BOOST_FIXTURE_TEST_CASE(dates_include_the_first_and_exclude_the_last_second, Newsroom) {
  BOOST_TEST((find("date:2024-05") == Ids{"harbour", "talks"}));
  BOOST_TEST((find("date:2024-04-20") == Ids{"market"}));
  BOOST_TEST((find("truce date:2024-04-01..2024-04-30") == Ids{"market"}));
  BOOST_TEST((find("harbour until:2030") == Ids{"harbour"}));
  BOOST_TEST((find("date:2023 OR zebra") == Ids{}));
}

BOOST_FIXTURE_TEST_CASE(proximity_counts_words_and_order, Newsroom) {
  BOOST_TEST((find("labour NEAR/3 calm") == Ids{}));
  BOOST_TEST((find("labour NEAR/4 calm") == Ids{"harbour"}));
  BOOST_TEST((find("calm NEAR/4 labour") == Ids{"harbour"}));
  BOOST_TEST((find("calm ADJ/4 labour") == Ids{}));
  BOOST_TEST((find("labour ADJ/4 calm") == Ids{"harbour"}));
  BOOST_TEST((find("(labour OR workers) NEAR/4 (calm OR peace)") == Ids{"harbour"}));
  BOOST_TEST((find("\"cessation of\" ADJ/1 hostilities") == Ids{"talks"}));
}

BOOST_FIXTURE_TEST_CASE(a_distance_from_a_word_that_no_word_matches_finds_nothing, Newsroom) {
  for (const char* query : {"zzzz* NEAR/3 harbour", "harbour NEAR/3 zzzz*", "zzzzq~1 ADJ/2 calm",
                            "zzzz* NEAR/3 zzzzq~1", "(zzzz* OR zebra) NEAR/3 calm"}) {
    BOOST_TEST((find(query) == Ids{}), query);
  }
  BOOST_TEST((find("harbour (zzzz* NEAR/3 calm)") == find("harbour")));
  BOOST_TEST((find("(zzzz* OR labour) NEAR/4 calm") == Ids{"harbour"}));
  BOOST_TEST((find("harbour -(zzzz* NEAR/3 calm)") == find("harbour")));
}

BOOST_FIXTURE_TEST_CASE(said_wants_one_quote_with_everything, Newsroom) {
  BOOST_TEST((find("said:(vale \"monitoring efforts\")") == Ids{"harbour"}));
  BOOST_TEST((find("said:(vale monitoring)") == Ids{"harbour", "talks"}));
  BOOST_TEST((find("said:(vale efforts)") == Ids{"harbour"}));
  BOOST_TEST((find("said:(lind efforts)") == Ids{"talks"}));
  BOOST_TEST((find("said:(otto praise)") == Ids{"talks"}));
  BOOST_TEST((find("said:(lind monitoring)") == Ids{}));
}

BOOST_FIXTURE_TEST_CASE(said_finds_a_name_in_quotation_marks, Newsroom) {
  BOOST_TEST((find("said:(\"otto lind\")") == Ids{"talks"}));
  BOOST_TEST((find("said:(\"otto lind\" efforts)") == Ids{"talks"}));
  BOOST_TEST((find("said:(\"otto lind\" monitoring)") == Ids{}));
  BOOST_TEST((find("said:(\"ruth lind\")") == Ids{}));
}

BOOST_FIXTURE_TEST_CASE(a_word_asked_for_again_is_planned_for_its_language, Newsroom) {
  // German would stem it to "harbour", English leaves it alone.
  for (int round = 0; round < 2; ++round) {
    BOOST_TEST((find("harbouren", {.language = "de"}) == Ids{"harbour", "undated"}));
    BOOST_TEST((find("harbouren", {.language = "en"}) == Ids{}));
  }
}

BOOST_FIXTURE_TEST_CASE(a_word_asked_for_again_has_the_field_and_weight_asked_for, Newsroom) {
  const auto score = [this](const char* query) {
    const auto ids = searcher.search_ids(parsed(query)).ids;
    return ids.empty() ? 0.0 : ids.front().second;
  };
  const double anywhere = score("truce");
  const double heavier = score("truce^2");
  const double in_headline = score("headline:truce");
  BOOST_TEST(heavier > anywhere);
  BOOST_TEST(in_headline != anywhere);
  BOOST_TEST(score("truce") == anywhere);
  BOOST_TEST(score("truce^2") == heavier);
  BOOST_TEST(score("headline:truce") == in_headline);
}

BOOST_FIXTURE_TEST_CASE(a_word_longer_than_any_term_is_found_each_time_it_is_asked_for, Newsroom) {
  const std::string word(3000, 'q');
  for (int round = 0; round < 2; ++round) {
    BOOST_TEST((find(word) == Ids{}));
    BOOST_TEST((find("\"" + word + " truce\"") == Ids{}));
    BOOST_TEST((find(word + " OR truce") == Ids{"harbour", "market"}));
  }
}

BOOST_FIXTURE_TEST_CASE(prefixes_and_similar_spellings_expand_from_the_index, Newsroom) {
  BOOST_TEST((find("hostil*") == Ids{"talks", "undated"}));
  BOOST_TEST((find("ceasefi*") == Ids{"harbour", "market"}));
  BOOST_TEST((find("harber~") == Ids{}));
  BOOST_TEST((find("harbor~1", {.expand = false}) == Ids{"harbour"}));
  BOOST_TEST((find("harber~2") == Ids{"harbour"}));
  BOOST_TEST((find("tracders~ trcue~") == Ids{"harbour", "market"}));
  BOOST_TEST((find("headline:hol*") == Ids{"harbour"}));
}

BOOST_FIXTURE_TEST_CASE(clauses_without_a_word_are_left_out, Newsroom) {
  Query query = parsed("truce AND market");
  query.root.children[1].text = "...";
  BOOST_TEST(searcher.search(query).hits.size() == 2u);
  query.root.children[0].text = "!";
  BOOST_TEST(searcher.search(query).hits.empty());
  BOOST_TEST(searcher.search(Query{}).hits.empty());
}

BOOST_FIXTURE_TEST_CASE(sorting_by_time_puts_unknown_dates_last, Newsroom) {
  SearchOptions options{.sort = SortOrder::Newest};
  const std::vector<std::string> newest{"harbour", "talks", "market", "undated"};
  BOOST_TEST(ids_of(searcher.search(parsed("truce OR hostilities"), options)) == newest,
             boost::test_tools::per_element());
  options.sort = SortOrder::Oldest;
  const std::vector<std::string> oldest{"market", "talks", "harbour", "undated"};
  BOOST_TEST(ids_of(searcher.search(parsed("truce OR hostilities"), options)) == oldest,
             boost::test_tools::per_element());
}

BOOST_FIXTURE_TEST_CASE(pages_follow_one_another, Newsroom) {
  const auto all = ids_of(searcher.search(parsed("truce OR hostilities OR refugies")));
  const ResultPage second =
      searcher.search(parsed("truce OR hostilities OR refugies"), {.limit = 2, .offset = 2});
  BOOST_REQUIRE(second.hits.size() == 2u);
  BOOST_TEST(second.hits[0].id == all[2]);
  BOOST_TEST(second.hits[0].rank == 3u);
  BOOST_TEST(second.hits[1].id == all[3]);
  BOOST_TEST(searcher.search(parsed("truce"), {.offset = 50}).hits.empty());
  const ResultPage none = searcher.search(parsed("truce"), {.limit = 0});
  BOOST_TEST(none.hits.empty());
  BOOST_TEST(none.matches == 2u);
}

BOOST_FIXTURE_TEST_CASE(a_hit_shows_what_is_stored_and_why_it_matched, Newsroom) {
  const ResultPage page = searcher.search(parsed("harbour monitoring"));
  BOOST_REQUIRE(!page.hits.empty());
  const Hit& hit = page.hits.front();
  BOOST_TEST(hit.id == "harbour");
  BOOST_TEST(hit.source == "The Northern Post");
  BOOST_REQUIRE(hit.headline_matches.size() == 1u);
  BOOST_TEST((hit.headline_matches[0] == ByteSpan{0, 7}));
  BOOST_REQUIRE(hit.snippet.matches.size() == 2u);
  const auto marked = [&](const ByteSpan& span) {
    return hit.snippet.text.substr(span.start, span.end - span.start);
  };
  BOOST_TEST(marked(hit.snippet.matches[0]) == "harbour");
  BOOST_TEST(marked(hit.snippet.matches[1]) == "monitoring");
}

BOOST_FIXTURE_TEST_CASE(stored_articles_are_found_by_their_id, Newsroom) {
  BOOST_REQUIRE(searcher.article("talks"));
  BOOST_TEST(searcher.article("talks")->headline == "Talks resume in the valley");
  BOOST_TEST(!searcher.article("nothing"));
}

BOOST_FIXTURE_TEST_CASE(an_explanation_adds_up_to_the_score, Newsroom) {
  for (const char* text : {"truce", "harbour truce", "+harbour truce -zebra", "\"harbour truce\"",
                           "cease fire", "said:(vale efforts)", "réfugiés"}) {
    const Query query = parsed(text);
    for (const Hit& hit : searcher.search(query).hits) {
      const auto explanation = searcher.explain(query, hit.id);
      BOOST_REQUIRE(explanation);
      BOOST_TEST(explanation->value == hit.score, boost::test_tools::tolerance(1e-9));
    }
  }
  BOOST_TEST(!searcher.explain(parsed("truce"), "nothing"));
  BOOST_TEST(searcher.explain(parsed("truce"), "talks")->value == 0);
}

BOOST_FIXTURE_TEST_CASE(terms_are_visited_in_byte_order_with_their_termfreq, Newsroom) {
  std::vector<std::pair<std::string, std::uint64_t>> terms;
  searcher.visit_terms("truc", [&](std::string_view term, std::uint64_t termfreq) {
    terms.emplace_back(term, termfreq);
    return true;
  });
  BOOST_REQUIRE(terms.size() == 1u);
  BOOST_TEST(terms[0].first == "truce");
  BOOST_TEST(terms[0].second == 2u);
}

BOOST_FIXTURE_TEST_CASE(ids_alone_are_those_of_the_hits_with_their_scores, Newsroom) {
  const Query query = parsed("truce harbour monitoring");
  const ResultPage page = searcher.search(query);
  const auto ids = searcher.search_ids(query).ids;
  BOOST_REQUIRE(ids.size() == page.hits.size());
  for (std::size_t i = 0; i < ids.size(); ++i) {
    BOOST_TEST(ids[i].first == page.hits[i].id);
    BOOST_TEST(ids[i].second == page.hits[i].score);
  }
}

BOOST_AUTO_TEST_CASE(a_phrase_is_estimated_by_how_often_its_words_stood_in_order) {
  // Enough postings that they are not all counted. All articles have the words of the phrase, two
  // by two in a row, and one in eight the phrase; one in five has a ferry: 9,000 x (1/5 + 1/8 -
  // 1/40) = 2,700.
  std::vector<Article> articles(9000);
  for (std::size_t i = 0; i < articles.size(); ++i) {
    articles[i].id = std::to_string(i);
    articles[i].body = i % 8 == 0 ? "She said that it rose." : "She said that, but that it fell.";
    if (i % 5 == 0) articles[i].body += " The ferry, a ferry, left.";
    articles[i].published = Timestamp{1'700'000'000 - static_cast<std::int64_t>(i),
                                      TimePrecision::Second, std::int16_t{0}};
    articles[i].language = "en";
  }
  HandIndex index(std::move(articles));
  Searcher searcher = index.searcher();
  for (const char* query : {"ferry \"said that it\"", "ferry (\"said that\" ADJ/1 it)"}) {
    const ResultPage page = searcher.search(parsed(query), {.sort = SortOrder::Newest});
    BOOST_TEST(!page.matches_exact, query);
    BOOST_TEST(page.matches >= 2000u, query << " gave " << page.matches);
    BOOST_TEST(page.matches <= 3600u, query << " gave " << page.matches);
  }
}

BOOST_AUTO_TEST_SUITE_END()
