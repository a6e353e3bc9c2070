// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/options/options.h"

#include <array>
#include <boost/test/unit_test.hpp>

using namespace pullquote::cli;

BOOST_AUTO_TEST_SUITE(nearest_names)

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
