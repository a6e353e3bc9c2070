// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/ranked/bit_packing.h"

#include <boost/test/unit_test.hpp>

#include <array>
#include <random>

BOOST_AUTO_TEST_SUITE(bit_packing)

using namespace pullquote;

namespace {

/// Room behind what is packed, filled with ones: nothing there may be read as a part of a number.
constexpr std::size_t kBehind = 8;

std::uint32_t largest(unsigned bits) {
  return bits == 0 ? 0 : static_cast<std::uint32_t>((std::uint64_t{1} << bits) - 1);
}

std::vector<std::uint32_t> numbers_of(unsigned bits, std::size_t count, std::mt19937& random) {
  std::vector<std::uint32_t> numbers(count);
  for (std::uint32_t& number : numbers)
    number = static_cast<std::uint32_t>(random()) & largest(bits);
  // Both ends at both ends of the block.
  if (count > 2) numbers[1] = numbers[count - 1] = largest(bits);
  return numbers;
}

/// The layout bit by bit: number i lies in lane i mod 4, whose 32-bit words alternate with those of
/// the other lanes.
std::vector<unsigned char> packed_in_lanes(const std::vector<std::uint32_t>& numbers,
                                           unsigned bits) {
  std::vector<unsigned char> packed(16 * bits);
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    for (unsigned bit = 0; bit < bits; ++bit) {
      if ((numbers[i] >> bit & 1) == 0) continue;
      const std::size_t in_lane = i / 4 * bits + bit;
      const std::size_t word = in_lane / 32 * 4 + i % 4;
      packed[word * 4 + in_lane % 32 / 8] |= static_cast<unsigned char>(1u << in_lane % 8);
    }
  }
  return packed;
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_block_of_every_width_is_laid_out_in_four_lanes_and_comes_back) {
  std::mt19937 random(1);
  for (unsigned bits = 0; bits <= 32; ++bits) {
    const std::vector<std::uint32_t> numbers = numbers_of(bits, kBlockSize, random);
    std::vector<unsigned char> packed(packed_bytes(kBlockSize, bits), 0xFF);
    pack_block(numbers.data(), bits, packed.data());
    BOOST_TEST((packed == packed_in_lanes(numbers, bits)), bits << " bits");

    std::vector<std::uint32_t> unpacked(kBlockSize, 77);
    unpack_block(packed.data(), bits, unpacked.data());
    BOOST_TEST(unpacked == numbers, boost::test_tools::per_element());
  }
}

BOOST_AUTO_TEST_CASE(a_run_of_every_width_and_length_comes_back_number_by_number) {
  std::mt19937 random(2);
  for (unsigned bits = 0; bits <= 32; ++bits) {
    for (const std::size_t count : {1u, 2u, 3u, 7u, 31u, 127u, 128u, 129u, 1000u}) {
      const std::vector<std::uint32_t> numbers = numbers_of(bits, count, random);
      std::vector<unsigned char> packed(packed_bytes(count, bits) + kBehind, 0xFF);
      pack_run(numbers, bits, packed.data());
      bool same = true;
      for (std::size_t i = 0; i < count; ++i) {
        same = same && packed_at(packed.data(), bits, i) == numbers[i];
      }
      BOOST_TEST(same, count << " numbers of " << bits << " bits");
      for (std::size_t i = packed.size() - kBehind; i < packed.size(); ++i) {
        BOOST_TEST(packed[i] == 0xFF);
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(bits_needed_is_that_of_the_widest_number) {
  BOOST_TEST(bits_needed({}) == 0u);
  BOOST_TEST(bits_needed(std::array<std::uint32_t, 2>{0, 0}) == 0u);
  BOOST_TEST(bits_needed(std::array<std::uint32_t, 2>{1, 0}) == 1u);
  BOOST_TEST(bits_needed(std::array<std::uint32_t, 3>{7, 8, 1}) == 4u);
  BOOST_TEST(bits_needed(std::array<std::uint32_t, 2>{2, 0xFFFFFFFFu}) == 32u);
}

BOOST_AUTO_TEST_CASE(gaps_less_one_become_rising_numbers) {
  std::mt19937 random(3);
  for (const std::uint32_t base : {0u, 1u, 4'000'000'000u}) {
    for (unsigned bits = 0; bits <= 32; ++bits) {
      const std::vector<std::uint32_t> gaps = numbers_of(bits, kBlockSize, random);
      std::vector<std::uint32_t> expected;
      std::uint32_t sum = base;
      for (const std::uint32_t gap : gaps) expected.push_back(sum += gap + 1);
      std::vector<unsigned char> packed(packed_bytes(kBlockSize, bits));
      pack_block(gaps.data(), bits, packed.data());
      std::vector<std::uint32_t> values(kBlockSize);
      unpack_gaps(packed.data(), bits, base, values.data());
      BOOST_TEST(values == expected, boost::test_tools::per_element());
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()
