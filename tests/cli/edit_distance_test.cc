// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/edit_distance.h"

#include <array>
#include <boost/test/unit_test.hpp>

using namespace pullquote::cli;

BOOST_AUTO_TEST_SUITE(edit_distance_of_names)

BOOST_AUTO_TEST_CASE(counts_insertions_deletions_replacements_and_swaps) {
  BOOST_TEST(edit_distance("", "") == 0u);
  BOOST_TEST(edit_distance("", "abc") == 3u);
  BOOST_TEST(edit_distance("search", "serch") == 1u);
  BOOST_TEST(edit_distance("search", "saerch") == 1u);
  BOOST_TEST(edit_distance("kitten", "sitting") == 3u);
}

BOOST_AUTO_TEST_CASE(suggests_only_what_is_near) {
  constexpr std::array<std::string_view, 4> kNames{"build", "search", "show", "stats"};
  BOOST_TEST(nearest_name("serch", kNames) == "search");
  BOOST_TEST(nearest_name("bulid", kNames) == "build");
  BOOST_TEST(nearest_name("sea", kNames) == "search");
  BOOST_TEST(nearest_name("xyzzy", kNames) == "");
  BOOST_TEST(nearest_name("", kNames) == "");
  BOOST_TEST(nearest_name(std::string(100000, 'x'), kNames) == "");
}

BOOST_AUTO_TEST_SUITE_END()
