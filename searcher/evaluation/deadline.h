// SPDX-License-Identifier: GPL-3.0-or-later
/// The end of the time that a query may take. Evaluation asks once a window, and once in
/// kCandidatesBetween candidates where each of them costs the reading of positions or stored text.
#pragma once

#include <algorithm>
#include <chrono>
#include <cstddef>

namespace pullquote {

/// Immutable. Asking reads the monotonic clock, some 25 ns.
class Deadline final {
 public:
  /// Candidates that are checked between two questions: a few milliseconds at worst.
  static constexpr std::size_t kCandidatesBetween = 16;

  /// @param timeout  from now on; 0: for ever.
  explicit Deadline(std::chrono::milliseconds timeout)
      : limited_(timeout.count() > 0),
        // A day at most, so that the sum cannot overflow.
        end_(Clock::now() + std::min<std::chrono::milliseconds>(timeout, std::chrono::hours(24))) {}

  bool passed() const { return limited_ && Clock::now() >= end_; }

 private:
  using Clock = std::chrono::steady_clock;

  bool limited_;
  Clock::time_point end_;
};

}  // namespace pullquote
