// SPDX-License-Identifier: GPL-3.0-or-later
/// What one term adds to the score of one article, idf apart, in one byte.
///
/// BM25F (searcher/evaluation/ranking/bm25f.h) weighs a posting idf * (k1 + 1) * tf / (tf + K),
/// where tf is the weighted wdf and K = k1 * (1 - b + b * length / average). The fraction lies
/// between 0 and 1 and is known when the index is built; the idf comes from the statistics at query
/// time, so that parts of a generation and later deltas share one scale. An impact is the fraction
/// in 255ths, rounded, at least 1: one scale for the combined field, the headline and the quotes.
/// (V. Anh, A. Moffat, "Pruned query evaluation using pre-computed impacts", SIGIR 2006.)
#pragma once

#include <cstdint>

#include "pullquote/generation.h"
#include "schema/store/columns.h"

namespace pullquote {

/// Where a word's occurrences are counted, and which length they are measured against.
enum class RankedField : std::uint8_t {
  Combined,  ///< everything, weighted by field
  Headline,
  Quote,
  Body,  ///< everything but the headline, quotes weighted
};

/// k1 * (1 - b + b * length / average) as a linear function of the stored lengths.
struct LengthNormaliser {
  double constant = 0;
  double headline = 0;
  double quotes = 0;
  double rest = 0;

  double operator()(const FieldLengths& lengths) const {
    return constant + headline * lengths.headline + quotes * lengths.quotes + rest * lengths.rest;
  }
};

/// A reference length of zero (an index without such words) normalises nothing.
LengthNormaliser length_normaliser(RankedField field, const RankingParameters& parameters);

/// One occurrence in plain text, in the wdf of this field's stemmed list.
double wdf_unit(RankedField field);

using Impact = std::uint8_t;

inline constexpr Impact kHighestImpact = 255;

/// Impacts of one field. Immutable.
class ImpactScale {
 public:
  ImpactScale(RankedField field, const RankingParameters& parameters)
      : per_wdf_(1 / wdf_unit(field)), normaliser_(length_normaliser(field, parameters)) {}

  /// 0 for a wdf of 0, else at least 1.
  Impact operator()(std::uint32_t wdf, const FieldLengths& lengths) const {
    return impact(wdf, normaliser_(lengths));
  }

  /// No article gives this wdf, or a lower one, a higher impact.
  Impact bound(std::uint32_t wdf) const { return impact(wdf, normaliser_.constant); }

 private:
  Impact impact(std::uint32_t wdf, double length_factor) const {
    if (wdf == 0) return 0;
    const double tf = wdf * per_wdf_;
    const auto rounded = static_cast<Impact>(kHighestImpact * (tf / (tf + length_factor)) + 0.5);
    return rounded == 0 ? Impact{1} : rounded;
  }

  double per_wdf_;
  LengthNormaliser normaliser_;
};

/// A hash of everything that impacts depend on besides the articles: k1, b, weights, reference
/// lengths, and the scale itself.
std::uint64_t ranking_fingerprint(const RankingParameters& parameters);

}  // namespace pullquote
