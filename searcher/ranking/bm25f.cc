// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/ranking/bm25f.h"

#include <algorithm>
#include <cmath>

namespace pullquote {

double inverse_document_frequency(std::uint64_t doccount, std::uint64_t termfreq) {
  const auto n = static_cast<double>(doccount);
  const auto df = static_cast<double>(std::min(termfreq, doccount));
  return std::log1p((n - df + 0.5) / (df + 0.5));
}

Weight impact_step(double importance, const RankingParameters& parameters) {
  // At least 1, so that a match always weighs more than none.
  return std::max<Weight>(to_weight(importance * (parameters.k1 + 1) / kHighestImpact), 1);
}

LeafScorer::LeafScorer(double importance, double unit, RankedField field,
                       const RankingParameters& parameters, const PartColumns& columns,
                       Precision precision)
    : importance_(importance * (parameters.k1 + 1)),
      per_wdf_(1 / unit),
      k1_(parameters.k1),
      normaliser_(length_normaliser(field, parameters)),
      columns_(&columns),
      scale_(field, parameters),
      step_(impact_step(importance, parameters)),
      precision_(precision) {}

Weight LeafScorer::bound(std::uint32_t max_wdf) const {
  if (precision_ == Precision::Impacts) return step_ * scale_.bound(max_wdf);
  const double tf = max_wdf * per_wdf_;
  // One unit more, for the roundings of operator().
  return tf > 0 ? to_weight(importance_ * tf / (tf + normaliser_.constant)) + 1 : 0;
}

double LeafScorer::saturation(DocId docid, std::uint32_t wdf) const {
  const double tf = wdf * per_wdf_;
  return (k1_ + 1) * tf / (tf + length_factor(docid));
}

}  // namespace pullquote
