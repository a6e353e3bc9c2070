// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/wording/alignment.h"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <random>
#include <string_view>
#include <vector>

#include "schema/wording/kinship.h"

namespace pullquote {
namespace {

std::vector<WordKey> keys_of(std::string_view text) {
  WordingReader reader;
  Wording wording;
  reader.read(text, wording);
  return wording.keys;
}

Kinship kinship_of(std::string_view a, std::string_view b) {
  const auto first = keys_of(a);
  const auto second = keys_of(b);
  return kinship(Aligner().align(first, second), {first.size(), 0}, {second.size(), 0});
}

/// Longest common subsequence by the book.
std::size_t common_by_table(const std::vector<WordKey>& a, const std::vector<WordKey>& b) {
  std::vector<std::vector<std::size_t>> length(a.size() + 1,
                                               std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 1; i <= a.size(); ++i) {
    for (std::size_t j = 1; j <= b.size(); ++j) {
      length[i][j] = a[i - 1] == b[j - 1] ? length[i - 1][j - 1] + 1
                                          : std::max(length[i - 1][j], length[i][j - 1]);
    }
  }
  return length[a.size()][b.size()];
}

std::vector<WordKey> random_keys(std::mt19937& random, std::size_t most, std::size_t vocabulary) {
  std::vector<WordKey> keys(random() % (most + 1));
  for (WordKey& key : keys) key = static_cast<WordKey>(random() % vocabulary);
  return keys;
}

std::vector<WordKey> only_content(std::vector<WordKey> keys) {
  std::erase_if(keys, [](WordKey key) { return !carries_content(key); });
  return keys;
}

BOOST_AUTO_TEST_SUITE(alignment)

BOOST_AUTO_TEST_CASE(it_finds_the_passage_that_two_cuts_share) {
  const auto a = keys_of("today we said that the harbour pilots reject the offer");
  const auto b = keys_of("the harbour pilots reject the offer and will strike tomorrow");
  const Alignment found = Aligner().align(a, b);
  BOOST_TEST(found.matched == 6u);
  BOOST_TEST(found.content == 4u);  // harbour pilots reject offer
  BOOST_TEST(found.a_begin == 4u);
  BOOST_TEST(found.a_end == a.size());
  BOOST_TEST(found.b_begin == 0u);
  BOOST_TEST(found.b_end == 6u);
}

BOOST_AUTO_TEST_CASE(a_leap_bridges_an_ellipsis_and_single_edits_cost_little) {
  const auto whole = keys_of(
      "the harbour pilots reject the offer that the council made on monday and will strike "
      "tomorrow");
  const auto cut = keys_of("the harbour pilots reject the offer ... and will strike tomorrow");
  BOOST_TEST(Aligner().align(whole, cut).matched == 10u);
  const auto edited = keys_of("the port pilots reject an offer that the council made monday");
  // "the" before the first edit would not pay for it.
  BOOST_TEST(Aligner().align(whole, edited).matched == 8u);
}

BOOST_AUTO_TEST_CASE(nothing_in_common_is_nothing) {
  const Alignment found = Aligner().align(keys_of("harbour pilots"), keys_of("council members"));
  BOOST_TEST(found.matched == 0u);
  BOOST_TEST(Aligner().align({}, keys_of("council")).matched == 0u);
}

BOOST_AUTO_TEST_CASE(common_content_is_the_longest_common_subsequence_of_words_with_content) {
  std::mt19937 random(7);
  CommonContent common;
  for (int round = 0; round < 400; ++round) {
    const auto a = random_keys(random, 180, 3 + random() % 60);
    const auto b = random_keys(random, 180, 3 + random() % 60);
    BOOST_TEST(common.count(a, b) == common_by_table(only_content(a), only_content(b)));
  }
}

BOOST_AUTO_TEST_CASE(no_alignment_matches_more_content_than_is_common) {
  std::mt19937 random(11);
  CommonContent common;
  Aligner aligner;
  for (int round = 0; round < 400; ++round) {
    const auto a = random_keys(random, 60, 40);
    const auto b = random_keys(random, 60, 40);
    BOOST_TEST(aligner.align(a, b).content <= common.count(a, b));
  }
}

BOOST_AUTO_TEST_CASE(common_words_are_pairs_of_equal_words_in_order) {
  std::mt19937 random(13);
  for (int round = 0; round < 200; ++round) {
    const auto a = random_keys(random, 50, 20);
    const auto b = random_keys(random, 50, 20);
    const auto pairs = common_words(a, b);
    BOOST_TEST(pairs.size() == common_by_table(a, b));
    for (std::size_t i = 0; i < pairs.size(); ++i) {
      BOOST_TEST(a[pairs[i].first] == b[pairs[i].second]);
      BOOST_TEST((i == 0 ||
                  (pairs[i - 1].first < pairs[i].first && pairs[i - 1].second < pairs[i].second)));
    }
  }
}

BOOST_AUTO_TEST_CASE(a_cut_of_five_words_with_content_is_kin_of_the_whole) {
  const auto* whole =
      "To make this last, we are working with every side to finalise stronger monitoring of the "
      "truce";
  BOOST_CHECK(kinship_of(whole, "finalize stronger monitoring of the truce") == Kinship::Strong);
  BOOST_CHECK(kinship_of(whole, "working with every side to finalise monitoring of a truce") >=
              Kinship::Likely);
}

BOOST_AUTO_TEST_CASE(a_few_plain_words_are_never_more_than_weak_kin) {
  BOOST_CHECK(kinship_of("we are ready to go there", "we are ready to go there and you know it") <
              Kinship::Likely);
  BOOST_CHECK(kinship_of("no comment", "no comment on the harbour strike") == Kinship::None);
}

BOOST_AUTO_TEST_CASE(cuts_that_overlap_at_their_ends_are_likely_kin) {
  BOOST_CHECK(
      kinship_of(
          "the river rose faster than our engineers had ever measured in this valley",
          "faster than our engineers had ever measured in this valley, and nobody was warned "
          "before the bridges closed") == Kinship::Likely);
}

BOOST_AUTO_TEST_CASE(two_statements_with_a_formula_in_common_are_not_kin) {
  BOOST_CHECK(
      kinship_of(
          "the bank kept its main rate at four percent, in line with the expectations of most "
          "analysts, after inflation slowed in spring",
          "the ministry published the harvest figures, in line with the expectations of most "
          "analysts, although farmers had complained of drought") == Kinship::None);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace pullquote
