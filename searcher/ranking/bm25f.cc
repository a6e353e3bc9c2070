// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/ranking/bm25f.h"

#include <algorithm>
#include <cmath>

namespace pullquote {

namespace {

/// Keeps tf / (tf + normaliser) defined where tf, k1 or a length is zero.
constexpr double kLeast = 1e-9;

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

double inverse_document_frequency(std::uint64_t doccount, std::uint64_t termfreq) {
  const auto n = static_cast<double>(doccount);
  const auto df = static_cast<double>(std::min(termfreq, doccount));
  return std::log1p((n - df + 0.5) / (df + 0.5));
}

double wdf_unit(RankedField field) {
  return field == RankedField::Headline || field == RankedField::Quote ? 1.0 : kWeightScale;
}

LeafScorer::LeafScorer(double importance, double unit, RankedField field,
                       const RankingParameters& parameters, const PartColumns& columns)
    : importance_(importance * (parameters.k1 + 1)),
      per_wdf_(1 / unit),
      k1_(parameters.k1),
      normaliser_(length_normaliser(field, parameters)),
      columns_(&columns) {}

Weight LeafScorer::bound(std::uint32_t max_wdf) const {
  const double tf = max_wdf * per_wdf_;
  // One unit more, for the roundings of operator().
  return tf > 0 ? to_weight(importance_ * tf / (tf + normaliser_.constant)) + 1 : 0;
}

double LeafScorer::saturation(DocId docid, std::uint32_t wdf) const {
  const double tf = wdf * per_wdf_;
  return (k1_ + 1) * tf / (tf + length_factor(docid));
}

}  // namespace pullquote
