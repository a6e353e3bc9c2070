// SPDX-License-Identifier: GPL-3.0-or-later
/// Where on a page the text stands.
#pragma once

#include <cstddef>
#include <vector>

#include "indexer/pages/saved_text/page_line.h"

namespace pullquote {

/// Lines first <= i < last.
struct PageRegion {
  std::size_t first = 0;
  std::size_t last = 0;
  bool empty() const { return first >= last; }
};

/// The run of lines with the highest sum of scores: prose counts for as many words as it has,
/// furniture and links against it. What follows the article may still be part of it
/// (find_text_end). Empty when there is no prose.
PageRegion find_text_region(const std::vector<PageLine>& lines);

}  // namespace pullquote
