// SPDX-License-Identifier: GPL-3.0-or-later
/// How long the stages of one run took.
#pragma once

#include <chrono>
#include <string>
#include <utility>
#include <vector>

namespace pullquote {

/// One thread at a time.
class StageClock {
 public:
  /// Ends the stage that began with the end of the one before.
  void end(const char* name) {
    add(name, since(stage_start_));
    restart();
  }

  /// A stage that was timed elsewhere.
  void add(const char* name, double seconds) { stages_.emplace_back(name, seconds); }

  /// Begins the next stage now.
  void restart() { stage_start_ = Clock::now(); }

  /// Name and wall seconds of each stage, in order.
  const std::vector<std::pair<std::string, double>>& stages() const { return stages_; }

  /// Since this clock was made.
  double seconds() const { return since(start_); }

 private:
  using Clock = std::chrono::steady_clock;

  static double since(Clock::time_point start) {
    return std::chrono::duration<double>(Clock::now() - start).count();
  }

  const Clock::time_point start_ = Clock::now();
  Clock::time_point stage_start_ = start_;
  std::vector<std::pair<std::string, double>> stages_;
};

}  // namespace pullquote
