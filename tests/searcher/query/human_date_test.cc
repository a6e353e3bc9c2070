// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/query/human_date.h"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <ostream>

namespace {

using namespace pullquote;
namespace bdata = boost::unit_test::data;

// 2016-05-04 12:34:56 UTC, a Wednesday.
constexpr std::int64_t kNow = 1462365296;

struct DateCase {
  const char* text;
  const char* canonical;  ///< as to_date_text() writes it; "" where the text is no date
};

std::ostream& operator<<(std::ostream& out, const DateCase& c) {
  return out << c.text;
}

const DateCase kCalendarCases[] = {
    {"2016", "2016"},
    {"2016-05", "2016-05"},
    {"2016-05-04", "2016-05-04"},
    {"20160504", "2016-05-04"},
    {" 2016-05-04 ", "2016-05-04"},
    {"2016-02-29", "2016-02-29"},
    {"0001", "0001"},
    {"9999-12-31", "9999-12-31"},
    {"2016-05-04T15", "2016-05-04T15:00:00..2016-05-04T15:59:59"},
    {"2016-05-04T15:30", "2016-05-04T15:30:00..2016-05-04T15:30:59"},
    {"2016-05-04t15:30:10Z", "2016-05-04T15:30:10"},
    {"May 2016", "2016-05"},
    {"4 May 2016", "2016-05-04"},
    {"sept", ""},
    {"Sep 4, 2016", "2016-09-04"},
    {"september 30 2016", "2016-09-30"},
    {"31 feb 2016", ""},
    {"0000", ""},
    {"10000", ""},
    {"216", ""},
    {"2016-5", ""},
    {"2016-00", ""},
    {"2016-13", ""},
    {"2015-02-29", ""},
    {"2016-05-00", ""},
    {"2016/05/04", ""},
    {"2016-05-04T24", ""},
    {"2016-05-04T15:60", ""},
    {"2016-05-04T15:30:1", ""},
    {"2016-05-04X15", ""},
    {"04.05.2016", ""},
    {"", ""},
    {"-", ""},
};

const DateCase kHumanCases[] = {
    {"today", "2016-05-04"},
    {"Yesterday", "2016-05-03"},
    {"tomorrow", "2016-05-05"},
    {"wednesday", "2016-05-04"},       // today counts
    {"last wednesday", "2016-04-27"},  // but not as the last one
    {"thursday", "2016-04-28"},
    {"tue", "2016-05-03"},
    {"last tue", "2016-05-03"},
    {"this week", "2016-05-02..2016-05-08"},  // Monday to Sunday
    {"last week", "2016-04-25..2016-05-01"},
    {"last-week", "2016-04-25..2016-05-01"},
    {"this month", "2016-05"},
    {"last month", "2016-04"},
    {"this year", "2016"},
    {"last year", "2015"},
    {"past week", "2016-04-27.."},
    {"last 7 days", "2016-04-27.."},
    {"past 24 hours", "2016-05-03T12:00:00.."},
    {"3 days ago", "2016-05-01"},
    {"3-days-ago", "2016-05-01"},
    {"3_days_ago", "2016-05-01"},
    {"a week ago", "2016-04-27"},
    {"2 weeks ago", "2016-04-20"},
    {"one month ago", "2016-04-04"},
    {"2 months ago", "2016-03-04"},
    {"14 months ago", "2015-03-04"},
    {"1 year ago", "2015-05-04"},
    {"2 hours ago", "2016-05-04T10:00:00..2016-05-04T10:59:59"},
    {"0 days ago", "2016-05-04"},
    {"3000 years ago", ""},
    {"99999999999 days ago", ""},
    {"-3 days ago", "2016-05-01"},  // a hyphen is a blank
    {"3 fortnights ago", ""},
    {"next week", ""},
    {"soon", ""},
    {"a", ""},
};

const DateCase kRangeCases[] = {
    {"2016-05-01..2016-05-07", "2016-05-01..2016-05-07"},
    {"2016-04..2016-05", "2016-04-01..2016-05-31"},
    {"2015..2016", "2015-01-01..2016-12-31"},
    {"2016-01-01..2016-12-31", "2016"},
    {"2016-05-01..2016-05-01", "2016-05-01"},
    {"..2016", "..2016-12-31"},
    {"2016..", "2016-01-01.."},
    {"3 days ago..yesterday", "2016-05-01..2016-05-03"},
    {"last week .. today", "2016-04-25..2016-05-04"},
    {"..", ""},
    {"2016..2015", ""},
    {"x..2016", ""},
    {"2016..x", ""},
    {"2014..2015..2016", ""},
};

std::string range_text(std::string_view text) {
  const auto range = parse_date_range(text, kNow);
  return range ? to_date_text(*range) : "";
}

BOOST_AUTO_TEST_SUITE(human_date)

BOOST_DATA_TEST_CASE(calendar_dates_name_their_whole_span, bdata::make(kCalendarCases), c) {
  BOOST_TEST(range_text(c.text) == c.canonical);
}
BOOST_DATA_TEST_CASE(words_count_back_from_now, bdata::make(kHumanCases), c) {
  BOOST_TEST(range_text(c.text) == c.canonical);
}
BOOST_DATA_TEST_CASE(ranges_include_both_ends, bdata::make(kRangeCases), c) {
  BOOST_TEST(range_text(c.text) == c.canonical);
}

BOOST_AUTO_TEST_CASE(a_day_is_half_open_in_utc) {
  const auto range = parse_date("1970-01-02", kNow);
  BOOST_REQUIRE(range.has_value());
  BOOST_TEST(*range->from_seconds == 86400);
  BOOST_TEST(*range->until_seconds == 172800);
}

BOOST_AUTO_TEST_CASE(a_month_back_from_its_31st_is_the_shorter_months_last_day) {
  constexpr std::int64_t kLastOfMarch = 1459382400;  // 2016-03-31
  BOOST_TEST(to_date_text(*parse_date("1 month ago", kLastOfMarch)) == "2016-02-29");
}

BOOST_AUTO_TEST_CASE(any_clock_is_survived) {
  for (const std::int64_t now : {INT64_MIN, INT64_MAX, std::int64_t{0}}) {
    for (const char* text : {"today", "tomorrow", "last week", "last month", "5 years ago"}) {
      const auto range = parse_date(text, now);
      BOOST_TEST((!range || *range->from_seconds < *range->until_seconds));
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
