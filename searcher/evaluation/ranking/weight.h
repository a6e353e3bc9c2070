// SPDX-License-Identifier: GPL-3.0-or-later
/// Weights as fixed-point integers.
///
/// Floating-point sums depend on the order of the addends, and clauses are evaluated in the order
/// of their bounds. With integers an article weighs the same in whatever order its clauses are
/// added and whatever part it lies in. A bound that is reached is reached exactly, so that pruning
/// needs no tolerance.
#pragma once

#include <cmath>
#include <cstdint>

namespace pullquote {

/// A weight in units of 2^-32. A clause of the highest boost and rarity stays below 2^47, so that
/// the sum over the 1,024 clauses of a query cannot overflow.
using Weight = std::int64_t;

/// Units in a weight of 1.0: 2^32.
inline constexpr double kWeightUnit = 4294967296.0;

/// Rounds down. `weight` must not be negative and must be below 2^15.
inline Weight to_weight(double weight) {
  return static_cast<Weight>(weight * kWeightUnit);
}

/// The score that users see.
inline double to_score(Weight weight) {
  return static_cast<double>(weight) / kWeightUnit;
}

}  // namespace pullquote
