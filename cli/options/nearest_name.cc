// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/options/nearest_name.h"

#include "schema/analysis/edit_distance.h"

namespace pullquote::cli {

std::string_view nearest_name(std::string_view typed, std::span<const std::string_view> names) {
  // No name is mistyped into more bytes. The limit bounds the cost of edit_distance().
  constexpr std::size_t kLongestTyped = 64;
  if (typed.size() > kLongestTyped) return {};
  std::string_view nearest;
  std::size_t least = typed.size() / 3 + 1;
  for (const std::string_view name : names) {
    const bool unfinished = typed.size() >= 3 && name.starts_with(typed);
    const std::size_t distance = unfinished ? 0 : edit_distance(typed, name, least);
    if (distance < least) {
      least = distance;
      nearest = name;
    }
  }
  return nearest;
}

}  // namespace pullquote::cli
