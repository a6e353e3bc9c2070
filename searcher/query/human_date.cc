// SPDX-License-Identifier: GPL-3.0-or-later
/// Tries calendar dates in digits first, then English month names, then phrases of one to three
/// words relative to the present. Calendar arithmetic is std::chrono's; make_range() is the one
/// place that bounds the results.
#include "searcher/query/human_date.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <vector>

#include "schema/analysis/ascii.h"
#include "searcher/query/characters.h"

namespace pullquote {
namespace {

using std::chrono::days;
using std::chrono::floor;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::months;
using std::chrono::seconds;
using std::chrono::sys_days;
using std::chrono::sys_seconds;
using std::chrono::year;
using std::chrono::year_month;
using std::chrono::year_month_day;
using std::chrono::years;

constexpr std::array<std::string_view, 12> kMonths{"january",   "february", "march",    "april",
                                                   "may",       "june",     "july",     "august",
                                                   "september", "october",  "november", "december"};
constexpr std::array<std::string_view, 7> kWeekdays{"sunday",   "monday", "tuesday", "wednesday",
                                                    "thursday", "friday", "saturday"};

/// Times stay within these years, so that no arithmetic with numbers of a query can overflow.
constexpr sys_seconds kEarliest = sys_days{year{1} / 1 / 1};
constexpr sys_seconds kLatest = sys_days{year{10000} / 1 / 1};
/// The highest count in "N days ago".
constexpr int kMaxAgo = 1'000'000;

/// The range, if it is not empty and lies within kEarliest and kLatest.
std::optional<TimeRange> make_range(sys_seconds from, sys_seconds until) {
  if (from < kEarliest || until > kLatest || from >= until) return std::nullopt;
  return TimeRange{from.time_since_epoch().count(), until.time_since_epoch().count()};
}

std::optional<TimeRange> day_range(sys_days day) {
  return make_range(day, day + days{1});
}

/// The value of `text` if it consists of exactly `width` digits.
std::optional<int> parse_digits(std::string_view text, std::size_t width) {
  if (text.size() != width || !std::all_of(text.begin(), text.end(), is_ascii_digit)) {
    return std::nullopt;
  }
  int value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

// ---- Calendar dates -------------------------------------------------------------------------

std::optional<TimeRange> year_range(int y) {
  if (y < 1) return std::nullopt;
  return make_range(sys_days{year{y} / 1 / 1}, sys_days{year{y + 1} / 1 / 1});
}

std::optional<TimeRange> month_range(int y, int month) {
  const year_month first{year{y}, std::chrono::month{static_cast<unsigned>(month)}};
  if (y < 1 || !first.ok()) return std::nullopt;
  return make_range(sys_days{first / 1}, sys_days{(first + months{1}) / 1});
}

/// The day, if the calendar has it.
std::optional<sys_days> civil_day(int y, int month, int day) {
  const year_month_day date{year{y}, std::chrono::month{static_cast<unsigned>(month)},
                            std::chrono::day{static_cast<unsigned>(day)}};
  if (y < 1 || !date.ok()) return std::nullopt;
  return sys_days{date};
}

/// The hour, minute or second of `day` that "15", "15:04" or "15:04:05" names; a final "z" is
/// allowed.
std::optional<TimeRange> time_of_day(sys_days day, std::string_view text) {
  if (text.ends_with('z')) text.remove_suffix(1);
  const auto part = [&](std::size_t at, int limit) -> std::optional<int> {
    const auto value = parse_digits(text.substr(at, 2), 2);
    return value && *value < limit ? value : std::nullopt;
  };
  if ((text.size() > 2 && text[2] != ':') || (text.size() > 5 && text[5] != ':')) return {};
  const auto hour = part(0, 24);
  if (!hour) return std::nullopt;
  const sys_seconds at_hour = day + hours{*hour};
  if (text.size() == 2) return make_range(at_hour, at_hour + hours{1});
  const auto minute = text.size() >= 5 ? part(3, 60) : std::nullopt;
  if (!minute) return std::nullopt;
  const sys_seconds at_minute = at_hour + minutes{*minute};
  if (text.size() == 5) return make_range(at_minute, at_minute + minutes{1});
  const auto second = text.size() == 8 ? part(6, 60) : std::nullopt;
  if (!second) return std::nullopt;
  return make_range(at_minute + seconds{*second}, at_minute + seconds{*second + 1});
}

/// A date in digits: "2016", "2016-05", "2016-05-04", "20160504", "2016-05-04t15:04".
std::optional<TimeRange> calendar_date(std::string_view text) {
  const auto y = parse_digits(text.substr(0, 4), 4);
  if (!y) return std::nullopt;
  if (text.size() == 4) return year_range(*y);
  const bool basic = text.size() == 8 && is_ascii_digit(text[4]);
  const auto month = parse_digits(text.substr(basic ? 4 : 5, 2), 2);
  if (!month || (!basic && text[4] != '-')) return std::nullopt;
  if (text.size() == 7) return month_range(*y, *month);
  if (!basic && (text.size() < 10 || text[7] != '-')) return std::nullopt;
  const auto day_number = parse_digits(text.substr(basic ? 6 : 8, 2), 2);
  const auto day = day_number ? civil_day(*y, *month, *day_number) : std::nullopt;
  if (!day) return std::nullopt;
  if (basic || text.size() == 10) return day_range(*day);
  return text[10] == 't' ? time_of_day(*day, text.substr(11)) : std::nullopt;
}

// ---- Words ----------------------------------------------------------------------------------

using Words = std::vector<std::string_view>;

/// The index of the name that `word` is, in full or as its first three letters.
template <std::size_t N>
std::optional<unsigned> index_of_name(const std::array<std::string_view, N>& names,
                                      std::string_view word) {
  for (unsigned i = 0; i < N; ++i) {
    if (word == names[i] || (word.size() == 3 && names[i].starts_with(word))) return i;
  }
  return std::nullopt;
}

/// "may 2016", "4 may 2016", "may 4 2016".
std::optional<TimeRange> named_month(const Words& words) {
  if (words.size() < 2 || words.size() > 3) return std::nullopt;
  const auto y = parse_digits(words.back(), 4);
  if (!y) return std::nullopt;
  const bool day_first = words.size() == 3 && is_ascii_digit(words[0][0]);
  const auto month = index_of_name(kMonths, words[day_first ? 1 : 0]);
  if (!month) return std::nullopt;
  if (words.size() == 2) return month_range(*y, static_cast<int>(*month) + 1);
  const std::string_view number = words[day_first ? 0 : 1];
  const auto day_number = parse_digits(number, std::min<std::size_t>(number.size(), 2));
  const auto day =
      day_number ? civil_day(*y, static_cast<int>(*month) + 1, *day_number) : std::nullopt;
  return day ? day_range(*day) : std::nullopt;
}

/// Units of "3 days ago", in the order of parse_unit().
enum class Unit { Minute, Hour, Day, Week, Month, Year };

std::optional<Unit> parse_unit(std::string_view word) {
  static constexpr std::array<std::string_view, 6> kUnits{"minute", "hour",  "day",
                                                          "week",   "month", "year"};
  if (word.size() > 1 && word.back() == 's') word.remove_suffix(1);
  const auto found = std::find(kUnits.begin(), kUnits.end(), word);
  if (found == kUnits.end()) return std::nullopt;
  return static_cast<Unit>(found - kUnits.begin());
}

/// The same day `count` months earlier, or the last day of that month if it is shorter.
sys_days months_before(sys_days today, int count) {
  year_month_day date = year_month_day{today} - months{count};
  if (!date.ok()) date = date.year() / date.month() / std::chrono::last;
  return date;
}

/// The minute or hour so many units before now, or the day for longer units.
std::optional<TimeRange> ago(int count, Unit unit, sys_seconds now) {
  const auto today = floor<days>(now);
  switch (unit) {
    case Unit::Minute: {
      const auto minute = floor<minutes>(now) - minutes{count};
      return make_range(minute, minute + minutes{1});
    }
    case Unit::Hour: {
      const auto hour = floor<hours>(now) - hours{count};
      return make_range(hour, hour + hours{1});
    }
    case Unit::Day:
      return day_range(today - days{count});
    case Unit::Week:
      return day_range(today - days{7 * count});
    case Unit::Month:
    case Unit::Year: {
      const int back = unit == Unit::Year ? 12 * count : count;
      if (back > 12 * 9999) return std::nullopt;
      return day_range(months_before(today, back));
    }
  }
  return std::nullopt;
}

/// "this week" (`back` is 0), "last month" (1): a whole calendar unit. Units up to a day are those
/// of ago().
std::optional<TimeRange> calendar_unit(Unit unit, int back, sys_seconds now) {
  const auto today = floor<days>(now);
  const year_month_day date{today};
  switch (unit) {
    case Unit::Week: {
      const auto monday = today - (std::chrono::weekday{today} - std::chrono::Monday);
      return make_range(monday - days{7 * back}, monday - days{7 * (back - 1)});
    }
    case Unit::Month: {
      const auto month = date.year() / date.month() - months{back};
      return month_range(int{month.year()}, static_cast<int>(unsigned{month.month()}));
    }
    case Unit::Year:
      return year_range(int{date.year()} - back);
    default:
      return ago(back, unit, now);
  }
}

/// "a", "an", "one", or a number up to kMaxAgo.
std::optional<int> parse_count(std::string_view word) {
  if (word == "a" || word == "an" || word == "one") return 1;
  int value = 0;
  const char* const end = word.data() + word.size();
  const auto result = std::from_chars(word.data(), end, value);
  if (result.ec != std::errc() || result.ptr != end || value < 0 || value > kMaxAgo) return {};
  return value;
}

/// The latest day with this weekday; with `before_today` never today.
std::optional<TimeRange> latest_weekday(unsigned index, bool before_today, sys_seconds now) {
  const auto today = floor<days>(now);
  auto back = std::chrono::weekday{today} - std::chrono::weekday{index};
  if (before_today && back == days{0}) back = days{7};
  return day_range(today - back);
}

/// "today", "monday".
std::optional<TimeRange> one_word(std::string_view word, sys_seconds now) {
  const auto today = floor<days>(now);
  if (word == "today") return day_range(today);
  if (word == "yesterday") return day_range(today - days{1});
  if (word == "tomorrow") return day_range(today + days{1});
  if (const auto weekday = index_of_name(kWeekdays, word)) {
    return latest_weekday(*weekday, false, now);
  }
  return std::nullopt;
}

/// The same range without an end.
std::optional<TimeRange> open_ended(std::optional<TimeRange> range) {
  if (range) range->until_seconds.reset();
  return range;
}

std::optional<TimeRange> one_unit_ago(std::string_view word, sys_seconds now) {
  const auto unit = parse_unit(word);
  return unit ? ago(1, *unit, now) : std::nullopt;
}

/// "this week", "last monday", "past year".
std::optional<TimeRange> two_words(const Words& words, sys_seconds now) {
  const bool last = words[0] == "last";
  if (words[0] == "past") return open_ended(one_unit_ago(words[1], now));
  if (words[0] != "this" && !last) return std::nullopt;
  if (const auto unit = parse_unit(words[1])) return calendar_unit(*unit, last ? 1 : 0, now);
  if (const auto weekday = index_of_name(kWeekdays, words[1]); weekday && last) {
    return latest_weekday(*weekday, true, now);
  }
  return std::nullopt;
}

/// "3 days ago", "last 3 days".
std::optional<TimeRange> three_words(const Words& words, sys_seconds now) {
  const bool last = words[0] == "last" || words[0] == "past";
  if (!last && words[2] != "ago") return std::nullopt;
  const auto count = parse_count(words[last ? 1 : 0]);
  const auto unit = parse_unit(words[last ? 2 : 1]);
  if (!count || !unit) return std::nullopt;
  const auto range = ago(*count, *unit, now);
  return last ? open_ended(range) : range;
}

/// Words between blanks, commas, underscores and hyphens.
Words split_words(std::string_view lower) {
  Words words;
  std::size_t begin = 0;
  const auto separates = [&](std::size_t i) {
    return lower[i] == ' ' || lower[i] == ',' || lower[i] == '_' || lower[i] == '-';
  };
  for (std::size_t i = 0; i <= lower.size(); ++i) {
    if (i < lower.size() && !separates(i)) continue;
    if (i > begin) words.emplace_back(lower.data() + begin, i - begin);
    begin = i + 1;
  }
  return words;
}

/// Lower-case, with control characters as blanks, and without blanks at the ends.
std::string normalise(std::string_view text) {
  std::string normal(text);
  for (char& c : normal) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    if (static_cast<unsigned char>(c) < ' ') c = ' ';
  }
  normal.erase(normal.find_last_not_of(' ') + 1);
  normal.erase(0, normal.find_first_not_of(' '));
  return normal;
}

// ---- Printing -------------------------------------------------------------------------------

/// Appends the number with leading zeros up to `width` digits.
void append_number(std::string& out, int value, std::size_t width) {
  const std::string digits = std::to_string(value);
  out.append(width - std::min(width, digits.size()), '0');
  out += digits;
}

/// The time with its first `precision` parts: 1 year, 2 month, 3 day, 6 second.
std::string date_text(sys_seconds time, int precision) {
  const auto day = floor<days>(time);
  const year_month_day date{day};
  std::string out;
  append_number(out, int{date.year()}, 4);
  if (precision == 1) return out;
  append_number(out += '-', static_cast<int>(unsigned{date.month()}), 2);
  if (precision == 2) return out;
  append_number(out += '-', static_cast<int>(unsigned{date.day()}), 2);
  if (precision == 3) return out;
  const std::chrono::hh_mm_ss clock{time - day};
  append_number(out += 'T', static_cast<int>(clock.hours().count()), 2);
  append_number(out += ':', static_cast<int>(clock.minutes().count()), 2);
  append_number(out += ':', static_cast<int>(clock.seconds().count()), 2);
  return out;
}

/// The time, moved into kEarliest to kLatest.
sys_seconds to_time(std::int64_t unix_seconds) {
  return std::clamp(sys_seconds{seconds{unix_seconds}}, kEarliest, kLatest);
}

}  // namespace

std::optional<TimeRange> parse_date(std::string_view text, std::int64_t now_seconds) {
  constexpr std::size_t kLongestDate = 64;
  if (text.size() > kLongestDate) return std::nullopt;
  const std::string lower = normalise(text);
  if (const auto range = calendar_date(lower)) return range;
  const Words words = split_words(lower);
  const sys_seconds now = to_time(now_seconds);
  if (const auto range = named_month(words)) return range;
  switch (words.size()) {
    case 1:
      return one_word(words[0], now);
    case 2:
      return two_words(words, now);
    case 3:
      return three_words(words, now);
    default:
      return std::nullopt;
  }
}

std::optional<TimeRange> parse_date_range(std::string_view text, std::int64_t now_seconds) {
  const std::size_t dots = text.find("..");
  if (dots == std::string_view::npos) return parse_date(text, now_seconds);
  const std::string_view first = text.substr(0, dots);
  const std::string_view second = text.substr(dots + 2);
  if (is_punctuation(first) && is_punctuation(second)) return std::nullopt;
  TimeRange range;
  if (!first.empty()) {
    const auto from = parse_date(first, now_seconds);
    if (!from) return std::nullopt;
    range.from_seconds = from->from_seconds;
  }
  if (!second.empty()) {
    const auto until = parse_date(second, now_seconds);
    if (!until) return std::nullopt;
    range.until_seconds = until->until_seconds;
  }
  if (range.from_seconds && range.until_seconds && *range.from_seconds >= *range.until_seconds) {
    return std::nullopt;
  }
  return range;
}

std::string to_date_text(const TimeRange& range) {
  const auto day_aligned = [](const std::optional<std::int64_t>& time) {
    return !time || floor<days>(to_time(*time)) == to_time(*time);
  };
  const int precision = day_aligned(range.from_seconds) && day_aligned(range.until_seconds) ? 3 : 6;
  const seconds unit = precision == 3 ? seconds{days{1}} : seconds{1};
  std::string from;
  std::string until;
  if (range.from_seconds) from = date_text(to_time(*range.from_seconds), precision);
  if (range.until_seconds) until = date_text(to_time(*range.until_seconds) - unit, precision);
  for (int coarse = 1; coarse <= precision && range.from_seconds; ++coarse) {
    const std::string alone = date_text(to_time(*range.from_seconds), coarse);
    if (const auto same = parse_date(alone, 0); same && *same == range) return alone;
  }
  return from + ".." + until;
}

}  // namespace pullquote
