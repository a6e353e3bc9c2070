// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/io/write_failure.h"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <ostream>
#include <string>

#include "pullquote/error.h"

using namespace pullquote;
namespace bdata = boost::unit_test::data;

namespace {

struct Case {
  std::errc error;
  std::string remedy;
  friend std::ostream& operator<<(std::ostream& out, const Case& c) { return out << c.remedy; }
};

const Case kCases[] = {{std::errc::no_space_on_device, "free some space"},
                       {std::errc::file_too_large, "ulimit -f"},
                       {std::errc::too_many_files_open, "ulimit -n"},
                       {std::errc::permission_denied, "must be writable"},
                       {std::errc::read_only_file_system, "must be writable"}};

}  // namespace

BOOST_AUTO_TEST_SUITE(write_failure)

BOOST_DATA_TEST_CASE(the_operation_the_path_the_reason_and_what_helps_are_named,
                     bdata::make(kCases), c) {
  const std::error_code error = std::make_error_code(c.error);
  try {
    throw_write_failed("write", "/news/index/CURRENT", error);
  } catch (const WriteFailed& failure) {
    const std::string message = failure.what();
    BOOST_TEST(message.starts_with("cannot write /news/index/CURRENT: " + error.message()),
               message);
    BOOST_TEST(message.find(c.remedy) != std::string::npos, message);
  }
}

BOOST_AUTO_TEST_SUITE_END()
