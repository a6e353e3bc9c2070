// SPDX-License-Identifier: GPL-3.0-or-later
/// Counts what the workers of one stage have done and tells the reporter a few times a second.
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <string_view>

#include "pullquote/reporter.h"

namespace pullquote {

/// Thread-safe.
class ProgressMeter final {
 public:
  /// Reports once at the start. The views must outlive the meter.
  ProgressMeter(Reporter& reporter, std::string_view stage, std::string_view unit,
                std::uint64_t total);
  /// Reports the final figures.
  ~ProgressMeter();
  ProgressMeter(const ProgressMeter&) = delete;
  ProgressMeter& operator=(const ProgressMeter&) = delete;

  void add(std::uint64_t done, std::uint64_t articles);
  /// For stages whose done and total are counted elsewhere.
  void set(std::uint64_t done, std::uint64_t total);

  double seconds() const;

 private:
  void tell_sometimes();
  void tell();

  Reporter& reporter_;
  const std::string_view stage_;
  const std::string_view unit_;
  const std::chrono::steady_clock::time_point start_;
  std::atomic<std::uint64_t> done_ = 0;
  std::atomic<std::uint64_t> total_;
  std::atomic<std::uint64_t> articles_ = 0;
  std::atomic<double> next_report_ = 0;  // seconds since start_
};

}  // namespace pullquote
