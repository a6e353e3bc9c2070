// SPDX-License-Identifier: GPL-3.0-or-later
/// BM25F, the simple extension of BM25 to weighted fields: term frequencies and lengths are summed
/// over the fields with the fields' weights, and the sum saturates once.
///
///   weight = idf * (k1 + 1) * tf / (tf + k1 * (1 - b + b * length / average))
///   idf    = ln(1 + (N - df + 0.5) / (df + 0.5))
///
/// S. Robertson, H. Zaragoza, M. Taylor, "Simple BM25 extension to multiple weighted fields", CIKM
/// 2004; S. Robertson, H. Zaragoza, "The probabilistic relevance framework: BM25 and beyond", 2009.
/// The idf is Lucene's, which is never negative: no word counts against an article. The fraction tf
/// / (tf + ...) is rounded to an impact, a number from 1 to 255 (schema/ranked/impact.h), whether
/// it is stored in the index or computed at query time. So a posting weighs
///
///   impact_step(idf * boost) * impact
#pragma once

#include <cstdint>

#include "pullquote/generation.h"
#include "searcher/evaluation/ranking/weight.h"

namespace pullquote {

/// The idf of a term in `termfreq` of `doccount` documents. A higher `termfreq` counts as
/// `doccount`.
double inverse_document_frequency(std::uint64_t doccount, std::uint64_t termfreq);

/// The weight of one unit of impact for a term with this importance (idf * boost); at least 1.
Weight impact_step(double importance, const RankingParameters& parameters);

}  // namespace pullquote
