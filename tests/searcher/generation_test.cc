// SPDX-License-Identifier: GPL-3.0-or-later
// Generations that are read while builds publish newer ones.
#include <boost/test/unit_test.hpp>

#include <atomic>
#include <exception>
#include <filesystem>
#include <string>
#include <thread>
#include <type_traits>
#include <vector>

#include "pullquote/searcher.h"
#include "tests/support/hand_index.h"
#include "tests/support/test_index.h"

BOOST_AUTO_TEST_SUITE(generation)

using namespace pullquote;
using pullquote::testing::ids_of;
using pullquote::testing::parsed;
using pullquote::testing::TestIndex;

namespace {

/// One article, named after the build.
std::string edition(unsigned number) {
  return R"({"id":"edition-)" + std::to_string(number) +
         R"(","headline":"Ferry timetable","body":"The ferry leaves at dawn.","language":"en"})" +
         "\n";
}

BuildReport build_alone(TestIndex& index, unsigned number) {
  BuildOptions options;
  options.threads = 1;
  options.keep = 1;
  return index.build(edition(number), options);
}

std::vector<std::string> ferries(Searcher& searcher) {
  return ids_of(searcher.search(parsed("ferry")));
}

using Ids = std::vector<std::string>;

/// Searchers rely on how a Generation was opened, so nobody else may make one.
static_assert(std::is_final_v<Generation> && !std::is_default_constructible_v<Generation> &&
              !std::is_copy_constructible_v<Generation>);

}  // namespace

BOOST_AUTO_TEST_CASE(a_generation_held_is_searched_after_builds_that_keep_only_theirs) {
  TestIndex index;
  const BuildReport first = build_alone(index, 1);
  auto held = Generation::open(index.path());
  build_alone(index, 2);
  build_alone(index, 3);
  Searcher searcher(held);  // opens its databases now
  BOOST_TEST(ferries(searcher) == (Ids{"edition-1"}));
  Searcher newest(Generation::open(index.path()));
  BOOST_TEST(ferries(newest) == (Ids{"edition-3"}));
}

BOOST_AUTO_TEST_CASE(a_generation_goes_with_the_first_build_after_its_last_reader) {
  TestIndex index;
  const BuildReport first = build_alone(index, 1);
  auto held = Generation::open(index.path());
  auto searcher = std::make_unique<Searcher>(held);
  held.reset();
  build_alone(index, 2);
  BOOST_TEST(std::filesystem::exists(index.generation(first)));  // the searcher holds it as well
  searcher.reset();
  build_alone(index, 3);
  BOOST_TEST(!std::filesystem::exists(index.generation(first)));
}

BOOST_AUTO_TEST_CASE(several_threads_open_and_search_while_builds_remove_what_they_read,
                     *boost::unit_test::label("concurrent")) {
  constexpr unsigned kBuilds = 40;
  TestIndex index;
  build_alone(index, 0);
  std::atomic<bool> done = false;
  std::atomic<unsigned> answers = 0;
  std::vector<std::string> failures(2);
  {
    std::vector<std::jthread> readers;
    for (std::string& failure : failures) {
      readers.emplace_back([&] {
        try {
          while (!done || answers == 0) {
            const auto opened = Generation::open(index.path());
            std::this_thread::yield();  // here a build may publish and remove
            Searcher searcher(opened);
            if (ferries(searcher).size() != 1) failure = "the article was not found";
            ++answers;
          }
        } catch (const std::exception& error) {
          failure = error.what();
        }
      });
    }
    for (unsigned number = 1; number <= kBuilds; ++number) build_alone(index, number);
    done = true;
  }
  BOOST_TEST(answers > 0u);
  for (const std::string& failure : failures) BOOST_TEST(failure == "");
}

BOOST_AUTO_TEST_CASE(a_published_generation_that_is_gone_is_an_error_that_says_what_to_do) {
  TestIndex index;
  const BuildReport report = build_alone(index, 1);
  std::filesystem::remove_all(index.generation(report));
  try {
    Generation::open(index.path());
    BOOST_ERROR("it was opened");
  } catch (const IndexUnavailable& error) {
    const std::string message = error.what();
    BOOST_TEST(message.find(report.generation.value) != std::string::npos, message);
    BOOST_TEST(message.find("roll back") != std::string::npos, message);
  }
}

BOOST_AUTO_TEST_SUITE_END()
