// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/build/rejection_log.h"

#include <boost/test/unit_test.hpp>
#include <utility>

using namespace pullquote;

namespace {

BOOST_AUTO_TEST_SUITE(rejection_log)

BOOST_AUTO_TEST_CASE(all_are_counted_and_the_first_in_input_order_kept) {
  RejectionLog left;
  RejectionLog right;
  for (std::uint64_t i = 0; i < 1500; ++i) {
    RejectionLog& log = i % 2 == 0 ? left : right;
    log.add(i, {"file", i, i % 3 == 0 ? "no text" : "binary", ""});
  }
  left.absorb(std::move(right));
  BOOST_TEST(left.count() == 1500u);
  BOOST_TEST(left.by_reason().at("no text") == 500u);
  BOOST_TEST(left.by_reason().at("binary") == 1000u);
  const auto first = left.first();
  BOOST_REQUIRE(first.size() == RejectionLog::kKept);
  for (std::size_t i = 0; i < first.size(); ++i) BOOST_TEST_REQUIRE(first[i].offset_bytes == i);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
