// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/io/output_file.h"

#include <boost/test/unit_test.hpp>

#include "pullquote/error.h"
#include "tests/support/temporary_directory.h"

BOOST_AUTO_TEST_SUITE(output_files)

using namespace pullquote;
using namespace pullquote::testing;

BOOST_AUTO_TEST_CASE(what_is_written_replaces_what_was_there) {
  const TemporaryDirectory folder;
  const std::filesystem::path path = folder.write("file", "something longer");
  OutputFile file(path);
  file.write("one ");
  file.write("");
  file.write("two");
  file.sync();
  file.close();
  BOOST_TEST(read_file(path) == "one two");
}

BOOST_AUTO_TEST_CASE(failures_name_the_file) {
  const auto names = [](const std::string& name) {
    return [name](const WriteFailed& error) {
      return std::string(error.what()).find(name) != std::string::npos;
    };
  };
  const TemporaryDirectory folder;
  BOOST_CHECK_EXCEPTION(OutputFile(folder / "missing/file"), WriteFailed, names("missing/file"));
  OutputFile full("/dev/full");
  BOOST_CHECK_EXCEPTION(full.write("x"), WriteFailed, names("/dev/full"));
}

BOOST_AUTO_TEST_CASE(a_descriptor_that_was_moved_is_closed_once) {
  const TemporaryDirectory folder;
  Descriptor first(folder.write("file", "x"));
  const int number = first.get();
  Descriptor second(std::move(first));
  BOOST_TEST(first.get() == -1);
  BOOST_TEST(second.get() == number);
  first = std::move(second);
  BOOST_TEST(first.get() == number);
  BOOST_TEST(Descriptor(folder / "missing").get() == -1);
}

BOOST_AUTO_TEST_SUITE_END()
