// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/results/enclosing_ranges.h"

#include <algorithm>
#include <utility>

namespace pullquote {

EnclosingRanges::EnclosingRanges(std::vector<Range> ranges) : ranges_(std::move(ranges)) {
  std::sort(ranges_.begin(), ranges_.end(),
            [](const Range& a, const Range& b) { return a.begin < b.begin; });
  std::uint32_t end = 0;
  for (Range& range : ranges_) end = range.end = std::max(range.end, end);
}

bool EnclosingRanges::enclose(const Range& inner) const {
  const auto after =
      std::partition_point(ranges_.begin(), ranges_.end(),
                           [&inner](const Range& range) { return range.begin <= inner.begin; });
  return after != ranges_.begin() && inner.end <= (after - 1)->end;
}

}  // namespace pullquote
