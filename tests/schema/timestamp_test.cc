// SPDX-License-Identifier: GPL-3.0-or-later
#include "pullquote/timestamp.h"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <cstdint>
#include <limits>
#include <ostream>
#include <string>

namespace bdata = boost::unit_test::data;
using namespace pullquote;

namespace {

// 2016-05-04T00:00:00Z: 46 years of 365 days, 11 leap days (1972..2012) and 2016's, then
// 31+28+31+30+3.
constexpr std::int64_t kMay4 = (46 * 365 + 12 + 123) * 86400ll;
constexpr std::int64_t kAfternoon = kMay4 + 19 * 3600 + 4 * 60;

struct Case {
  const char* why;
  const char* text;
  std::int64_t seconds;
  TimePrecision precision;
  int zone;               // kNone: none stated
  const char* canonical;  // what to_iso8601 makes of it
};
constexpr int kNone = 9999;

std::ostream& operator<<(std::ostream& out, const Case& c) {
  return out << c.why << ": " << c.text;
}

const Case kReadable[] = {
    {"the epoch", "1970-01-01T00:00:00Z", 0, TimePrecision::Second, 0, "1970-01-01T00:00:00Z"},
    {"a second before it", "1969-12-31T23:59:59Z", -1, TimePrecision::Second, 0,
     "1969-12-31T23:59:59Z"},
    {"a year", "2016", kMay4 - 124 * 86400ll, TimePrecision::Year, kNone, "2016"},
    {"a month", "2016-05", kMay4 - 3 * 86400ll, TimePrecision::Month, kNone, "2016-05"},
    {"a day", "2016-05-04", kMay4, TimePrecision::Day, kNone, "2016-05-04"},
    {"a basic date", "20160504", kMay4, TimePrecision::Day, kNone, "2016-05-04"},
    {"minutes without a zone", "2016-05-04T19:04", kAfternoon, TimePrecision::Minute, kNone,
     "2016-05-04T19:04"},
    {"seconds without a zone", "2016-05-04T19:04:00", kAfternoon, TimePrecision::Second, kNone,
     "2016-05-04T19:04:00"},
    {"a zone west of Greenwich is added", "2016-05-04T15:04-04:00", kAfternoon,
     TimePrecision::Minute, -240, "2016-05-04T15:04-04:00"},
    {"a zone of half an hour", "2016-05-05T00:34:00+05:30", kAfternoon, TimePrecision::Second, 330,
     "2016-05-05T00:34:00+05:30"},
    {"a zone without a colon", "2016-05-04T21:04:00+0200", kAfternoon, TimePrecision::Second, 120,
     "2016-05-04T21:04:00+02:00"},
    {"a zone of hours", "2016-05-04T21:04:00+02", kAfternoon, TimePrecision::Second, 120,
     "2016-05-04T21:04:00+02:00"},
    {"a space for T", "2016-05-04 19:04:00", kAfternoon, TimePrecision::Second, kNone,
     "2016-05-04T19:04:00"},
    {"spaces twice", "2016-05-04 21:04:00 +0200", kAfternoon, TimePrecision::Second, 120,
     "2016-05-04T21:04:00+02:00"},
    {"fractions are dropped", "2016-05-04T19:04:00.987654321Z", kAfternoon, TimePrecision::Second,
     0, "2016-05-04T19:04:00Z"},
    {"basic throughout", "20160504T190400Z", kAfternoon, TimePrecision::Second, 0,
     "2016-05-04T19:04:00Z"},
    {"small letters", "2016-05-04t19:04:00z", kAfternoon, TimePrecision::Second, 0,
     "2016-05-04T19:04:00Z"},
    {"a leap second is the one before", "2016-12-31T23:59:60Z", kMay4 + 242 * 86400ll - 1,
     TimePrecision::Second, 0, "2016-12-31T23:59:59Z"},
    {"a leap day", "2016-02-29", kMay4 - 65 * 86400ll, TimePrecision::Day, kNone, "2016-02-29"},
};

const char* const kUnreadable[] = {
    "",
    "yesterday",
    "16-05-04",
    "2016-5-4",
    "2016-13",
    "2016-00-01",
    "2015-02-29",
    "2016-05-32",
    "0000-01-01",
    "201605",
    "2016-05-",
    "2016-05-04T",
    "2016-05-04T19",
    "2016-05-04T24:00",
    "2016-05-04T19:60",
    "2016T19:04",
    "2016-05-04T19:04 ",
    "2016-05-04T19:04:00.",
    "2016-05-04T19:04:61Z",
    "2016-05-04T19:04:00+2",
    "2016-05-04T19:04:00Zulu",
    "2016-05-04Z",
    "12016-05-04",
    "-2016",
    "2016-05-04T19:04:00+24:00",
};

BOOST_AUTO_TEST_SUITE(timestamp)

BOOST_DATA_TEST_CASE(reads_iso_8601_and_writes_what_was_stated, bdata::make(kReadable), c) {
  const auto time = parse_iso8601(c.text);
  BOOST_REQUIRE(time.has_value());
  BOOST_TEST(time->unix_seconds == c.seconds);
  BOOST_TEST((time->precision == c.precision));
  BOOST_TEST(time->zone_minutes.value_or(kNone) == c.zone);
  BOOST_TEST(to_iso8601(*time) == c.canonical);
  BOOST_TEST((parse_iso8601(c.canonical) == time));
}

BOOST_DATA_TEST_CASE(refuses_everything_else, bdata::make(kUnreadable), text) {
  BOOST_TEST(!parse_iso8601(text).has_value());
}

BOOST_AUTO_TEST_CASE(writing_survives_times_that_no_calendar_has) {
  const auto lowest = std::numeric_limits<std::int64_t>::min();
  const auto highest = std::numeric_limits<std::int64_t>::max();
  BOOST_TEST(to_iso8601({lowest, TimePrecision::Second, std::int16_t{-32768}}).size() > 0u);
  BOOST_TEST(to_iso8601({highest, TimePrecision::Year, std::int16_t{32767}}) == "9999");
}

BOOST_AUTO_TEST_CASE(counts_days_of_dates_that_exist) {
  BOOST_TEST(days_from_civil(1970, 1, 1).value() == 0);
  BOOST_TEST(days_from_civil(1969, 12, 31).value() == -1);
  BOOST_TEST(days_from_civil(2000, 2, 29).value() == 11016);  // 30 years, 7 leap days, 31 + 28
  BOOST_TEST(!days_from_civil(1900, 2, 29).has_value());
  BOOST_TEST(!days_from_civil(2016, 0, 1).has_value());
  BOOST_TEST(!days_from_civil(2016, 268, 1).has_value());
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
