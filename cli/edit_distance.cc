// SPDX-License-Identifier: GPL-3.0-or-later
/// Optimal string alignment distance by dynamic programming over three rows.
#include "cli/edit_distance.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace pullquote::cli {

std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> two_above(b.size() + 1);
  std::vector<std::size_t> above(b.size() + 1);
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) above[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replaced = above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      row[j] = std::min({replaced, above[j] + 1, row[j - 1] + 1});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        row[j] = std::min(row[j], two_above[j - 2] + 1);
      }
    }
    std::swap(two_above, above);
    std::swap(above, row);
  }
  return above[b.size()];
}

std::string_view nearest_name(std::string_view typed, std::span<const std::string_view> names) {
  constexpr std::size_t kLongestTyped = 64;  // nobody mistypes a name into more than that
  if (typed.size() > kLongestTyped) return {};
  std::string_view nearest;
  std::size_t least = typed.size() / 3 + 1;
  for (const std::string_view name : names) {
    const bool unfinished = typed.size() >= 3 && name.starts_with(typed);
    const std::size_t distance = unfinished ? 0 : edit_distance(typed, name);
    if (distance < least) {
      least = distance;
      nearest = name;
    }
  }
  return nearest;
}

}  // namespace pullquote::cli
