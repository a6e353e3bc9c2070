// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/ranked/impact.h"

#include <boost/test/unit_test.hpp>

#include <cmath>
#include <random>

#include "pullquote/field.h"

BOOST_AUTO_TEST_SUITE(impacts)

using namespace pullquote;

namespace {

const RankingParameters kParameters{.k1 = 1.5,
                                    .b = 0.5,
                                    .weights = {.headline = 20, .body = 10, .quote = 15},
                                    .average_headline = 8,
                                    .average_quotes = 20,
                                    .average_rest = 200};

/// 255 * tf / (tf + k1 * (1 - b + b * length / average)), written out.
double in_255ths(double tf, double length, double average) {
  return 255 * tf / (tf + 1.5 * (0.5 + 0.5 * length / average));
}

}  // namespace

BOOST_AUTO_TEST_CASE(an_impact_is_the_saturation_of_bm25f_in_255ths_rounded) {
  const ImpactScale headline(RankedField::Headline, kParameters);
  const ImpactScale quote(RankedField::Quote, kParameters);
  const ImpactScale combined(RankedField::Combined, kParameters);
  const double average = 20 * 8 + 15 * 20 + 10 * 200;
  for (std::uint32_t length = 0; length < 400; length += 7) {
    for (std::uint32_t wdf = 1; wdf < 300; wdf += 3) {
      const FieldLengths lengths{.headline = 4, .quotes = length, .rest = 100};
      BOOST_TEST(std::abs(headline(wdf, lengths) - in_255ths(wdf, 4, 8)) <= 0.5 + 1e-9);
      BOOST_TEST(std::abs(quote(wdf, lengths) - in_255ths(wdf, length, 20)) <= 0.5 + 1e-9);
      const double weighted = 20 * 4 + 15 * length + 10 * 100;
      BOOST_TEST(std::abs(combined(wdf, lengths) -
                          in_255ths(static_cast<double>(wdf) / kWeightScale, weighted, average)) <=
                 0.5 + 1e-9);
    }
  }
}

BOOST_AUTO_TEST_CASE(only_a_word_that_does_not_occur_has_no_impact) {
  const ImpactScale scale(RankedField::Headline, kParameters);
  const FieldLengths endless{.headline = 65535, .quotes = 0, .rest = 0};
  BOOST_TEST(int{scale(0, endless)} == 0);
  BOOST_TEST(int{scale(1, endless)} == 1);
}

BOOST_AUTO_TEST_CASE(no_article_passes_the_bound_of_a_wdf) {
  std::mt19937 random(1);
  for (const RankedField field :
       {RankedField::Combined, RankedField::Headline, RankedField::Quote, RankedField::Body}) {
    const ImpactScale scale(field, kParameters);
    for (int i = 0; i < 3000; ++i) {
      const auto wdf = static_cast<std::uint32_t>(random() % 500);
      const FieldLengths lengths{.headline = static_cast<std::uint32_t>(random() % 30),
                                 .quotes = static_cast<std::uint32_t>(random() % 300),
                                 .rest = static_cast<std::uint32_t>(random() % 3000)};
      BOOST_TEST(scale(wdf, lengths) <= scale.bound(wdf));
      BOOST_TEST(scale.bound(wdf) <= scale.bound(wdf + 1));
    }
  }
}

BOOST_AUTO_TEST_CASE(an_empty_collection_gives_impacts_without_dividing_by_its_length) {
  const ImpactScale scale(RankedField::Combined, {.k1 = 0, .b = 1, .weights = {}});
  BOOST_TEST(int{scale(1, {})} == 255);
}

BOOST_AUTO_TEST_CASE(the_fingerprint_changes_with_each_parameter) {
  const std::uint64_t before = ranking_fingerprint(kParameters);
  BOOST_TEST(ranking_fingerprint(kParameters) == before);
  std::vector<RankingParameters> changed(8, kParameters);
  changed[0].k1 = 1.6;
  changed[1].b = 0.6;
  changed[2].weights.headline = 21;
  changed[3].weights.body = 11;
  changed[4].weights.quote = 16;
  changed[5].average_headline = 9;
  changed[6].average_quotes = 21;
  changed[7].average_rest = 201;
  for (const RankingParameters& parameters : changed) {
    BOOST_TEST(ranking_fingerprint(parameters) != before);
  }
}

BOOST_AUTO_TEST_SUITE_END()
