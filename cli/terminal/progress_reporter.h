// SPDX-License-Identifier: GPL-3.0-or-later
/// Where a build's words go: messages to stderr, progress to one overwritten line on a terminal,
/// to one line a minute otherwise.
#pragma once

#include <cstddef>
#include <iosfwd>
#include <mutex>
#include <string>

#include "cli/terminal/terminal.h"
#include "pullquote/reporter.h"

namespace pullquote::cli {

/// "reading [====>    ]  45 %  12,345 articles  2,345/s  0:12 left", at most `columns` wide. What
/// isn't known is left out.
std::string progress_line(const Progress& progress, std::size_t columns);

/// Thread-safe.
class ProgressReporter final : public Reporter {
 public:
  ProgressReporter(std::ostream& err, const Terminal& terminal);
  ~ProgressReporter() override;
  ProgressReporter(const ProgressReporter&) = delete;
  ProgressReporter& operator=(const ProgressReporter&) = delete;

  void message(Severity severity, std::string_view text) override;
  void progress(const Progress& progress) override;
  /// Removes the progress line, so that other output can follow.
  void clear();

 private:
  void clear_locked();

  std::mutex mutex_;  // guards all below
  std::ostream& err_;
  const bool overwrite_;
  const std::size_t columns_;
  bool line_shown_ = false;
  std::string stage_;
  double next_line_seconds_ = 0;  // within the stage, for logs
};

}  // namespace pullquote::cli
