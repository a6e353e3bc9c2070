// SPDX-License-Identifier: GPL-3.0-or-later
/// Weights as whole numbers.
///
/// Sums of floating-point numbers depend on the order of the addends, and the order in which lists
/// are evaluated depends on their bounds. In fixed point the same article weighs the same whatever
/// the order and whatever part it lies in, and a bound that is reached exactly is reached exactly,
/// so pruning needs no tolerance.
#pragma once

#include <cmath>
#include <cstdint>

namespace pullquote {

/// What the ranker computes, in units of 2^-32. A clause of the highest boost and rarity stays
/// below 2^47, so that a query's 1,024 clauses cannot overflow.
using Weight = std::int64_t;

inline constexpr double kWeightUnit = 4294967296.0;

/// Rounds down; `weight` is not negative and below 2^15.
inline Weight to_weight(double weight) {
  return static_cast<Weight>(weight * kWeightUnit);
}

/// What a user sees.
inline double to_score(Weight weight) {
  return static_cast<double>(weight) / kWeightUnit;
}

}  // namespace pullquote
