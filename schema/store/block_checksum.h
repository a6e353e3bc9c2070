// SPDX-License-Identifier: GPL-3.0-or-later
/// A checksum that is cheap enough to be taken whenever a block is decoded.
#pragma once

#include <cstdint>
#include <string_view>

namespace pullquote {

/// The number of bytes and a weighted sum of their 32-bit words, modulo 2^32. The bytes are filled
/// with zeros to a multiple of 64: strides of 16 words. Word i of the k-th stride from the end,
/// k from 1, has the weight (1 + 0x9E3779B8 k) w, w being the i-th of 16 odd numbers.
///
/// All weights are odd, so that damage within one word never goes unnoticed. Damage to several does
/// if the differences, each times its weight, add up to 0: by chance once in 2^32, and more easily
/// where they are multiples of high powers of two. Two words that change places are missed if their
/// difference times that of their weights is a multiple of 2^32. As 0x9E3779B8 is a multiple of 8,
/// words of the same column that are d strides apart need only differ by a multiple of 2^29 for
/// that if d is odd, of 2^29 / d if d is a power of two, and may be anything 2^29 strides apart.
/// Some 0.1 nanoseconds a byte; a CRC would cost as much as decoding.
std::uint32_t block_checksum(std::string_view bytes);

}  // namespace pullquote
