// SPDX-License-Identifier: GPL-3.0-or-later
/// Which ranges lie inside one of many others: words inside quotes, inside windows of words.
#pragma once

#include <cstdint>
#include <vector>

namespace pullquote {

/// Half-open.
struct Range {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

/// Immutable. Made in the time that sorting takes; each question is one binary search, so that a
/// text with as many matches as quotes costs no more than it is long.
class EnclosingRanges {
 public:
  /// @param ranges  in any order; they may overlap and enclose each other.
  explicit EnclosingRanges(std::vector<Range> ranges);

  /// Whether one of the ranges holds all of `inner`.
  bool enclose(const Range& inner) const;

 private:
  /// By rising begin; each end is the greatest of all ranges so far, since any of them will do.
  std::vector<Range> ranges_;
};

}  // namespace pullquote
