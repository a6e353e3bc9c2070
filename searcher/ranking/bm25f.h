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
#include "schema/ranked/impact.h"
#include "searcher/matching/part_columns.h"
#include "searcher/ranking/weight.h"

namespace pullquote {

/// @param termfreq  at most `doccount`.
double inverse_document_frequency(std::uint64_t doccount, std::uint64_t termfreq);

/// What one step of impact weighs for a term of that importance (idf * boost).
Weight impact_step(double importance, const RankingParameters& parameters);

/// Weighs the postings of one term in one part by their wdfs, in the steps that stored impacts
/// have.
class LeafScorer {
 public:
  /// @param importance  idf and boost of the term. @param columns  must outlive this.
  LeafScorer(double importance, RankedField field, const RankingParameters& parameters,
             const PartColumns& columns)
      : scale_(field, parameters), step_(impact_step(importance, parameters)), columns_(&columns) {}

  Impact impact(DocId docid, std::uint32_t wdf) const {
    return scale_(wdf, columns_->lengths(docid));
  }
  Weight operator()(DocId docid, std::uint32_t wdf) const { return step_ * impact(docid, wdf); }

  /// No posting with at most this wdf weighs more.
  Weight bound(std::uint32_t max_wdf) const { return step_ * scale_.bound(max_wdf); }

  /// No posting with a lower wdf weighs more than `needed`. At most UINT32_MAX, whatever that
  /// weighs.
  std::uint32_t least_wdf(Weight needed) const;

  /// What one unit of impact weighs.
  Weight step() const { return step_; }

 private:
  ImpactScale scale_;
  Weight step_;
  const PartColumns* columns_;
};

}  // namespace pullquote
