// SPDX-License-Identifier: GPL-3.0-or-later
/// Bytes that stay where they are until everything is forgotten at once: the terms and surfaces
/// that are not simply a piece of the lower-cased text.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <memory>
#include <string_view>
#include <vector>

namespace pullquote {

class TextArena {
 public:
  /// A copy of `bytes` that lives until clear().
  std::string_view store(std::string_view bytes) {
    if (bytes.size() > left_) grow(bytes.size());
    char* const copy = next_;
    if (!bytes.empty()) std::memcpy(copy, bytes.data(), bytes.size());
    next_ += bytes.size();
    left_ -= bytes.size();
    return {copy, bytes.size()};
  }

  /// Forgets everything; one block of the usual size is kept for reuse.
  void clear() {
    if (blocks_.empty()) return;
    if (blocks_.size() > 1) blocks_.resize(1);
    next_ = blocks_.front().get();
    left_ = kBlockBytes;
  }

 private:
  static constexpr std::size_t kBlockBytes = 1 << 14;

  void grow(std::size_t bytes) {
    // The first block is the one that clear() keeps, so it always has the usual size.
    if (blocks_.empty()) blocks_.push_back(std::make_unique<char[]>(kBlockBytes));
    left_ = std::max(bytes, kBlockBytes);
    blocks_.push_back(std::make_unique<char[]>(left_));
    next_ = blocks_.back().get();
  }

  std::vector<std::unique_ptr<char[]>> blocks_;
  char* next_ = nullptr;
  std::size_t left_ = 0;
};

}  // namespace pullquote
