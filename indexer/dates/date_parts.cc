// SPDX-License-Identifier: GPL-3.0-or-later
/// From the pieces of a date to a point in time.
#include "indexer/dates/date_parts.h"

namespace pullquote {
namespace {

/// Day of the month of the nth Sunday (from 1); days_from_civil counts from a Thursday.
int nth_sunday(int year, unsigned month, int nth) {
  const std::int64_t first = *days_from_civil(year, month, 1);
  const int weekday = static_cast<int>(((first + 4) % 7 + 7) % 7);  // 0 is Sunday
  return 1 + (7 - weekday) % 7 + 7 * (nth - 1);
}

/// Daylight saving of the United States by day; unknown rules before 1987 count as none.
bool is_us_summer_time(int year, int month, int day) {
  if (year < 1987) return false;
  const bool old_rule = year < 2007;  // first Sunday of April to last of October
  const int starts = (old_rule ? 400 : 300) + nth_sunday(year, old_rule ? 4 : 3, old_rule ? 1 : 2);
  int ends = old_rule ? 1000 + nth_sunday(year, 10, 4) : 1100 + nth_sunday(year, 11, 1);
  if (old_rule && ends + 7 <= 1031) ends += 7;
  const int today = month * 100 + day;
  return today >= starts && today < ends;
}

bool in_range(const std::optional<int>& value, int low, int high) {
  return !value || (*value >= low && *value <= high);
}

}  // namespace

std::optional<Timestamp> DateParts::to_timestamp() const {
  if (!year || (day && !month) || (hour && !day) || (minute && !hour) || (second && !minute)) {
    return std::nullopt;
  }
  if (!in_range(year, 1, 9999) || !in_range(month, 1, 12) || !in_range(day, 1, 31) ||
      !in_range(hour, 0, 24) || !in_range(minute, 0, 59) || !in_range(second, 0, 60)) {
    return std::nullopt;
  }
  if (hour == 24 && (minute.value_or(0) != 0 || second.value_or(0) != 0)) return std::nullopt;
  const auto days = days_from_civil(*year, static_cast<unsigned>(month.value_or(1)),
                                    static_cast<unsigned>(day.value_or(1)));
  if (!days) return std::nullopt;

  Timestamp time;
  time.precision = second  ? TimePrecision::Second
                   : hour  ? TimePrecision::Minute
                   : day   ? TimePrecision::Day
                   : month ? TimePrecision::Month
                           : TimePrecision::Year;
  time.unix_seconds = *days * 86400 + hour.value_or(0) * 3600 + minute.value_or(0) * 60 +
                      (second ? (*second == 60 ? 59 : *second) : 0);
  if (hour && zone_minutes) {
    int zone = *zone_minutes;
    if (us_daylight_saving && is_us_summer_time(*year, *month, *day)) zone += 60;
    if (zone < -15 * 60 || zone > 15 * 60) return std::nullopt;
    time.zone_minutes = static_cast<std::int16_t>(zone);
    time.unix_seconds -= zone * 60;
  }
  return time;
}

}  // namespace pullquote
