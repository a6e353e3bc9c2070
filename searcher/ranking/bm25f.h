// SPDX-License-Identifier: GPL-3.0-or-later
/// BM25F, the simple extension of BM25 to weighted fields: occurrences and lengths are summed with
/// their fields' weights first and saturated once.
///
///   weight = idf * (k1 + 1) * tf / (tf + k1 * (1 - b + b * length / average))
///   idf    = ln(1 + (N - df + 0.5) / (df + 0.5))
///
/// S. Robertson, H. Zaragoza, M. Taylor, "Simple BM25 extension to multiple weighted fields", CIKM
/// 2004; S. Robertson, H. Zaragoza, "The probabilistic relevance framework: BM25 and beyond", 2009.
/// The idf is that of Lucene: never negative, so that no word counts against an article.
#pragma once

#include <cstdint>

#include "pullquote/generation.h"
#include "schema/ranked/impact.h"
#include "schema/store/columns.h"
#include "searcher/matching/part_columns.h"
#include "searcher/ranking/weight.h"

namespace pullquote {

/// @param termfreq  at most `doccount`.
double inverse_document_frequency(std::uint64_t doccount, std::uint64_t termfreq);

/// How finely the saturation of a wdf is known.
enum class Precision : std::uint8_t {
  Exact,
  Impacts,  ///< in the steps of the ranked index, so that lists with and without impacts agree
};

/// What one step of impact weighs for a term of that importance (idf * boost).
Weight impact_step(double importance, const RankingParameters& parameters);

/// Weighs the postings of one term in one part.
class LeafScorer {
 public:
  /// @param importance  idf and boost of the term. @param unit  wdf of one plain occurrence.
  /// @param columns     must outlive this.
  LeafScorer(double importance, double unit, RankedField field, const RankingParameters& parameters,
             const PartColumns& columns, Precision precision = Precision::Exact);

  Weight operator()(DocId docid, std::uint32_t wdf) const {
    if (precision_ == Precision::Impacts) return step_ * scale_(wdf, columns_->lengths(docid));
    const double tf = wdf * per_wdf_;
    return to_weight(importance_ * tf / (tf + normaliser_(columns_->lengths(docid))));
  }

  /// No posting with at most this wdf weighs more.
  Weight bound(std::uint32_t max_wdf) const;

  /// The two factors of the weight: idf * boost, and (k1 + 1) * tf / (tf + length_factor).
  double importance() const { return importance_ / (k1_ + 1); }
  double saturation(DocId docid, std::uint32_t wdf) const;
  double length_factor(DocId docid) const { return normaliser_(columns_->lengths(docid)); }

 private:
  double importance_;  ///< idf * boost * (k1 + 1)
  double per_wdf_;
  double k1_;
  LengthNormaliser normaliser_;
  const PartColumns* columns_;
  ImpactScale scale_;
  Weight step_;
  Precision precision_;
};

}  // namespace pullquote
