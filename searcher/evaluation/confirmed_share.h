// SPDX-License-Identifier: GPL-3.0-or-later
/// Estimates how many candidates of an expensive check match, from the candidates checked so far.
#pragma once

#include <cmath>
#include <cstdint>

namespace pullquote {

/// The candidates of a phrase contain its words; whether the words stand in a row is known only for
/// the candidates that were confirmed. The estimated share is (matched + 1) / (checked + 1). So an
/// estimate before the first check is "all candidates", and a first failure does not make it zero.
class ConfirmedShare {
 public:
  /// Notes the outcome of one check.
  void add(bool matched) {
    ++checked_;
    confirmed_ += matched ? 1 : 0;
  }

  /// Estimated number of matches among `candidates` candidates.
  std::uint64_t of(std::uint64_t candidates) const {
    const double share = static_cast<double>(confirmed_ + 1) / static_cast<double>(checked_ + 1);
    return static_cast<std::uint64_t>(std::llround(share * static_cast<double>(candidates)));
  }

 private:
  std::uint64_t checked_ = 0;
  std::uint64_t confirmed_ = 0;
};

}  // namespace pullquote
