// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/work/bounded_queue.h"

#include <atomic>
#include <boost/test/unit_test.hpp>
#include <chrono>
#include <memory>
#include <stop_token>
#include <thread>
#include <vector>

using namespace pullquote;
using namespace std::chrono_literals;

namespace {

BOOST_AUTO_TEST_SUITE(bounded_queue, *boost::unit_test::label("concurrent"))

BOOST_AUTO_TEST_CASE(items_come_out_as_they_went_in_and_end_after_close) {
  BoundedQueue<int> queue(100);
  for (int i = 0; i < 5; ++i) BOOST_TEST(queue.push(i, 1, {}));
  queue.close();
  BOOST_TEST(!queue.push(9, 1, {}));
  for (int i = 0; i < 5; ++i) BOOST_TEST(queue.pop({}).value() == i);
  BOOST_TEST(!queue.pop({}).has_value());
}

BOOST_AUTO_TEST_CASE(an_item_larger_than_the_queue_passes_alone) {
  BoundedQueue<std::unique_ptr<int>> queue(10);
  BOOST_TEST(queue.push(std::make_unique<int>(1), 1'000'000, {}));
  BOOST_TEST(*queue.pop({}).value() == 1);
}

BOOST_AUTO_TEST_CASE(the_producer_waits_while_the_queue_is_full) {
  BoundedQueue<int> queue(10);
  std::atomic<int> pushed = 0;
  std::jthread producer([&] {
    for (int i = 0; i < 100; ++i) {
      queue.push(i, 5, {});
      ++pushed;
    }
    queue.close();
  });
  int received = 0;
  while (const auto item = queue.pop({})) {
    BOOST_TEST(*item == received);
    ++received;
    BOOST_TEST(pushed <= received + 3);  // two in the queue, one on its way
  }
  BOOST_TEST(received == 100);
}

BOOST_AUTO_TEST_CASE(every_item_reaches_one_of_several_consumers) {
  BoundedQueue<int> queue(50);
  std::atomic<long> sum = 0;
  {
    std::vector<std::jthread> consumers;
    for (int i = 0; i < 4; ++i) {
      consumers.emplace_back([&] {
        while (const auto item = queue.pop({})) sum += *item;
      });
    }
    for (int i = 1; i <= 1000; ++i) queue.push(i, 10, {});
    queue.close();
  }
  BOOST_TEST(sum == 500500);
}

BOOST_AUTO_TEST_CASE(a_stop_ends_every_wait) {
  BoundedQueue<int> queue(1);
  std::stop_source stop;
  queue.push(1, 1, {});
  BoundedQueue<int> empty(1);
  bool pushed = true;
  bool popped = true;
  {
    std::jthread producer([&] { pushed = queue.push(2, 1, stop.get_token()); });
    std::jthread consumer([&] { popped = empty.pop(stop.get_token()).has_value(); });
    std::this_thread::sleep_for(10ms);
    stop.request_stop();
  }
  BOOST_TEST(!pushed);
  BOOST_TEST(!popped);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
