// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/publish/xapian_errors.h"

#include <boost/test/unit_test.hpp>
#include <string>
#include <string_view>

using namespace pullquote;

namespace {

/// The message that an error of the engine becomes; fails the test if it becomes another class.
template <class Expected, class Engine>
std::string translated(const Engine& error) {
  try {
    with_pullquote_errors([&] { throw error; }, "/news/index");
  } catch (const Expected& translation) {
    return translation.what();
  } catch (const Error& other) {
    BOOST_ERROR("another class, saying " << other.what());
  }
  return {};
}

bool has(std::string_view message, std::string_view part) {
  return message.find(part) != std::string_view::npos;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(xapian_errors)

BOOST_AUTO_TEST_CASE(what_cannot_be_opened_is_unavailable_and_says_what_to_check) {
  for (const std::string& message :
       {translated<IndexUnavailable>(Xapian::DatabaseOpeningError("no permission")),
        translated<IndexUnavailable>(Xapian::DatabaseNotFoundError("no permission"))}) {
    BOOST_TEST(has(message, "cannot open /news/index"), message);
    BOOST_TEST(has(message, "no permission"), message);
    BOOST_TEST(has(message, "pullquote verify"), message);
  }
}

BOOST_AUTO_TEST_CASE(what_contradicts_itself_is_corrupt) {
  for (const std::string& message :
       {translated<IndexCorrupt>(Xapian::DatabaseCorruptError("bad block")),
        translated<IndexCorrupt>(Xapian::DocNotFoundError("document 7")),
        translated<IndexCorrupt>(Xapian::RangeError("a number is too large"))}) {
    BOOST_TEST(has(message, "cannot read /news/index"), message);
    BOOST_TEST(has(message, "roll back"), message);
  }
}

BOOST_AUTO_TEST_CASE(whatever_else_the_engine_says_names_the_operation_and_a_remedy) {
  const auto message = translated<IndexUnavailable>(Xapian::DatabaseError("error reading block 5"));
  BOOST_TEST(has(message, "cannot read /news/index"), message);
  BOOST_TEST(has(message, "error reading block 5"), message);
  BOOST_TEST(has(message, "check the disk"), message);
}

BOOST_AUTO_TEST_CASE(what_went_well_is_handed_back) {
  BOOST_TEST(with_pullquote_errors([] { return 7; }) == 7);
}

BOOST_AUTO_TEST_SUITE_END()
