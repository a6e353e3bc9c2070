// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/build/glass/byte_list.h"

#include <boost/test/unit_test.hpp>
#include <random>
#include <string>
#include <vector>

#include "indexer/build/glass/encoding.h"

namespace pullquote::glass {
namespace {

std::string bytes_of(const ByteList& list) {
  std::string bytes;
  list.for_each_piece([&bytes](std::string_view piece) { bytes.append(piece); });
  return bytes;
}

BOOST_AUTO_TEST_SUITE(byte_list)

BOOST_AUTO_TEST_CASE(a_list_to_which_nothing_was_appended_is_empty) {
  BOOST_TEST(bytes_of(ByteList()) == "");
}

BOOST_AUTO_TEST_CASE(lists_that_grow_in_turn_keep_their_own_bytes_in_order) {
  std::mt19937 random(7);
  Arena arena;
  std::vector<ByteList> lists(40);
  std::vector<std::string> expected(lists.size());
  for (int i = 0; i < 40000; ++i) {
    // The first lists get the most, so that there are lists of one piece and of many.
    const std::size_t which = std::min<std::size_t>(random() % 40, random() % 40);
    if (random() % 2 == 0) {
      const std::string bytes(random() % 50, static_cast<char>('a' + random() % 26));
      lists[which].append(bytes, arena);
      expected[which] += bytes;
    } else {
      const std::uint64_t value = random() >> random() % 32;
      lists[which].append_uint(value, arena);
      append_uint(expected[which], value);
    }
  }
  for (std::size_t i = 0; i < lists.size(); ++i) BOOST_TEST((bytes_of(lists[i]) == expected[i]));
}

BOOST_AUTO_TEST_CASE(gaps_count_from_the_docid_before) {
  Arena arena;
  ByteList list;
  for (const std::uint32_t docid : {3u, 4u, 200u}) list.append_gap(docid, arena);
  std::string expected;
  for (const std::uint64_t gap : {3u, 1u, 196u}) append_uint(expected, gap);
  BOOST_TEST((bytes_of(list) == expected));
  BOOST_TEST(list.size_bytes() == expected.size());
}

BOOST_AUTO_TEST_CASE(one_entry_may_be_larger_than_a_block_of_the_arena) {
  Arena arena;
  ByteList list;
  std::string entry(3 * Arena::kBlockBytes + 1, '\0');
  for (std::size_t i = 0; i < entry.size(); ++i) entry[i] = static_cast<char>(i * 31 >> 4);
  list.append("before", arena);
  list.append(entry, arena);
  list.append("after", arena);
  BOOST_TEST((bytes_of(list) == "before" + entry + "after"));
  BOOST_TEST(list.size_bytes() == entry.size() + 11);
}

BOOST_AUTO_TEST_CASE(a_cleared_arena_gives_the_same_memory_again) {
  Arena arena;
  const char* const first = arena.allocate(10);
  arena.allocate(Arena::kBlockBytes);
  arena.clear();
  BOOST_TEST(static_cast<const void*>(arena.allocate(10)) == static_cast<const void*>(first));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace pullquote::glass
