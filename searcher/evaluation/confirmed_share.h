// SPDX-License-Identifier: GPL-3.0-or-later
/// How many candidates of a dear check match, judged by those that were checked.
#pragma once

#include <cmath>
#include <cstdint>

namespace pullquote {

/// Candidates of a phrase have its words; in which order they stand is known only of those that
/// were looked at. One more that matches is assumed, so that an estimate before the first check is
/// all candidates and the first failure does not say that there are none.
class ConfirmedShare {
 public:
  void add(bool matched) {
    ++checked_;
    confirmed_ += matched ? 1 : 0;
  }

  /// About how many of so many candidates match.
  std::uint64_t of(std::uint64_t candidates) const {
    const double share = static_cast<double>(confirmed_ + 1) / static_cast<double>(checked_ + 1);
    return static_cast<std::uint64_t>(std::llround(share * static_cast<double>(candidates)));
  }

 private:
  std::uint64_t checked_ = 0;
  std::uint64_t confirmed_ = 0;
};

}  // namespace pullquote
