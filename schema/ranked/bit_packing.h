// SPDX-License-Identifier: GPL-3.0-or-later
/// Blocks of numbers in as many bits each as the widest of them needs.
///
/// 128 numbers are packed in four lanes side by side: number i lies in lane i mod 4, and a lane is
/// a row of 32 numbers without gaps between them. One 128-bit register then decodes four
/// neighbours at once (D. Lemire, L. Boytsov, "Decoding billions of integers per second through
/// vectorization", 2015). The code is written with the compiler's vectors, which are SSE2 on
/// x86-64, NEON on ARM64 and plain words elsewhere: one source, one layout, nothing to choose when
/// the program starts. Shorter runs are packed one number after the other.
///
/// All bytes little-endian. Pure functions.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>

namespace pullquote {

static_assert(std::endian::native == std::endian::little, "packed blocks are mapped as they are");

/// Numbers of a full block.
inline constexpr std::size_t kBlockSize = 128;

/// Bits of the widest number; 0 when all are 0.
unsigned bits_needed(std::span<const std::uint32_t> values);

/// Bytes of `count` numbers of `bits` bits, at most 32. Any count; a full block takes 16 x bits.
constexpr std::size_t packed_bytes(std::size_t count, unsigned bits) {
  return (count * bits + 7) / 8;
}

/// Packs `values`, each below 2^bits, at `out`, which has packed_bytes(128, bits) bytes.
void pack_block(const std::uint32_t* values, unsigned bits, unsigned char* out);
void unpack_block(const unsigned char* in, unsigned bits, std::uint32_t* values);

/// The same for a run of any length, numbers one after the other.
void pack_run(std::span<const std::uint32_t> values, unsigned bits, unsigned char* out);

/// The `bits` bits, at most 32, from bit `bit` on. Reads 8 bytes from the one in which it lies, so
/// that many must be readable.
inline std::uint32_t bits_at(const unsigned char* in, std::uint64_t bit, unsigned bits) {
  std::uint64_t word;
  std::memcpy(&word, in + bit / 8, sizeof word);
  return static_cast<std::uint32_t>(word >> (bit % 8) & ((std::uint64_t{1} << bits) - 1));
}

/// Number `index` of a run, behind which 8 bytes must be readable.
inline std::uint32_t packed_at(const unsigned char* in, unsigned bits, std::uint64_t index) {
  return bits_at(in, index * bits, bits);
}

/// Unpacks 128 gaps less one as rising numbers above `base`: values[i] becomes
/// base + (i + 1) + the sum of gaps 0 to i.
void unpack_gaps(const unsigned char* in, unsigned bits, std::uint32_t base, std::uint32_t* values);

}  // namespace pullquote
