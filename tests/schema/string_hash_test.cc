// SPDX-License-Identifier: GPL-3.0-or-later
// What stands in files must have the same hash in every version of the program.
#include <boost/test/unit_test.hpp>

#include <array>
#include <cstdint>
#include <vector>

#include "schema/analysis/string_hash.h"

using namespace pullquote;

BOOST_AUTO_TEST_SUITE(string_hash)

// The value for no bytes, without seed, stands in xxhash's own table of test values.
BOOST_AUTO_TEST_CASE(the_hash_is_xxh3) {
  BOOST_TEST(hash_of("") == 0x2D06800538D394C2ULL);
}

BOOST_AUTO_TEST_CASE(numbers_are_hashed_by_their_bytes_from_the_lowest) {
  const std::array<std::uint64_t, 2> numbers{0x0807060504030201, 0x11};
  BOOST_TEST(hash_of(numbers) == hash_of({"\1\2\3\4\5\6\7\10\21\0\0\0\0\0\0\0", 16}));
}

BOOST_AUTO_TEST_CASE(shingles_are_the_words_that_follow_each_other) {
  const std::vector<std::uint64_t> words{1, 2, 3, 1, 2, 4};
  const std::vector<std::uint64_t> pairs = hashes_of_shingles(words, 2);
  BOOST_TEST_REQUIRE(pairs.size() == 5u);
  BOOST_TEST(pairs[0] == pairs[3]);
  BOOST_TEST(pairs[1] != pairs[4]);
  BOOST_TEST(hashes_of_shingles(words, 7).empty());
}

BOOST_AUTO_TEST_SUITE_END()
