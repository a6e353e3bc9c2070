// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/io/descriptor.h"

#include <boost/test/unit_test.hpp>

#include <sys/stat.h>

#include <cerrno>
#include <string>

#include "pullquote/error.h"
#include "schema/io/mapped_file.h"
#include "schema/store/checksum.h"
#include "tests/support/temporary_directory.h"

using namespace pullquote;
using pullquote::testing::TemporaryDirectory;

BOOST_AUTO_TEST_SUITE(descriptor)

BOOST_AUTO_TEST_CASE(a_call_is_repeated_while_signals_interrupt_it) {
  int calls = 0;
  const int result = uninterrupted([&] {
    errno = EINTR;
    return ++calls < 3 ? -1 : 7;
  });
  BOOST_TEST(result == 7);
  BOOST_TEST(calls == 3);
}

BOOST_AUTO_TEST_CASE(another_error_is_not_repeated) {
  int calls = 0;
  const int result = uninterrupted([&] {
    ++calls;
    errno = EIO;
    return -1;
  });
  BOOST_TEST(result == -1);
  BOOST_TEST(calls == 1);
}

BOOST_AUTO_TEST_CASE(a_regular_file_is_read_up_to_the_bound) {
  const TemporaryDirectory folder;
  folder.write("file", "twelve bytes");
  BOOST_TEST(read_regular_file(folder / "file", 100).value() == "twelve bytes");
  BOOST_TEST(read_regular_file(folder / "file", 6).value() == "twelve");
  folder.write("empty", "");
  BOOST_TEST(read_regular_file(folder / "empty", 6).value() == "");
}

BOOST_AUTO_TEST_CASE(what_is_no_regular_file_is_refused_without_waiting) {
  const TemporaryDirectory folder;
  BOOST_REQUIRE(::mkfifo((folder / "pipe").c_str(), 0600) == 0);
  BOOST_TEST(!read_regular_file(folder / "pipe", 100));
  BOOST_TEST(errno == EINVAL);
  BOOST_TEST(!read_regular_file(folder.path(), 100));
  BOOST_TEST(errno == EISDIR);
  BOOST_TEST(!read_regular_file(folder / "none", 100));
  BOOST_TEST(errno == ENOENT);
  BOOST_CHECK_THROW(MappedFile(folder / "pipe"), IndexCorrupt);
  BOOST_TEST(checksum_of_file(folder / "pipe") == "crc32:00000000");
}

BOOST_AUTO_TEST_SUITE_END()
