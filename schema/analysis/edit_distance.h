// SPDX-License-Identifier: GPL-3.0-or-later
/// How far two words are apart, for typing errors: in queries (aleppo~) and in names of fields,
/// commands and options ("did you mean").
#pragma once

#include <cstddef>
#include <string_view>

namespace pullquote {

/// The fewest insertions, deletions, replacements and swaps of neighbours that make `b` of `a`, no
/// letter touched twice (optimal string alignment); `limit` + 1 when there are more than `limit`.
/// Letters are code points or, for ASCII, bytes. Time is proportional to the product of the
/// lengths at most, and to one length where the other differs by more than `limit`.
std::size_t edit_distance(std::u32string_view a, std::u32string_view b, std::size_t limit);
std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit);

}  // namespace pullquote
