// SPDX-License-Identifier: GPL-3.0-or-later
/// The buffer moves down when half of it has been consumed.
#include "indexer/inputs/byte_window.h"

#include <utility>

namespace pullquote {
namespace {

constexpr std::size_t kReadBytes = 1 << 20;

}  // namespace

ByteWindow::ByteWindow(ByteStream stream) : stream_(std::move(stream)) {}

bool ByteWindow::fill() {
  if (at_end_) return false;
  if (start_ > buffer_.size() / 2) {
    buffer_.erase(0, start_);
    start_ = 0;
  }
  const std::size_t had = buffer_.size();
  buffer_.resize(had + kReadBytes);
  const std::size_t got = stream_.read({buffer_.data() + had, kReadBytes});
  buffer_.resize(had + got);
  at_end_ = got < kReadBytes;
  return got > 0;
}

bool ByteWindow::need(std::size_t bytes) {
  while (size() < bytes) {
    if (!fill()) return false;
  }
  return true;
}

void ByteWindow::drop(std::size_t bytes) {
  start_ += bytes;
  offset_ += bytes;
}

std::string ByteWindow::take(std::size_t length) {
  std::string taken;
  if (start_ == 0 && length == buffer_.size()) {
    taken = std::exchange(buffer_, {});
    offset_ += length;
  } else {
    taken = buffer_.substr(start_, length);
    drop(length);
  }
  return taken;
}

void ByteWindow::replace(std::string bytes) {
  buffer_ = std::move(bytes);
  start_ = 0;
  at_end_ = true;
}

}  // namespace pullquote
