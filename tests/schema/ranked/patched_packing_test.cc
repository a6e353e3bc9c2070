// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/ranked/patched_packing.h"

#include <boost/test/unit_test.hpp>

#include <random>
#include <vector>

BOOST_AUTO_TEST_SUITE(patched_packing)

using namespace pullquote;

namespace {

using Numbers = std::vector<std::uint32_t>;

/// Room behind what is packed, which a reader may read but not use.
const std::string kBehind(8, '\xFF');

/// What comes back from exactly the bytes that were written; empty when it was refused.
Numbers taken(const std::string& packed, PatchedHead head, std::size_t count) {
  const std::string bytes = packed + kBehind;
  std::string_view rest(bytes.data(), packed.size());
  Numbers numbers(count);
  const bool sound = take_patched(rest, head, numbers);
  return sound && rest.empty() ? numbers : Numbers();
}

/// Numbers of `low` bits of which every so many-th has `high` bits.
Numbers with_exceptions(std::size_t count, unsigned low, unsigned high, std::size_t every,
                        std::mt19937_64& random) {
  Numbers numbers(count);
  for (std::size_t i = 0; i < count; ++i) {
    const unsigned bits = every != 0 && i % every == every - 1 ? high : low;
    numbers[i] = static_cast<std::uint32_t>(random() & ((std::uint64_t{1} << bits) - 1));
  }
  return numbers;
}

}  // namespace

BOOST_AUTO_TEST_CASE(numbers_of_all_widths_with_exceptions_of_all_widths_come_back) {
  std::mt19937_64 random(1);
  for (const std::size_t count : {1u, 2u, 7u, 127u, 128u}) {
    for (unsigned low = 0; low <= 32; ++low) {
      for (unsigned high = low; high <= 32; ++high) {
        for (const std::size_t every : {0u, 1u, 2u, 9u, 40u, 128u}) {
          const Numbers numbers = with_exceptions(count, low, high, every, random);
          std::string packed;
          const PatchedHead head = append_patched(numbers, packed);
          BOOST_TEST_REQUIRE((taken(packed, head, count) == numbers),
                             count << " of " << low << " and " << high << " bits, " << every);
        }
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(numbers_above_a_lowest_one_take_the_bits_of_their_distance) {
  Numbers numbers(128, 200);
  std::string packed;
  const PatchedHead head = append_patched(numbers, packed);
  BOOST_TEST(packed.empty());
  BOOST_TEST((taken(packed, head, 128) == numbers));
  numbers.assign(128, 0xFFFFFFFFu);
  packed.clear();
  const PatchedHead highest = append_patched(numbers, packed);
  BOOST_TEST((taken(packed, highest, 128) == numbers));
}

BOOST_AUTO_TEST_CASE(one_wide_number_does_not_widen_its_block) {
  Numbers numbers(128, 1);
  for (std::size_t i = 0; i < 64; ++i) numbers[2 * i] = 2;
  numbers[77] = 500;
  std::string packed;
  append_patched(numbers, packed);
  BOOST_TEST(packed.size() == 16u + 3u);
}

BOOST_AUTO_TEST_CASE(whatever_the_bytes_are_nothing_behind_them_is_taken) {
  std::mt19937_64 random(2);
  const Numbers numbers = with_exceptions(128, 3, 9, 16, random);
  std::string packed;
  const PatchedHead head = append_patched(numbers, packed);
  for (std::size_t size = 0; size < packed.size(); ++size) {
    BOOST_TEST(taken(packed.substr(0, size), head, 128).empty(), size << " bytes");
  }
  for (unsigned width = 0; width < 256; ++width) {
    for (const std::size_t count : {1u, 100u, 128u}) {
      taken(packed, {static_cast<std::uint8_t>(width), 7}, count);
    }
  }
}

BOOST_AUTO_TEST_CASE(an_exception_behind_the_last_number_is_refused) {
  const std::string packed("\x01\x05\x01", 3);
  BOOST_TEST((taken(packed, {128, 0}, 6) == Numbers{0, 0, 0, 0, 0, 1}));
  BOOST_TEST(taken(packed, {128, 0}, 5).empty());
}

BOOST_AUTO_TEST_SUITE_END()
