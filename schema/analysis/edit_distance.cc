// SPDX-License-Identifier: GPL-3.0-or-later
/// Dynamic programming over three rows of the matrix, given up when a row exceeds the limit twice
/// in a row: a swap reaches back two rows.
#include "schema/analysis/edit_distance.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace pullquote {
namespace {

template <class Text>
std::size_t distance_within(Text a, Text b, std::size_t limit) {
  const std::size_t longer = std::max(a.size(), b.size());
  const std::size_t shorter = std::min(a.size(), b.size());
  if (longer - shorter > limit) return limit + 1;
  std::vector<std::size_t> two_above(b.size() + 1);
  std::vector<std::size_t> above(b.size() + 1);
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) above[j] = j;
  std::size_t least_above = 0;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t least = row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replaced = above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      row[j] = std::min({replaced, above[j] + 1, row[j - 1] + 1});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        row[j] = std::min(row[j], two_above[j - 2] + 1);
      }
      least = std::min(least, row[j]);
    }
    if (least > limit && least_above > limit) return limit + 1;
    least_above = least;
    std::swap(two_above, above);
    std::swap(above, row);
  }
  return std::min(above[b.size()], limit + 1);
}

}  // namespace

std::size_t edit_distance(std::u32string_view a, std::u32string_view b, std::size_t limit) {
  return distance_within(a, b, limit);
}

std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit) {
  return distance_within(a, b, limit);
}

}  // namespace pullquote
