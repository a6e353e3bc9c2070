// SPDX-License-Identifier: GPL-3.0-or-later
/// SIGINT and SIGTERM as a stop_token, and dying of them.
#pragma once

#include <csignal>
#include <stop_token>
#include <thread>

namespace pullquote::cli {

/// While it lives, SIGINT and SIGTERM ask for a stop instead of killing. The second one kills.
/// Make it before any other thread, so that all of them leave the signals to it. One at a time.
class InterruptWatcher final {
 public:
  InterruptWatcher();
  ~InterruptWatcher();
  InterruptWatcher(const InterruptWatcher&) = delete;
  InterruptWatcher& operator=(const InterruptWatcher&) = delete;

  std::stop_token token() const { return stop_.get_token(); }

 private:
  void watch();

  std::stop_source stop_;
  sigset_t previous_mask_;
  std::thread watcher_;
};

/// Ends the process by the signal that asked for the stop (SIGINT when there was none), so that a
/// shell sees an interruption (130) and ends its script.
[[noreturn]] void die_of_last_signal();

}  // namespace pullquote::cli
