// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/work/worker_group.h"

#include <utility>

#include "pullquote/error.h"

namespace pullquote {

WorkerGroup::WorkerGroup(std::stop_token outer)
    : outer_(std::move(outer)), forward_(outer_, [this] { source_.request_stop(); }) {}

WorkerGroup::~WorkerGroup() {
  source_.request_stop();
}

void WorkerGroup::start(std::function<void(const std::stop_token&)> work) {
  threads_.emplace_back([this, work = std::move(work)] {
    try {
      work(source_.get_token());
    } catch (...) {
      fail(std::current_exception());
    }
  });
}

void WorkerGroup::fail(std::exception_ptr error) {
  {
    const std::lock_guard lock(mutex_);
    if (!error_) error_ = std::move(error);
  }
  source_.request_stop();
}

void WorkerGroup::wait() {
  for (std::jthread& thread : threads_) thread.join();
  threads_.clear();
  throw_if_stopped(outer_);
  if (error_) std::rethrow_exception(error_);
}

void throw_if_stopped(const std::stop_token& stop) {
  if (!stop.stop_requested()) return;
  throw Interrupted("stopped as asked; what was published before is untouched");
}

}  // namespace pullquote
