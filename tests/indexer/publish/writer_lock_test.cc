// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/publish/writer_lock.h"

#include <sys/wait.h>
#include <unistd.h>

#include <boost/test/unit_test.hpp>
#include <csignal>
#include <string>

#include "pullquote/error.h"
#include "pullquote/publisher.h"
#include "tests/support/test_index.h"

using namespace pullquote;

namespace {

BOOST_AUTO_TEST_SUITE(writer_lock)

BOOST_AUTO_TEST_CASE(a_second_writer_is_told_who_holds_the_lock) {
  const testing::TemporaryDirectory folder;
  const WriterLock lock(folder.path());
  BOOST_TEST(lock.taken_at() > 1'500'000'000);
  BOOST_CHECK_EXCEPTION(WriterLock(folder.path()), LockHeld, [](const LockHeld& error) {
    return std::string(error.what()).find("process " + std::to_string(::getpid())) !=
           std::string::npos;
  });
}

BOOST_AUTO_TEST_CASE(the_lock_ends_with_its_holder) {
  const testing::TemporaryDirectory folder;
  { const WriterLock lock(folder.path()); }
  BOOST_CHECK_NO_THROW(WriterLock(folder.path()));
}

BOOST_AUTO_TEST_CASE(the_lock_dies_with_a_killed_process) {
  const testing::TemporaryDirectory folder;
  int ready[2];
  BOOST_REQUIRE(::pipe(ready) == 0);
  const pid_t child = ::fork();
  if (child == 0) {
    const WriterLock lock(folder.path());
    const char byte = 1;
    if (::write(ready[1], &byte, 1) != 1) ::_exit(1);
    for (;;) ::pause();
  }
  char byte = 0;
  BOOST_REQUIRE(::read(ready[0], &byte, 1) == 1);
  BOOST_CHECK_THROW(WriterLock(folder.path()), LockHeld);
  ::kill(child, SIGKILL);
  ::waitpid(child, nullptr, 0);
  BOOST_CHECK_NO_THROW(WriterLock(folder.path()));
  ::close(ready[0]);
  ::close(ready[1]);
}

BOOST_AUTO_TEST_CASE(a_second_build_never_touches_the_first_ones_staging) {
  testing::TestIndex index({R"({"id":"a","headline":"one","body":"text"})"});
  const WriterLock lock(index.path());
  const auto staged = index.path() / "staging/20240101T000000Z-0001/spool";
  std::filesystem::create_directories(staged);
  BOOST_CHECK_THROW(index.build("{\"headline\":\"two\"}\n"), LockHeld);
  BOOST_CHECK_THROW(rollback(index.path()), LockHeld);
  BOOST_TEST(std::filesystem::exists(staged));
}

BOOST_AUTO_TEST_CASE(the_next_build_removes_what_a_crashed_one_left) {
  testing::TestIndex index({R"({"id":"a","headline":"one","body":"text"})"});
  std::filesystem::create_directories(index.path() / "staging/20240101T000000Z-0001/spool");
  index.build("{\"headline\":\"two\"}\n");
  BOOST_TEST(!std::filesystem::exists(index.path() / "staging"));
}

BOOST_AUTO_TEST_CASE(a_folder_that_is_not_there_cannot_be_locked) {
  const testing::TemporaryDirectory folder;
  BOOST_CHECK_THROW(WriterLock(folder / "missing"), WriteFailed);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
