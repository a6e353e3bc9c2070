// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/matching/ranked_postings.h"

namespace pullquote {

std::size_t RankedPostingSource::read(std::span<Posting> out) {
  std::size_t count = 0;
  for (; count < out.size() && cursor_.docid() != ListCursor::kEnd; cursor_.next()) {
    out[count++] = {cursor_.docid(), cursor_.wdf()};
  }
  return count;
}

}  // namespace pullquote
