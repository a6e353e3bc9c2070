// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/evaluation/ranking/bm25f.h"

#include <algorithm>
#include <cmath>

#include "schema/ranked/impact.h"

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

}  // namespace pullquote
