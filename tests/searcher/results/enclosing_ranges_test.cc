// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/results/enclosing_ranges.h"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <random>

using namespace pullquote;

BOOST_AUTO_TEST_SUITE(enclosing_ranges)

BOOST_AUTO_TEST_CASE(nothing_is_enclosed_by_no_range) {
  BOOST_TEST(!EnclosingRanges({}).enclose({0, 0}));
}

BOOST_AUTO_TEST_CASE(two_ranges_side_by_side_do_not_enclose_what_spans_both) {
  const EnclosingRanges ranges({{5, 9}, {0, 5}});
  BOOST_TEST(ranges.enclose({0, 5}));
  BOOST_TEST(ranges.enclose({6, 9}));
  BOOST_TEST(!ranges.enclose({4, 6}));
  BOOST_TEST(!ranges.enclose({9, 10}));
}

BOOST_AUTO_TEST_CASE(an_early_long_range_encloses_what_later_short_ones_do_not) {
  BOOST_TEST(EnclosingRanges({{0, 100}, {10, 12}, {20, 22}}).enclose({11, 30}));
}

BOOST_AUTO_TEST_CASE(it_agrees_with_looking_at_every_range) {
  std::mt19937 random(7);
  const auto some_range = [&random](std::uint32_t longest) {
    const auto begin = static_cast<std::uint32_t>(random() % 60);
    return Range{begin, begin + static_cast<std::uint32_t>(random() % longest)};
  };
  for (unsigned round = 0; round < 200; ++round) {
    std::vector<Range> ranges(random() % 12);
    for (Range& range : ranges) range = some_range(20);
    const EnclosingRanges enclosing(ranges);
    for (unsigned question = 0; question < 50; ++question) {
      const Range inner = some_range(10);
      const bool expected = std::any_of(ranges.begin(), ranges.end(), [&](const Range& range) {
        return range.begin <= inner.begin && inner.end <= range.end;
      });
      BOOST_TEST(enclosing.enclose(inner) == expected);
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()
