// SPDX-License-Identifier: GPL-3.0-or-later
/// Which impacts the list of a stored term has.
#pragma once

#include <string_view>

#include "pullquote/generation.h"
#include "schema/ranked/impact.h"

namespace pullquote {

/// The scales of all fields that have stems. Immutable.
class ImpactScales {
 public:
  explicit ImpactScales(const RankingParameters& ranking)
      : combined_(RankedField::Combined, ranking),
        headline_(RankedField::Headline, ranking),
        quote_(RankedField::Quote, ranking) {}

  /// Of a stem; null of words and filters, whose lists have no impacts. Lives as long as this.
  const ImpactScale* of(std::string_view term) const;

 private:
  ImpactScale combined_;
  ImpactScale headline_;
  ImpactScale quote_;
};

}  // namespace pullquote
