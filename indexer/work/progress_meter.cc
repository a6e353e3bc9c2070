// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/work/progress_meter.h"

namespace pullquote {
namespace {

constexpr double kSecondsBetweenReports = 0.2;

}  // namespace

ProgressMeter::ProgressMeter(Reporter& reporter, std::string_view stage, std::string_view unit,
                             std::uint64_t total)
    : reporter_(reporter),
      stage_(stage),
      unit_(unit),
      start_(std::chrono::steady_clock::now()),
      total_(total) {
  tell_sometimes();
}

ProgressMeter::~ProgressMeter() {
  tell();
}

void ProgressMeter::add(std::uint64_t done, std::uint64_t articles) {
  done_.fetch_add(done, std::memory_order_relaxed);
  articles_.fetch_add(articles, std::memory_order_relaxed);
  tell_sometimes();
}

void ProgressMeter::set(std::uint64_t done, std::uint64_t total) {
  done_.store(done, std::memory_order_relaxed);
  total_.store(total, std::memory_order_relaxed);
  tell_sometimes();
}

double ProgressMeter::seconds() const {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count();
}

void ProgressMeter::tell_sometimes() {
  double due = next_report_.load(std::memory_order_relaxed);
  const double now = seconds();
  // One of the threads that find the report due wins the exchange and makes it.
  if (now >= due && next_report_.compare_exchange_strong(due, now + kSecondsBetweenReports)) tell();
}

void ProgressMeter::tell() {
  reporter_.progress({stage_, done_.load(std::memory_order_relaxed),
                      total_.load(std::memory_order_relaxed), unit_,
                      articles_.load(std::memory_order_relaxed), seconds()});
}

}  // namespace pullquote
