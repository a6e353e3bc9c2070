// SPDX-License-Identifier: GPL-3.0-or-later
/// The nearest known name to a mistyped one, for "did you mean".
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

namespace pullquote::cli {

/// Fewest insertions, deletions, replacements and swaps of neighbours (bytes) that make `b` of `a`
/// (optimal string alignment).
std::size_t edit_distance(std::string_view a, std::string_view b);

/// The nearest of `names` to `typed`: at most one edit in three letters, or a name that starts with
/// what was typed. Empty when nothing is near; the earlier of equals.
std::string_view nearest_name(std::string_view typed, std::span<const std::string_view> names);

}  // namespace pullquote::cli
