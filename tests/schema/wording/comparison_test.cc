// SPDX-License-Identifier: GPL-3.0-or-later
/// Kinship of wordings that are longer than an alignment.
#include "schema/wording/comparison.h"

#include <boost/test/unit_test.hpp>
#include <random>

namespace pullquote {
namespace {

/// Words that carry content, another text for each seed.
std::vector<WordKey> words(std::size_t count, unsigned seed) {
  std::mt19937 random(seed);
  std::vector<WordKey> keys;
  while (keys.size() < count) {
    const auto key = static_cast<WordKey>(random());
    if (carries_content(key)) keys.push_back(key);
  }
  return keys;
}

std::vector<WordKey> joined(std::vector<WordKey> a, const std::vector<WordKey>& b) {
  a.insert(a.end(), b.begin(), b.end());
  return a;
}

const std::vector<WordKey> kSpeech = words(3000, 1);

std::vector<WordKey> cut(std::size_t from, std::size_t count) {
  const auto begin = kSpeech.begin() + static_cast<std::ptrdiff_t>(from);
  return {begin, begin + static_cast<std::ptrdiff_t>(count)};
}

Kinship kin(const std::vector<WordKey>& longer, const std::vector<WordKey>& shorter) {
  return WordingComparer().compare(longer, shorter).kinship;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(wording_comparison)

BOOST_AUTO_TEST_CASE(a_sentence_is_found_wherever_it_stands_in_a_long_statement) {
  for (const std::size_t from : {0u, 300u, 505u, 1500u, 2980u}) {
    BOOST_TEST((kin(kSpeech, cut(from, 20)) == Kinship::Strong), from);
    BOOST_TEST((kin(kSpeech, cut(std::min<std::size_t>(from, 2500), 500)) == Kinship::Strong));
  }
}

BOOST_AUTO_TEST_CASE(statements_that_only_begin_alike_are_not_one) {
  const std::vector<WordKey> start = words(512, 2);
  BOOST_TEST((kin(joined(start, words(900, 3)), joined(start, words(800, 4))) == Kinship::None));
  BOOST_TEST((kin(joined(words(900, 3), start), joined(words(800, 4), start)) == Kinship::None));
}

BOOST_AUTO_TEST_CASE(a_long_cut_of_a_longer_statement_is_one_with_it) {
  BOOST_TEST((kin(kSpeech, cut(700, 1100)) == Kinship::Strong));
  BOOST_TEST((kin(kSpeech, kSpeech) == Kinship::Strong));
}

BOOST_AUTO_TEST_CASE(words_changed_here_and_there_do_not_part_long_statements) {
  std::vector<WordKey> edited = cut(0, 1000);
  const std::vector<WordKey> other = words(1000, 5);
  for (std::size_t i = 0; i < edited.size(); i += 40) edited[i] = other[i];
  BOOST_TEST((kin(kSpeech, edited) == Kinship::Strong));
}

BOOST_AUTO_TEST_CASE(whoever_asks_for_strong_kin_is_told_of_each) {
  std::mt19937 random(7);
  std::size_t strong = 0;
  for (int round = 0; round < 300; ++round) {
    const std::vector<WordKey> longer = cut(random() % 100, 10 + random() % 700);
    std::vector<WordKey> shorter(longer.begin(), longer.end() - static_cast<int>(random() % 10));
    const std::size_t changes = random() % (shorter.size() / 8 + 1);
    for (std::size_t i = 0; i < changes; ++i) {
      shorter[random() % shorter.size()] = static_cast<WordKey>(random());
    }
    const Kinship any = kin(longer, shorter);
    const Kinship wanted = WordingComparer().compare(longer, shorter, Kinship::Strong).kinship;
    BOOST_TEST((wanted == Kinship::Strong) == (any == Kinship::Strong));
    strong += any == Kinship::Strong ? 1 : 0;
  }
  BOOST_TEST(strong > 50u);
  BOOST_TEST(strong < 250u);
}

BOOST_AUTO_TEST_CASE(short_wordings_are_aligned_as_they_are) {
  BOOST_TEST((kin(cut(0, 30), cut(5, 12)) == Kinship::Strong));
  BOOST_TEST((kin(cut(0, 30), words(12, 6)) == Kinship::None));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace pullquote
