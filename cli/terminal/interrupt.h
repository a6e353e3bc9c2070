// SPDX-License-Identifier: GPL-3.0-or-later
/// SIGINT and SIGTERM as requests to a stop_token, and ending the process by the signal that came.
#pragma once

#include <csignal>
#include <stop_token>
#include <thread>

namespace pullquote::cli {

/// While it lives, a first SIGINT or SIGTERM requests a stop, and a second one kills the process.
/// Make it before any other thread, because threads inherit the mask that leaves the signals to it.
/// At most one may exist at a time.
class InterruptWatcher final {
 public:
  InterruptWatcher();
  ~InterruptWatcher();
  InterruptWatcher(const InterruptWatcher&) = delete;
  InterruptWatcher& operator=(const InterruptWatcher&) = delete;

  /// The token that is stopped by the first signal. Thread-safe.
  std::stop_token token() const { return stop_.get_token(); }

 private:
  /// The thread's loop.
  void watch();

  std::stop_source stop_;
  sigset_t previous_mask_;  ///< restored by the destructor
  std::thread watcher_;
};

/// Ends the process by the signal that requested the stop, or by SIGINT if there was none. So a
/// shell sees an interruption (130) and ends its script.
[[noreturn]] void die_of_last_signal();

}  // namespace pullquote::cli
