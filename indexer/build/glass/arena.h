// SPDX-License-Identifier: GPL-3.0-or-later
/// Memory that is given out piece by piece and taken back all at once. What it has once taken from
/// the system it keeps for the next segment: a page that is new to the process costs more than
/// what is written to it.
#pragma once

#include <cstddef>
#include <memory>
#include <vector>

namespace pullquote::glass {

/// One thread at a time.
class Arena {
 public:
  static constexpr std::size_t kBlockBytes = std::size_t{1} << 20;

  /// Uninitialised memory, not aligned; at most kBlockBytes.
  char* allocate(std::size_t bytes) {
    if (bytes > left_) next_block();
    char* const piece = blocks_[block_ - 1].get() + (kBlockBytes - left_);
    left_ -= bytes;
    return piece;
  }

  /// Takes everything back.
  void clear() { block_ = left_ = 0; }

 private:
  void next_block() {
    if (block_ == blocks_.size()) {
      blocks_.push_back(std::make_unique_for_overwrite<char[]>(kBlockBytes));
    }
    ++block_;
    left_ = kBlockBytes;
  }

  std::vector<std::unique_ptr<char[]>> blocks_;
  std::size_t block_ = 0;  ///< in use, the last one included
  std::size_t left_ = 0;   ///< bytes of the last one
};

}  // namespace pullquote::glass
