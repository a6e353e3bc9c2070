// SPDX-License-Identifier: GPL-3.0-or-later
/// A point in time as news states it: rarely to the second, often without a zone.
///
///     const auto time = parse_iso8601("2016-05-04T19:04+02:00");
///     if (time) std::cout << to_iso8601(*time) << '\n';
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace pullquote {

/// How much of a timestamp the source stated. Ordered from coarse to fine.
enum class TimePrecision : std::uint8_t { Year, Month, Day, Minute, Second };

/// A publication or modification time. `unix_seconds` is always the *first* second (UTC) of what
/// was stated: "2016-05" is 2016-05-01T00:00:00Z with precision Month.
struct Timestamp {
  std::int64_t unix_seconds = 0;                    ///< seconds since 1970-01-01T00:00:00Z
  TimePrecision precision = TimePrecision::Second;  ///< what the source stated
  std::optional<std::int16_t> zone_minutes;         ///< east of UTC; empty: no zone was stated

  friend bool operator==(const Timestamp&, const Timestamp&) = default;
};

/// ISO 8601 in the stated precision and zone: "2016", "2016-05", "2016-05-04",
/// "2016-05-04T15:04-04:00", "2016-05-04T19:04:00Z". Without a stated zone a time is written
/// without one ("2016-05-04T19:04:00").
std::string to_iso8601(const Timestamp& time);

/// Reads what to_iso8601 writes, and the usual variants: a space for 'T', fractions of a second
/// (dropped), "+0200", basic dates ("20160504"). Years 0001 to 9999. Without a zone the time is
/// taken as UTC and `zone_minutes` stays empty. Empty when the text is anything else.
std::optional<Timestamp> parse_iso8601(std::string_view text);

/// Days since 1970-01-01 of a civil date in the proleptic Gregorian calendar; empty when the date
/// does not exist (2015-02-29).
std::optional<std::int64_t> days_from_civil(int year, unsigned month, unsigned day);

}  // namespace pullquote
