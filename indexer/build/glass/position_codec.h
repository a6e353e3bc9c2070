// SPDX-License-Identifier: GPL-3.0-or-later
/// Position lists as glass stores them: interpolative coding (Moffat & Stuiver, "Binary
/// interpolative coding for effective index compression", 2000). The last position comes first as a
/// plain integer; it bounds the first one, both bound the count, and then each middle element is
/// coded in the fewest bits that the room between its neighbours leaves.
#pragma once

#include <cstdint>
#include <span>
#include <string>

namespace pullquote::glass {

/// Appends the code of `positions` (at least one, strictly rising) to `out`.
void append_positions(std::span<const std::uint32_t> positions, std::string& out);

}  // namespace pullquote::glass
