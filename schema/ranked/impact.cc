// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/ranked/impact.h"

#include <algorithm>
#include <array>
#include <bit>

#include "pullquote/field.h"
#include "schema/analysis/string_hash.h"

namespace pullquote {

namespace {

/// Keeps tf / (tf + normaliser) defined where tf, k1 or a length is zero.
constexpr double kLeast = 1e-9;

/// Raise it when impacts of the same article and parameters change.
constexpr std::uint64_t kScaleVersion = 1;

/// What one word of each group counts in the field's length.
FieldWeights length_weights(RankedField field, const FieldWeights& weights) {
  switch (field) {
    case RankedField::Headline:
      return {.headline = 1, .body = 0, .quote = 0};
    case RankedField::Quote:
      return {.headline = 0, .body = 0, .quote = 1};
    case RankedField::Body:
      return {.headline = 0, .body = weights.body, .quote = weights.quote};
    case RankedField::Combined:
      break;
  }
  return weights;
}

}  // namespace

LengthNormaliser length_normaliser(RankedField field, const RankingParameters& parameters) {
  const FieldWeights weights = length_weights(field, parameters.weights);
  const double average = weights.headline * parameters.average_headline +
                         weights.quote * parameters.average_quotes +
                         weights.body * parameters.average_rest;
  if (!(average > 0)) return {.constant = std::max(parameters.k1, kLeast)};
  const double per_word = parameters.k1 * parameters.b / average;
  return {.constant = std::max(parameters.k1 * (1 - parameters.b), kLeast),
          .headline = per_word * weights.headline,
          .quotes = per_word * weights.quote,
          .rest = per_word * weights.body};
}

double wdf_unit(RankedField field) {
  return field == RankedField::Headline || field == RankedField::Quote ? 1.0 : kWeightScale;
}

std::uint64_t ranking_fingerprint(const RankingParameters& parameters) {
  const std::array<std::uint64_t, 9> numbers{
      kScaleVersion,
      std::bit_cast<std::uint64_t>(parameters.k1),
      std::bit_cast<std::uint64_t>(parameters.b),
      parameters.weights.headline,
      parameters.weights.body,
      parameters.weights.quote,
      std::bit_cast<std::uint64_t>(parameters.average_headline),
      std::bit_cast<std::uint64_t>(parameters.average_quotes),
      std::bit_cast<std::uint64_t>(parameters.average_rest)};
  return hash_of(numbers);
}

}  // namespace pullquote
