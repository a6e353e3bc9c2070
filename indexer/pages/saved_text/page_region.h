// SPDX-License-Identifier: GPL-3.0-or-later
/// The region of a saved page that holds the article's text.
#pragma once

#include <cstddef>
#include <vector>

#include "indexer/pages/saved_text/page_line.h"

namespace pullquote {

/// Lines with an index from `first` to before `last`.
struct PageRegion {
  std::size_t first = 0;
  std::size_t last = 0;
  bool empty() const { return first >= last; }
};

/// The run of lines with the highest sum of scores: a line of prose scores its words, furniture and
/// links score below zero. The run may go on beyond the article (find_text_end cuts it). Empty when
/// there is no prose. Lines must have the roles that their words give them. Linear.
PageRegion find_text_region(const std::vector<PageLine>& lines);

}  // namespace pullquote
