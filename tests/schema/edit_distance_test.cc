// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/analysis/edit_distance.h"

#include <boost/test/unit_test.hpp>

#include <random>
#include <set>
#include <string>

namespace {

using pullquote::edit_distance;

constexpr std::size_t kFar = 100;

/// All words that one edit makes of `word`, over a small alphabet.
std::set<std::string> one_edit_away(const std::string& word) {
  std::set<std::string> words;
  for (std::size_t i = 0; i <= word.size(); ++i) {
    for (const char c : {'a', 'b', 'c'}) {
      words.insert(word.substr(0, i) + c + word.substr(i));
      if (i < word.size()) words.insert(word.substr(0, i) + c + word.substr(i + 1));
    }
    if (i < word.size()) words.insert(word.substr(0, i) + word.substr(i + 1));
    if (i + 1 < word.size()) {
      words.insert(word.substr(0, i) + word[i + 1] + word[i] + word.substr(i + 2));
    }
  }
  words.erase(word);
  return words;
}

std::string random_word(std::mt19937& random) {
  std::string word(random() % 7, ' ');
  for (char& c : word) c = static_cast<char>('a' + random() % 3);
  return word;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(edit_distances)

BOOST_AUTO_TEST_CASE(insertions_deletions_replacements_and_swaps_count) {
  BOOST_TEST(edit_distance("", "", kFar) == 0u);
  BOOST_TEST(edit_distance("", "abc", kFar) == 3u);
  BOOST_TEST(edit_distance("search", "serch", kFar) == 1u);
  BOOST_TEST(edit_distance("search", "saerch", kFar) == 1u);
  BOOST_TEST(edit_distance("kitten", "sitting", kFar) == 3u);
  BOOST_TEST(edit_distance("ca", "abc", kFar) == 3u);  // a swapped letter is not touched again
}

BOOST_AUTO_TEST_CASE(letters_are_code_points) {
  BOOST_TEST(edit_distance(U"алеппо", U"алепо", kFar) == 1u);
  BOOST_TEST(edit_distance(U"алеппо", U"елаппо", kFar) == 2u);
}

BOOST_AUTO_TEST_CASE(one_edit_is_a_distance_of_one) {
  std::mt19937 random(1);
  for (int i = 0; i < 300; ++i) {
    const std::string word = random_word(random);
    const std::set<std::string> near = one_edit_away(word);
    for (const std::string& other : near) BOOST_TEST(edit_distance(word, other, 1) == 1u);
    const std::string other = random_word(random);
    const bool is_near = other == word || near.contains(other);
    BOOST_TEST((edit_distance(word, other, 1) <= 1) == is_near, word + " " + other);
  }
}

BOOST_AUTO_TEST_CASE(a_limit_changes_nothing_below_it) {
  std::mt19937 random(2);
  for (int i = 0; i < 3000; ++i) {
    const std::string a = random_word(random);
    const std::string b = random_word(random);
    const std::size_t distance = edit_distance(a, b, kFar);
    BOOST_TEST(distance == edit_distance(b, a, kFar));
    for (std::size_t limit = 0; limit < 4; ++limit) {
      BOOST_TEST(edit_distance(a, b, limit) == std::min(distance, limit + 1), a + " " + b);
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()
