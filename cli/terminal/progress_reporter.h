// SPDX-License-Identifier: GPL-3.0-or-later
/// Shows the progress of a build on standard error: messages as lines; progress as one line that is
/// overwritten on a terminal, or as one line a minute elsewhere.
#pragma once

#include <cstddef>
#include <iosfwd>
#include <mutex>
#include <string>

#include "cli/terminal/terminal.h"
#include "pullquote/reporter.h"

namespace pullquote::cli {

/// "reading  [====>    ]  45 %  12,345 articles  2,345/s  0:12 left", at most `columns` wide. Parts
/// that are unknown or do not fit are left out.
std::string progress_line(const Progress& progress, std::size_t columns);

/// Thread-safe.
class ProgressReporter final : public Reporter {
 public:
  /// @param err  must outlive this.
  ProgressReporter(std::ostream& err, const Terminal& terminal);
  ~ProgressReporter() override;
  ProgressReporter(const ProgressReporter&) = delete;
  ProgressReporter& operator=(const ProgressReporter&) = delete;

  /// Prints the message as a line; drops Severity::Debug.
  void message(Severity severity, std::string_view text) override;
  /// Shows the progress, if it is time.
  void progress(const Progress& progress) override;
  /// Removes the progress line from the terminal, so that other output can follow.
  void clear();

 private:
  /// clear() for callers that hold mutex_.
  void clear_locked();

  std::mutex mutex_;  // guards all below
  std::ostream& err_;
  /// Whether the progress line is overwritten: standard error is a terminal.
  const bool overwrite_;
  const std::size_t columns_;     ///< width of the progress line
  bool line_shown_ = false;       ///< a progress line is on the terminal
  std::string stage_;             ///< the stage that next_line_seconds_ counts in
  double next_line_seconds_ = 0;  // within the stage, for logs
};

}  // namespace pullquote::cli
