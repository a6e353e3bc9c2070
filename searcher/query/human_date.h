// SPDX-License-Identifier: GPL-3.0-or-later
/// Reads dates as people and calendars write them, as half-open ranges of unix seconds. Days are
/// civil days in UTC; weeks begin on Monday.
///
///   2016  2016-05  2016-05-04  20160504  2016-05-04T15  ...T15:04  ...T15:04:05
///   May 2016, 4 May 2016, May 4 2016       (English names and their first three letters)
///   today  yesterday  tomorrow  monday     (the latest one, today included)
///   last monday                            (before today)
///   this|last week|month|year              (the whole calendar week, month or year)
///   last|past 7 days                       (from 7 days ago, open end; also hours, weeks, ...)
///   3 days ago, a week ago                 (that day; hours and minutes: that hour, that minute)
///
/// Case does not matter; hyphens and underscores may stand for blanks ("last-week").
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "pullquote/query.h"

namespace pullquote {

/// The range that one date names: from its first second to the first second behind it. "last 7
/// days" has no end. Empty when the text is no date, or one outside the years 1 to 9999.
/// @param now_seconds  the present, in unix seconds.
std::optional<TimeRange> parse_date(std::string_view text, std::int64_t now_seconds);

/// A date, or two dates as FROM..UNTIL, the second included; one of the two may be missing. Empty
/// for any other text, for ".." alone, and for a range that runs backwards.
std::optional<TimeRange> parse_date_range(std::string_view text, std::int64_t now_seconds);

/// The shortest text from which parse_date_range() reads this range: a year, month, day or second,
/// or two days or seconds with ".." between them.
std::string to_date_text(const TimeRange& range);

}  // namespace pullquote
