// SPDX-License-Identifier: GPL-3.0-or-later
/// Position lists as glass stores them: interpolative coding (Moffat & Stuiver, "Binary
/// interpolative coding for effective index compression", 2000). The last position comes first as a
/// plain integer; it bounds the first one, both bound the count, and then each middle element is
/// coded in the fewest bits that the room between its neighbours leaves.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace pullquote::glass {

/// Appends the code of `positions` (at least one, strictly rising) to `out`.
void append_positions(std::span<const std::uint32_t> positions, std::string& out);

/// Decodes what append_positions() made into `positions`. The bytes are our own: no checks.
void read_positions(std::string_view code, std::vector<std::uint32_t>& positions);

}  // namespace pullquote::glass
