// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>
#include <barrier>
#include <boost/test/unit_test.hpp>
#include <thread>
#include <variant>
#include <vector>

#include "indexer/pages/html/html_dom.h"

using namespace pullquote;

BOOST_AUTO_TEST_SUITE(html_dom_threads)

// libxml2 initialises itself on first use, which two threads must not do at once. Where they do,
// LeakSanitizer sees the tables that one of them has lost.
BOOST_AUTO_TEST_CASE(threads_may_parse_their_first_page_at_the_same_moment,
                     *boost::unit_test::label("concurrent")) {
  constexpr int kThreads = 4;
  std::barrier start(kThreads);
  std::array<std::size_t, kThreads> nodes{};
  {
    std::vector<std::jthread> threads;
    for (std::size_t& count : nodes) {
      threads.emplace_back([&start, &count] {
        start.arrive_and_wait();
        const auto parsed = html::parse_document("<p>One <b>page</b></p>", {});
        count = std::get<html::Document>(parsed).nodes.size();
      });
    }
  }
  for (const std::size_t count : nodes) BOOST_TEST(count == nodes[0]);
  BOOST_TEST(nodes[0] > 3u);
}

BOOST_AUTO_TEST_SUITE_END()
