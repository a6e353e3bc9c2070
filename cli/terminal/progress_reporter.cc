// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/terminal/progress_reporter.h"

#include <algorithm>
#include <ostream>

#include "cli/terminal/escape.h"
#include "cli/terminal/numbers.h"
#include "cli/terminal/text_layout.h"

namespace pullquote::cli {
namespace {

/// Seconds between lines where progress is not overwritten.
constexpr double kSecondsBetweenLogLines = 60;
constexpr std::size_t kBarWidth = 20;

/// The share that is done, 0 to 1; 0 when the total is unknown.
double share_of(const Progress& progress) {
  if (progress.total == 0) return 0;
  return std::min(1.0, static_cast<double>(progress.done) / static_cast<double>(progress.total));
}

/// "[====>               ]".
std::string bar(double share) {
  const auto filled = static_cast<std::size_t>(share * static_cast<double>(kBarWidth));
  std::string text = "[" + std::string(filled, '=');
  if (filled < kBarWidth) text += '>';
  text.resize(kBarWidth + 1, ' ');
  return text + "]";
}

/// "0:12", "1:02:03".
std::string clock_text(double seconds) {
  const auto whole = static_cast<std::uint64_t>(seconds + 0.5);
  const auto two_digits = [](std::uint64_t n) { return (n < 10 ? ":0" : ":") + std::to_string(n); };
  const std::uint64_t minutes = whole / 60;
  if (minutes < 60) return std::to_string(minutes) + two_digits(whole % 60);
  return std::to_string(minutes / 60) + two_digits(minutes % 60) + two_digits(whole % 60);
}

/// The time left if the rest takes as long as the part done; empty while that is a guess.
std::string remaining(const Progress& progress) {
  const double share = share_of(progress);
  if (share < 0.01 || progress.seconds < 0.5) return "";
  return clock_text(progress.seconds * (1 - share) / share) + " left";
}

/// The beginning of a message's line.
std::string_view name_of(Severity severity) {
  switch (severity) {
    case Severity::Error:
      return "error: ";
    case Severity::Warning:
      return "warning: ";
    case Severity::Info:
    case Severity::Debug:
      return "";
  }
  return "";
}

}  // namespace

std::string progress_line(const Progress& progress, std::size_t columns) {
  std::string line(progress.stage);
  const auto add = [&](const std::string& part) {
    if (!part.empty() && display_width(line) + 2 + part.size() <= columns) line += "  " + part;
  };
  if (progress.total > 0) {
    const auto percent = static_cast<unsigned>(share_of(progress) * 100);
    std::string number = std::to_string(percent) + " %";
    number.insert(0, 5 - number.size(), ' ');
    add(bar(share_of(progress)) + number);
  }
  if (progress.articles > 0) {
    add(counted(progress.articles, "article", "articles"));
    if (progress.seconds > 0) {
      const double rate = static_cast<double>(progress.articles) / progress.seconds;
      add(grouped(static_cast<std::uint64_t>(rate)) + "/s");
    }
  } else if (progress.total == 0 && progress.done > 0) {
    add(grouped(progress.done) + " " + std::string(progress.unit));
  }
  add(remaining(progress));
  return line;
}

ProgressReporter::ProgressReporter(std::ostream& err, const Terminal& terminal)
    : err_(err), overwrite_(terminal.err_is_terminal), columns_(terminal.columns - 1) {}

ProgressReporter::~ProgressReporter() {
  clear();
}

void ProgressReporter::message(Severity severity, std::string_view text) {
  if (severity == Severity::Debug) return;
  const std::lock_guard lock(mutex_);
  clear_locked();
  err_ << name_of(severity) << escape_for_terminal(text) << std::endl;
}

void ProgressReporter::progress(const Progress& progress) {
  const std::lock_guard lock(mutex_);
  if (overwrite_) {
    err_ << "\r" << progress_line(progress, columns_) << "\x1b[K" << std::flush;
    line_shown_ = true;
    return;
  }
  if (progress.stage != stage_) {
    stage_ = progress.stage;
    next_line_seconds_ = kSecondsBetweenLogLines;
  }
  if (progress.seconds < next_line_seconds_) return;
  next_line_seconds_ = progress.seconds + kSecondsBetweenLogLines;
  err_ << progress_line(progress, 200) << std::endl;
}

void ProgressReporter::clear() {
  const std::lock_guard lock(mutex_);
  clear_locked();
}

void ProgressReporter::clear_locked() {
  if (!line_shown_) return;
  err_ << "\r\x1b[K" << std::flush;
  line_shown_ = false;
}

}  // namespace pullquote::cli
