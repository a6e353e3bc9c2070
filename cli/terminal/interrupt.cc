// SPDX-License-Identifier: GPL-3.0-or-later
/// A thread waits for the signals with sigwait(). No signal handler runs, so that the code is not
/// limited to functions that are safe in handlers. SIGUSR1 ends the thread: only the destructor
/// sends it, to this thread alone.
#include "cli/terminal/interrupt.h"

#include <pthread.h>

#include <atomic>
#include <cstdlib>

namespace pullquote::cli {
namespace {

/// The signal that asked for the stop; 0 for none.
std::atomic<int> last_signal{0};

/// Whether the signal is ignored, as a shell arranges for background processes.
bool is_ignored(int signal) {
  struct sigaction action {};
  return sigaction(signal, nullptr, &action) == 0 && action.sa_handler == SIG_IGN;
}

/// The signals that the thread waits for.
sigset_t watched_signals() {
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, SIGUSR1);
  for (const int signal : {SIGHUP, SIGINT, SIGTERM}) {
    if (!is_ignored(signal)) sigaddset(&set, signal);
  }
  return set;
}

/// Ends the process by `signal`.
[[noreturn]] void die_of(int signal) {
  std::signal(signal, SIG_DFL);
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, signal);
  pthread_sigmask(SIG_UNBLOCK, &set, nullptr);
  raise(signal);
  std::_Exit(128 + signal);
}

}  // namespace

InterruptWatcher::InterruptWatcher() {
  const sigset_t watched = watched_signals();
  pthread_sigmask(SIG_BLOCK, &watched, &previous_mask_);
  watcher_ = std::thread([this] { watch(); });
}

InterruptWatcher::~InterruptWatcher() {
  pthread_kill(watcher_.native_handle(), SIGUSR1);
  watcher_.join();
  pthread_sigmask(SIG_SETMASK, &previous_mask_, nullptr);
}

void InterruptWatcher::watch() {
  const sigset_t watched = watched_signals();
  for (;;) {
    int signal = 0;
    sigwait(&watched, &signal);
    if (signal == SIGUSR1) return;
    if (stop_.stop_requested()) die_of(signal);
    last_signal = signal;
    stop_.request_stop();
  }
}

void die_of_last_signal() {
  const int signal = last_signal;
  die_of(signal == 0 ? SIGINT : signal);
}

}  // namespace pullquote::cli
