// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/publish/filesystem.h"

#include <sys/stat.h>

#include <boost/test/unit_test.hpp>

#include "pullquote/error.h"
#include "tests/support/temporary_directory.h"

using namespace pullquote;
using namespace pullquote::testing;

namespace {

BOOST_AUTO_TEST_SUITE(filesystem)

BOOST_AUTO_TEST_CASE(a_file_gets_a_second_name_where_the_disk_can_give_one) {
  const TemporaryDirectory folder;
  const auto from = folder.write("from", "bytes");
  real_filesystem().link_or_copy(from, folder / "to");
  BOOST_TEST(std::filesystem::equivalent(from, folder / "to"));
}

BOOST_AUTO_TEST_CASE(a_file_is_copied_where_the_disk_can_give_no_second_name) {
  const std::filesystem::path other = "/dev/shm";
  const TemporaryDirectory folder;
  struct stat here {};
  struct stat there {};
  if (::stat(folder.path().c_str(), &here) != 0 || ::stat(other.c_str(), &there) != 0 ||
      here.st_dev == there.st_dev) {
    BOOST_TEST_MESSAGE("there is no second disk here");
    return;
  }
  const auto from = folder.write("from", "bytes");
  const auto to = other / folder.path().filename();
  real_filesystem().link_or_copy(from, to);
  BOOST_TEST(read_file(to) == "bytes");
  BOOST_TEST(!std::filesystem::equivalent(from, to));
  std::filesystem::remove(to);
}

BOOST_AUTO_TEST_CASE(a_file_that_is_not_there_is_an_error) {
  const TemporaryDirectory folder;
  BOOST_CHECK_THROW(real_filesystem().link_or_copy(folder / "from", folder / "to"), WriteFailed);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
