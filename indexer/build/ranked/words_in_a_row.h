// SPDX-License-Identifier: GPL-3.0-or-later
/// Which words of an article stand in a row.
#pragma once

#include <cstdint>
#include <vector>

namespace pullquote {

/// Calls add(first, second) with the words of every two occurrences of which the second stands one
/// position behind the first, possibly several times with the same.
/// @param occurrences  a range with members `word` and `position`, in rising positions; a compound
/// and its parts share one.
template <class Occurrences, class Add>
void for_each_in_a_row(const Occurrences& occurrences, Add add) {
  std::vector<std::uint32_t> before;
  std::vector<std::uint32_t> here;
  std::uint32_t position = 0;
  for (const auto& occurrence : occurrences) {
    if (occurrence.position != position) {
      before.swap(here);
      here.clear();
      if (occurrence.position != position + 1) before.clear();
      position = occurrence.position;
    }
    here.push_back(occurrence.word);
    for (const std::uint32_t first : before) add(first, occurrence.word);
  }
}

}  // namespace pullquote
