// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/ranked/bit_packing.h"

#include <algorithm>
#include <array>
#include <utility>

namespace pullquote {
namespace {

constexpr unsigned kLanes = 4;
constexpr unsigned kRows = kBlockSize / kLanes;
constexpr unsigned kWordBits = 32;

/// One number of each lane.
using Row [[gnu::vector_size(16)]] = std::uint32_t;

Row load(const void* from) {
  Row row;
  std::memcpy(&row, from, sizeof row);
  return row;
}

void store(const Row& row, void* to) {
  std::memcpy(to, &row, sizeof row);
}

/// Row `R` of numbers of `Bits` bits: its bits lie in one word of each lane or in two.
template <unsigned Bits, unsigned R>
Row unpacked_row([[maybe_unused]] const unsigned char* in) {
  if constexpr (Bits == 0) return Row{};
  constexpr unsigned kBit = R * Bits;
  constexpr unsigned kWord = kBit / kWordBits;
  constexpr unsigned kShift = kBit % kWordBits;
  Row row = load(in + kWord * sizeof(Row)) >> kShift;
  if constexpr (kShift + Bits > kWordBits) {
    row |= load(in + (kWord + 1) * sizeof(Row)) << (kWordBits - kShift);
  }
  if constexpr (Bits < kWordBits) row &= (std::uint32_t{1} << Bits) - 1;
  return row;
}

template <unsigned... R>
using Numbers = std::integer_sequence<unsigned, R...>;
using AllRows = std::make_integer_sequence<unsigned, kRows>;
using AllWidths = std::make_integer_sequence<unsigned, kWordBits + 1>;

template <unsigned Bits, unsigned... R>
void unpack_rows(const unsigned char* in, std::uint32_t* values, Numbers<R...>) {
  (store(unpacked_row<Bits, R>(in), values + R * kLanes), ...);
}

template <unsigned Bits>
void unpack(const unsigned char* in, std::uint32_t* values) {
  unpack_rows<Bits>(in, values, AllRows());
}

/// Gaps less one become what they add up to, from the last number of the row `before` on.
Row summed(Row gaps, Row before) {
  const Row zero{};
  gaps += 1;
  // Lane i gets the sum of lanes 0 to i in two steps.
  gaps += __builtin_shufflevector(zero, gaps, 0, 4, 5, 6);
  gaps += __builtin_shufflevector(zero, gaps, 0, 1, 4, 5);
  return gaps + __builtin_shufflevector(before, before, 3, 3, 3, 3);
}

template <unsigned Bits, unsigned... R>
void sum_rows(const unsigned char* in, Row before, std::uint32_t* values, Numbers<R...>) {
  (store(before = summed(unpacked_row<Bits, R>(in), before), values + R * kLanes), ...);
}

template <unsigned Bits>
void unpack_and_sum(const unsigned char* in, std::uint32_t base, std::uint32_t* values) {
  sum_rows<Bits>(in, Row{base, base, base, base}, values, AllRows());
}

/// One function a width, 0 to 32.
template <unsigned... Bits>
constexpr auto unpackers(Numbers<Bits...>) {
  return std::array{&unpack<Bits>...};
}
template <unsigned... Bits>
constexpr auto gap_unpackers(Numbers<Bits...>) {
  return std::array{&unpack_and_sum<Bits>...};
}
constexpr auto kUnpackers = unpackers(AllWidths());
constexpr auto kGapUnpackers = gap_unpackers(AllWidths());

}  // namespace

unsigned bits_needed(std::span<const std::uint32_t> values) {
  std::uint32_t all = 0;
  for (const std::uint32_t value : values) all |= value;
  return static_cast<unsigned>(std::bit_width(all));
}

void pack_block(const std::uint32_t* values, unsigned bits, unsigned char* out) {
  std::fill(out, out + packed_bytes(kBlockSize, bits), static_cast<unsigned char>(0));
  for (unsigned row = 0; bits != 0 && row < kRows; ++row) {
    const unsigned bit = row * bits;
    const unsigned shift = bit % kWordBits;
    unsigned char* const word = out + bit / kWordBits * sizeof(Row);
    const Row value = load(values + row * kLanes);
    store(load(word) | value << shift, word);
    if (shift + bits <= kWordBits) continue;
    store(value >> (kWordBits - shift), word + sizeof(Row));
  }
}

void unpack_block(const unsigned char* in, unsigned bits, std::uint32_t* values) {
  kUnpackers[bits](in, values);
}

void pack_run(std::span<const std::uint32_t> values, unsigned bits, unsigned char* out) {
  std::uint64_t pending = 0;
  unsigned pending_bits = 0;
  for (const std::uint32_t value : values) {
    pending |= std::uint64_t{value} << pending_bits;
    pending_bits += bits;
    for (; pending_bits >= 8; pending_bits -= 8, pending >>= 8) {
      *out++ = static_cast<unsigned char>(pending);
    }
  }
  if (pending_bits > 0) *out = static_cast<unsigned char>(pending);
}

void unpack_gaps(const unsigned char* in, unsigned bits, std::uint32_t base,
                 std::uint32_t* values) {
  kGapUnpackers[bits](in, base, values);
}

}  // namespace pullquote
