// SPDX-License-Identifier: GPL-3.0-or-later
/// Tells whether a range lies inside one of many others: words inside quotes, or words inside the
/// windows that NEAR has found.
///
/// The ranges are sorted by their beginnings, and each end is raised to the highest end so far.
/// Then the last range that begins at or before `inner` decides. Cost: one sort, and one binary
/// search for each question, so that a text with as many matches as quotes stays linear but for a
/// logarithm.
#pragma once

#include <cstdint>
#include <vector>

namespace pullquote {

/// A half-open range of bytes or positions.
struct Range {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

/// Immutable and thread-safe.
class EnclosingRanges {
 public:
  /// @param ranges  in any order; they may overlap and enclose each other.
  explicit EnclosingRanges(std::vector<Range> ranges);

  /// Whether one of the ranges holds all of `inner`.
  bool enclose(const Range& inner) const;

 private:
  /// By rising begin. Each end is the highest of all ranges up to this one.
  std::vector<Range> ranges_;
};

}  // namespace pullquote
