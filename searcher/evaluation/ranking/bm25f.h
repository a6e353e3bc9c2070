// SPDX-License-Identifier: GPL-3.0-or-later
/// BM25F, the simple extension of BM25 to weighted fields: occurrences and lengths are summed with
/// their fields' weights first and saturated once.
///
///   weight = idf * (k1 + 1) * tf / (tf + k1 * (1 - b + b * length / average))
///   idf    = ln(1 + (N - df + 0.5) / (df + 0.5))
///
/// S. Robertson, H. Zaragoza, M. Taylor, "Simple BM25 extension to multiple weighted fields", CIKM
/// 2004; S. Robertson, H. Zaragoza, "The probabilistic relevance framework: BM25 and beyond", 2009.
/// The idf is that of Lucene: never negative, so that no word counts against an article. The rest
/// of the formula is rounded to an impact (schema/ranked/impact.h), whether it is stored or
/// computed.
#pragma once

#include <cstdint>

#include "pullquote/generation.h"
#include "searcher/evaluation/ranking/weight.h"

namespace pullquote {

/// @param termfreq  at most `doccount`.
double inverse_document_frequency(std::uint64_t doccount, std::uint64_t termfreq);

/// What one step of impact weighs for a term of that importance (idf * boost).
Weight impact_step(double importance, const RankingParameters& parameters);

}  // namespace pullquote
