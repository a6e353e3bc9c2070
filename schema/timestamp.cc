// SPDX-License-Identifier: GPL-3.0-or-later
/// ISO 8601 in and out. One hand-written scanner, because the C library's are bound to locales and
/// strptime cannot tell how much of a timestamp was stated.
#include "pullquote/timestamp.h"

#include <fmt/format.h>
#include <algorithm>
#include <chrono>
#include <cstddef>

namespace pullquote {
namespace {

constexpr std::int64_t kSecondsPerDay = 86400;

/// Eats a text from the left.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : rest_(text) {}

  bool done() const { return rest_.empty(); }

  bool eat(char c) {
    if (rest_.empty() || rest_.front() != c) return false;
    rest_.remove_prefix(1);
    return true;
  }

  bool eat_any(std::string_view choices) {
    if (rest_.empty() || choices.find(rest_.front()) == std::string_view::npos) return false;
    rest_.remove_prefix(1);
    return true;
  }

  std::size_t digits_ahead() const {
    return static_cast<std::size_t>(std::find_if(rest_.begin(), rest_.end(), is_no_digit) -
                                    rest_.begin());
  }

  /// Exactly `count` digits as a number; empty when fewer follow.
  std::optional<unsigned> number(std::size_t count) {
    if (digits_ahead() < count) return std::nullopt;
    unsigned value = 0;
    for (char digit : rest_.substr(0, count))
      value = value * 10 + static_cast<unsigned>(digit - '0');
    rest_.remove_prefix(count);
    return value;
  }

  void skip_digits() { rest_.remove_prefix(digits_ahead()); }

 private:
  static bool is_no_digit(char c) { return c < '0' || c > '9'; }
  std::string_view rest_;
};

/// "2016", "2016-05", "2016-05-04" or "20160504". Fills seconds and precision.
bool scan_date(Scanner& in, Timestamp& time) {
  const bool basic = in.digits_ahead() == 8;
  const auto year = in.number(4);
  if (!year || *year == 0) return false;
  unsigned month = 1;
  unsigned day = 1;
  time.precision = TimePrecision::Year;
  if (basic || in.eat('-')) {
    const auto number = in.number(2);
    if (!number) return false;
    month = *number;
    time.precision = TimePrecision::Month;
    if (basic || in.eat('-')) {
      const auto second_number = in.number(2);
      if (!second_number) return false;
      day = *second_number;
      time.precision = TimePrecision::Day;
    }
  }
  const auto days = days_from_civil(static_cast<int>(*year), month, day);
  if (!days) return false;
  time.unix_seconds = *days * kSecondsPerDay;
  return true;
}

/// "19:04", "19:04:00", "19:04:00.25", "1904", "190400". A leap second counts as the one before.
bool scan_time_of_day(Scanner& in, Timestamp& time) {
  const bool basic = in.digits_ahead() >= 4;
  const auto hour = in.number(2);
  if (!hour || *hour > 23 || (!basic && !in.eat(':'))) return false;
  const auto minute = in.number(2);
  if (!minute || *minute > 59) return false;
  unsigned second = 0;
  time.precision = TimePrecision::Minute;
  if (basic ? in.digits_ahead() > 0 : in.eat(':')) {
    const auto number = in.number(2);
    if (!number || *number > 60) return false;
    second = std::min(*number, 59u);
    time.precision = TimePrecision::Second;
    if (in.eat_any(".,")) {
      if (in.digits_ahead() == 0) return false;
      in.skip_digits();
    }
  }
  time.unix_seconds += *hour * 3600 + *minute * 60 + second;
  return true;
}

/// "Z", "+02:00", "+0200", "+02" or nothing, one space before it allowed.
bool scan_zone(Scanner& in, Timestamp& time) {
  const bool spaced = in.eat(' ');
  if (in.done()) return !spaced;
  if (in.eat_any("Zz")) {
    time.zone_minutes = std::int16_t{0};
    return true;
  }
  const bool west = in.eat('-');
  if (!west && !in.eat('+')) return false;
  const auto hours = in.number(2);
  if (!hours || *hours > 23) return false;
  unsigned minutes = 0;
  if (in.eat(':') || in.digits_ahead() > 0) {
    const auto number = in.number(2);
    if (!number || *number > 59) return false;
    minutes = *number;
  }
  const int east = static_cast<int>(*hours * 60 + minutes) * (west ? -1 : 1);
  time.zone_minutes = static_cast<std::int16_t>(east);
  time.unix_seconds -= std::int64_t{east} * 60;
  return true;
}

std::string zone_suffix(const std::optional<std::int16_t>& zone) {
  if (!zone) return {};
  if (*zone == 0) return "Z";
  const int minutes = *zone < 0 ? -*zone : *zone;
  return fmt::format("{}{:02}:{:02}", *zone < 0 ? '-' : '+', minutes / 60, minutes % 60);
}

/// Seconds on the stated zone's clock, kept within the years that ISO 8601 can write.
std::int64_t local_seconds(const Timestamp& time) {
  static const std::int64_t first = *days_from_civil(1, 1, 1) * kSecondsPerDay;
  static const std::int64_t last = *days_from_civil(9999, 12, 31) * kSecondsPerDay + 86399;
  const std::int64_t shift = std::int64_t{time.zone_minutes.value_or(0)} * 60;
  return std::clamp(std::clamp(time.unix_seconds, first, last) + shift, first, last);
}

}  // namespace

std::optional<std::int64_t> days_from_civil(int year, unsigned month, unsigned day) {
  if (month > 12 || day > 31 || year < -32767 || year > 32767) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year{year}, std::chrono::month{month},
                                         std::chrono::day{day}};
  if (!date.ok()) return std::nullopt;
  return std::chrono::sys_days{date}.time_since_epoch().count();
}

std::string to_iso8601(const Timestamp& time) {
  const auto local = std::chrono::sys_seconds{std::chrono::seconds{local_seconds(time)}};
  const auto midnight = std::chrono::floor<std::chrono::days>(local);
  const std::chrono::year_month_day date{midnight};
  const std::chrono::hh_mm_ss clock{local - midnight};

  std::string text = fmt::format("{:04}", static_cast<int>(date.year()));
  if (time.precision == TimePrecision::Year) return text;
  text += fmt::format("-{:02}", static_cast<unsigned>(date.month()));
  if (time.precision == TimePrecision::Month) return text;
  text += fmt::format("-{:02}", static_cast<unsigned>(date.day()));
  if (time.precision == TimePrecision::Day) return text;
  text += fmt::format("T{:02}:{:02}", clock.hours().count(), clock.minutes().count());
  if (time.precision != TimePrecision::Minute)
    text += fmt::format(":{:02}", clock.seconds().count());
  return text + zone_suffix(time.zone_minutes);
}

std::optional<Timestamp> parse_iso8601(std::string_view text) {
  Scanner in(text);
  Timestamp time;
  if (!scan_date(in, time)) return std::nullopt;
  if (in.done()) return time;
  if (time.precision != TimePrecision::Day || !in.eat_any("Tt ")) return std::nullopt;
  if (!scan_time_of_day(in, time) || !scan_zone(in, time) || !in.done()) return std::nullopt;
  return time;
}

}  // namespace pullquote
