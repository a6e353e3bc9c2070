// SPDX-License-Identifier: GPL-3.0-or-later
/// Blocks of numbers in fewer bits each than the widest of them needs.
///
/// One wide number would widen all numbers of its block. So the width is chosen that
/// costs least: the low bits of every number are packed (bit_packing.h), and wider numbers have
/// exceptions behind them. (M. Zukowski and others, "Super-scalar RAM-CPU cache compression", ICDE
/// 2006; H. Yan and others, "Inverted index compression and query processing with optimized
/// document ordering", WWW 2009.) The lowest number is taken off all of them first.
///
///     low bits | u8 number of exceptions, u8 place each, u8 high part each
///
/// Low bits are packed in lanes if the block is full, else as a run. Without exceptions, nothing
/// follows them. Pure functions.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "schema/ranked/bit_packing.h"

namespace pullquote {

struct PatchedHead {
  std::uint8_t width;   ///< bits of the low parts, 0 to 32, plus 128 if there are exceptions
  std::uint8_t lowest;  ///< of the numbers, 255 if it is higher; they are packed less this
};

/// Appends at least one number, and at most kBlockSize.
PatchedHead append_patched(std::span<const std::uint32_t> values, std::string& out);

/// Takes so many numbers off the front of `bytes`, behind which 8 bytes must be readable. False
/// when they are not there whole, or an exception is out of place.
bool take_patched(std::string_view& bytes, PatchedHead head, std::span<std::uint32_t> values);

}  // namespace pullquote
