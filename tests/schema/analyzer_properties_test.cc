// SPDX-License-Identifier: GPL-3.0-or-later
// What holds for every text, tried on generated ones.
#include <boost/test/unit_test.hpp>

#include <chrono>
#include <random>
#include <string>
#include <vector>

#include "pullquote/analyzer.h"
#include "tests/support/token_invariants.h"

namespace {

using pullquote::Analyzer;

/// Pieces with a meaning to some rule, and bytes without any.
const std::vector<std::string> kPieces{"cease",  "fire",     "truce",
                                       "policy", "makers",   "U",
                                       "N",      "s",        "l",
                                       "d",      "1",        "000",
                                       "A",      "a.",       "B.",
                                       "ß",      "é",        "É",
                                       "ﬁ",      "ё",        "Й",
                                       "محمد",   "ـ",        "中国",
                                       "ไทย",    "カ",       "हिन्दी",
                                       "한",     "²",        "İ",
                                       "\u0301", "-",        "‐",
                                       "'",      "’",        "‘",
                                       "&",      "·",        ".",
                                       ",",      ";",        "+",
                                       "#",      " ",        "\n",
                                       "\u00AD", "\u200B",   "\xFF",
                                       "\xC3",   "\xE2\x80", std::string(1, '\0'),
                                       "“",      "…",        "_",
                                       "٣"};

std::string generate(std::mt19937& random, int pieces) {
  std::uniform_int_distribution<std::size_t> pick(0, kPieces.size() - 1);
  std::string text;
  for (int i = 0; i < pieces; ++i) text += kPieces[pick(random)];
  return text;
}

std::string random_bytes(std::mt19937& random, int count) {
  std::uniform_int_distribution<int> pick(0, 255);
  std::string text;
  for (int i = 0; i < count; ++i) text += static_cast<char>(pick(random));
  return text;
}

void check(Analyzer& analyzer, const std::string& text) {
  const char* broken = pullquote::testing::broken_promise(text, analyzer.tokenize(text));
  BOOST_TEST_INFO("text: " << text);
  BOOST_TEST(broken == nullptr, broken);
}

std::string repeated(const std::string& piece, std::size_t bytes) {
  std::string text;
  while (text.size() < bytes) text += piece;
  return text;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(analyzer_properties)

BOOST_AUTO_TEST_CASE(spans_positions_and_terms_are_sound_for_any_text) {
  Analyzer analyzer;
  std::mt19937 random(1);
  for (int i = 0; i < 20'000; ++i) check(analyzer, generate(random, 1 + i % 12));
}

BOOST_AUTO_TEST_CASE(spans_positions_and_terms_are_sound_for_any_bytes) {
  Analyzer analyzer;
  std::mt19937 random(2);
  for (int i = 0; i < 20'000; ++i) check(analyzer, random_bytes(random, 1 + i % 20));
}

BOOST_AUTO_TEST_CASE(lines_are_tokenised_independently_of_each_other) {
  Analyzer analyzer;
  std::mt19937 random(3);
  for (int i = 0; i < 20'000; ++i) {
    const std::string first = generate(random, i % 8);
    const std::string second = generate(random, 1 + i % 5);
    BOOST_TEST_INFO("text: " << first << " | " << second);
    BOOST_TEST(pullquote::testing::lines_are_independent(analyzer, first, second));
  }
}

BOOST_AUTO_TEST_CASE(capital_letters_make_no_difference) {
  Analyzer analyzer;
  std::mt19937 random(5);
  for (int i = 0; i < 20'000; ++i) {
    const std::string text = generate(random, 1 + i % 12);
    std::string small = text;
    for (char& c : small) {
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    std::vector<pullquote::testing::OwnedToken> as_written;
    pullquote::testing::append_tokens(analyzer, text, 0, as_written);
    std::vector<pullquote::testing::OwnedToken> in_small;
    pullquote::testing::append_tokens(analyzer, small, 0, in_small);
    BOOST_TEST_INFO("text: " << text);
    BOOST_TEST((as_written == in_small));
  }
}

BOOST_AUTO_TEST_CASE(a_folded_value_folds_to_itself) {
  std::mt19937 random(4);
  for (int i = 0; i < 5'000; ++i) {
    const std::string text = generate(random, 1 + i % 6);
    const std::string once = pullquote::fold_value(text);
    BOOST_TEST_INFO("text: " << text);
    BOOST_TEST(pullquote::fold_value(once) == once);
  }
}

BOOST_AUTO_TEST_CASE(a_megabyte_of_anything_takes_no_longer_than_a_megabyte_of_words) {
  // Each of these looks ahead for something that never comes. A quadratic step would take minutes.
  Analyzer analyzer;
  const std::size_t size = std::size_t{1} << 20;
  const auto start = std::chrono::steady_clock::now();
  for (const char* piece :
       {"A.", "a",       "a-",  "cease-fire-", "\u00AD", "'",   "a'",  "1,",
        "+",  "a+",      "é",   "\u0301",      "\xC3",   "中",  "ไ",   "مـ",
        "l'", "\u200Bé", "U.S", "a\u00AD",     "a.",     "a.b", "F-1", "f-1s-"}) {
    check(analyzer, repeated(piece, size) + "x");
  }
  const auto elapsed = std::chrono::steady_clock::now() - start;
  BOOST_TEST(elapsed < std::chrono::seconds(120));
}

BOOST_AUTO_TEST_SUITE_END()
