// SPDX-License-Identifier: GPL-3.0-or-later
/// A checksum that is cheap enough to be taken whenever a block is decoded.
#pragma once

#include <cstdint>
#include <string_view>

namespace pullquote {

/// A weighted sum of the 32-bit words of `bytes` (the last one filled with zeros), modulo 2^32. All
/// weights are odd, so that damage within one word never goes unnoticed, and all differ, so that
/// words in another order are noticed unless they differ in their highest bits alone. Some 0.1
/// nanoseconds a byte; a CRC would cost as much as decoding.
std::uint32_t block_checksum(std::string_view bytes);

}  // namespace pullquote
