// SPDX-License-Identifier: GPL-3.0-or-later
/// A queue bounded by bytes: the producer waits while the consumers are behind, so that memory
/// stays bounded however large the input is.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <mutex>
#include <optional>
#include <stop_token>
#include <utility>

namespace pullquote {

/// Thread-safe. Every wait ends when its stop token is triggered.
template <class Item>
class BoundedQueue {
 public:
  explicit BoundedQueue(std::size_t capacity_bytes) : capacity_bytes_(capacity_bytes) {}

  /// Waits for room. An item larger than the whole queue goes in when the queue is empty.
  /// @return false when stopped or closed; the item is lost then.
  bool push(Item item, std::size_t bytes, const std::stop_token& stop) {
    std::unique_lock lock(mutex_);
    const bool ready = room_.wait(
        lock, stop, [&] { return closed_ || items_.empty() || bytes_ + bytes <= capacity_bytes_; });
    if (!ready || closed_) return false;
    bytes_ += bytes;
    items_.emplace_back(std::move(item), bytes);
    items_ready_.notify_one();
    return true;
  }

  /// The oldest item; empty when stopped, or closed and drained.
  std::optional<Item> pop(const std::stop_token& stop) {
    std::unique_lock lock(mutex_);
    if (!items_ready_.wait(lock, stop, [&] { return closed_ || !items_.empty(); })) return {};
    if (items_.empty()) return {};
    auto [item, bytes] = std::move(items_.front());
    items_.pop_front();
    bytes_ -= bytes;
    room_.notify_one();
    return std::move(item);
  }

  /// No more pushes; consumers drain what is there.
  void close() {
    const std::lock_guard lock(mutex_);
    closed_ = true;
    items_ready_.notify_all();
    room_.notify_all();
  }

 private:
  const std::size_t capacity_bytes_;
  std::mutex mutex_;  // guards all below
  std::condition_variable_any room_;
  std::condition_variable_any items_ready_;
  std::deque<std::pair<Item, std::size_t>> items_;
  std::size_t bytes_ = 0;
  bool closed_ = false;
};

}  // namespace pullquote
