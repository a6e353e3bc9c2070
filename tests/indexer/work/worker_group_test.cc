// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/work/worker_group.h"

#include <atomic>
#include <boost/test/unit_test.hpp>
#include <chrono>
#include <stdexcept>
#include <thread>

#include "pullquote/error.h"

using namespace pullquote;
using namespace std::chrono_literals;

namespace {

void work_until_stopped(const std::stop_token& stop) {
  while (!stop.stop_requested()) std::this_thread::sleep_for(1ms);
}

BOOST_AUTO_TEST_SUITE(worker_group, *boost::unit_test::label("concurrent"))

BOOST_AUTO_TEST_CASE(wait_returns_when_all_are_done) {
  std::atomic<int> done = 0;
  WorkerGroup workers({});
  for (int i = 0; i < 4; ++i) workers.start([&](const std::stop_token&) { ++done; });
  workers.wait();
  BOOST_TEST(done == 4);
}

BOOST_AUTO_TEST_CASE(the_first_failure_stops_the_others_and_is_thrown) {
  WorkerGroup workers({});
  workers.start(work_until_stopped);
  workers.start([](const std::stop_token&) { throw WriteFailed("disk full"); });
  BOOST_CHECK_THROW(workers.wait(), WriteFailed);
}

BOOST_AUTO_TEST_CASE(the_callers_wish_to_stop_reaches_the_workers) {
  std::stop_source stop;
  WorkerGroup workers(stop.get_token());
  workers.start(work_until_stopped);
  stop.request_stop();
  BOOST_CHECK_THROW(workers.wait(), Interrupted);
}

BOOST_AUTO_TEST_CASE(leaving_without_wait_stops_and_joins) {
  std::atomic<bool> ended = false;
  {
    WorkerGroup workers({});
    workers.start([&](const std::stop_token& stop) {
      work_until_stopped(stop);
      ended = true;
    });
  }
  BOOST_TEST(ended);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
