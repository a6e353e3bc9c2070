// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/results/snippet.h"

#include <boost/test/unit_test.hpp>
#include <string>
#include <string_view>

using namespace pullquote;

namespace {

std::string repeated(std::string_view text, unsigned times) {
  std::string all;
  for (unsigned i = 0; i < times; ++i) all += text;
  return all;
}

std::size_t characters_of(std::string_view text) {
  std::size_t count = 0;
  for (const char c : text) count += (static_cast<unsigned char>(c) & 0xC0) != 0x80 ? 1 : 0;
  return count;
}

/// A snippet of 240 characters around the one occurrence of `word`.
Snippet around(const std::string& text, std::string_view word) {
  HighlightClause clause;
  clause.words = {std::string(word)};
  const auto start = static_cast<std::uint32_t>(text.find(word));
  const Occurrence occurrence{{start, start + static_cast<std::uint32_t>(word.size())}, 0};
  return make_snippet(text, {&occurrence, 1}, {clause}, 240);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(snippet)

BOOST_AUTO_TEST_CASE(every_script_gets_as_many_characters) {
  struct Script {
    std::string filling;
    std::string word;
  };
  const Script scripts[] = {{"harbour tides ", "ferry"},
                            {"гавань приливы ", "паром"},
                            {"ميناء والمد ", "عبارة"},
                            {"港口潮汐 今天 ", "渡輪"},
                            {"🚢⚓🌊 🌊🌊 ", "⛴"}};
  for (const Script& script : scripts) {
    const std::string text =
        repeated(script.filling, 60) + script.word + " " + repeated(script.filling, 60);
    const Snippet made = around(text, script.word);
    const std::size_t length = characters_of(made.text);
    BOOST_TEST(length >= 200u, script.word);
    BOOST_TEST(length <= 245u, script.word);
    BOOST_REQUIRE(made.matches.size() == 1u);
    BOOST_TEST(made.text.substr(made.matches[0].start,
                                made.matches[0].end - made.matches[0].start) == script.word);
  }
}

BOOST_AUTO_TEST_CASE(a_text_that_fits_is_shown_whole_whatever_its_script) {
  const std::string text = repeated("паром ", 39) + "паром";  // 239 characters, 434 bytes
  BOOST_TEST(make_snippet(text, {}, {}, 240).text == text);
}

BOOST_AUTO_TEST_CASE(words_240_characters_apart_stand_in_one_snippet_in_any_script) {
  HighlightClause clause;
  clause.importance = 1;
  const std::string text = repeated("начало ", 40) + "паром " + repeated("приливы ", 20) +
                           "гавань " + repeated("конец ", 40);
  const auto at = [&text](std::string_view word) {
    const auto start = static_cast<std::uint32_t>(text.find(word));
    return ByteSpan{start, start + static_cast<std::uint32_t>(word.size())};
  };
  const Occurrence occurrences[] = {{at("паром"), 0}, {at("гавань"), 1}};
  BOOST_TEST(make_snippet(text, occurrences, {clause, clause}, 240).matches.size() == 2u);
}

BOOST_AUTO_TEST_CASE(no_character_is_cut_in_the_middle) {
  const std::string text = repeated("渡", 2000);
  const Snippet made = make_snippet(text, {}, {}, 100);
  BOOST_TEST(characters_of(made.text) * 3 == made.text.size());
  BOOST_TEST(characters_of(made.text) <= 101u);
}

BOOST_AUTO_TEST_SUITE_END()
