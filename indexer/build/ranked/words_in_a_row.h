// SPDX-License-Identifier: GPL-3.0-or-later
/// Which words of an article stand in a row.
#pragma once

#include <cstdint>
#include <vector>

namespace pullquote {

/// Calls add(first, second) with every two occurrences of which the second stands one position
/// behind the first, possibly several times with the same words.
/// @param occurrences  with a member `position`, in rising positions; a compound and its parts
/// share one.
template <class Occurrence, class Add>
void for_each_in_a_row(const std::vector<Occurrence>& occurrences, Add add) {
  std::vector<const Occurrence*> before;
  std::vector<const Occurrence*> here;
  std::uint32_t position = 0;
  for (const Occurrence& occurrence : occurrences) {
    if (occurrence.position != position) {
      before.swap(here);
      here.clear();
      if (occurrence.position != position + 1) before.clear();
      position = occurrence.position;
    }
    here.push_back(&occurrence);
    for (const Occurrence* const first : before) add(*first, occurrence);
  }
}

}  // namespace pullquote
