// SPDX-License-Identifier: GPL-3.0-or-later
/// Threads that succeed or fail together: the first exception stops all, and wait() throws it.
#pragma once

#include <exception>
#include <functional>
#include <mutex>
#include <stop_token>
#include <thread>
#include <vector>

namespace pullquote {

/// start() and wait() from one thread.
class WorkerGroup final {
 public:
  /// @param outer  the caller's wish to stop, passed on to the workers.
  explicit WorkerGroup(std::stop_token outer);
  /// Stops and joins what still runs.
  ~WorkerGroup();
  WorkerGroup(const WorkerGroup&) = delete;
  WorkerGroup& operator=(const WorkerGroup&) = delete;

  /// Triggered when the caller wishes to stop or a worker failed.
  std::stop_token token() const { return source_.get_token(); }

  /// Runs `work(token())` on a thread of its own.
  void start(std::function<void(const std::stop_token&)> work);

  /// Joins all workers. @throws what the first failed one threw, Interrupted when asked to stop.
  void wait();

 private:
  void fail(std::exception_ptr error);

  std::stop_token outer_;
  std::stop_source source_;
  std::stop_callback<std::function<void()>> forward_;
  std::mutex mutex_;
  std::exception_ptr error_;  // guarded by mutex_ until all have joined
  std::vector<std::jthread> threads_;
};

/// @throws Interrupted when `stop` is triggered.
void throw_if_stopped(const std::stop_token& stop);

}  // namespace pullquote
