// SPDX-License-Identifier: GPL-3.0-or-later
/// Dates are read in any order: the text is cut into numbers, words and signs, and each recognised
/// group (a clock time, a numeric date, a month name, a zone, a lone number) fills in its pieces.
/// Anything left over, or a piece stated twice, makes the text no date.
#include "indexer/dates/dates.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "indexer/dates/date_parts.h"
#include "indexer/dates/date_words.h"
#include "schema/analysis/utf8.h"

namespace pullquote {
namespace {

constexpr std::size_t kMaxDateBytes = 120;  ///< longer text is no date

struct Item {
  enum class Kind : std::uint8_t { Number, Word, Sign } kind = Kind::Sign;
  std::int64_t value = 0;    ///< of a number
  int digits = 0;            ///< of a number
  bool after_space = false;  ///< something stood between the item before and this one
  bool is_capitals = false;  ///< of a word: A to Z alone
  UChar32 sign = 0;
  std::string word;  ///< lower case; dots within an abbreviation left out ("p.m." is "pm")
};

class Lexer {
 public:
  explicit Lexer(std::string_view text) : text_(text) {}

  /// Empty when the text has characters that no date has.
  std::vector<Item> items() {
    std::vector<Item> items;
    bool space = false;
    while (at_ < text_.size()) {
      const UChar32 c = peek();
      if (c < 0) return {};
      if (const std::string_view closing = closing_bracket(c); !closing.empty()) {
        if (!keep_bracketed_word(closing)) return {};
        space = true;
      } else if (c == ')' || c == ']' || c == kWideClosing || u_isUWhiteSpace(c)) {
        next();
        space = true;
      } else {
        const bool after_number =
            !space && !items.empty() && items.back().kind == Item::Kind::Number;
        items.push_back(u_isdigit(c) ? number() : u_isalpha(c) ? word(after_number) : sign());
        items.back().after_space = space;
        space = false;
      }
    }
    return items;
  }

 private:
  static constexpr UChar32 kWideOpening = 0xFF08;
  static constexpr UChar32 kWideClosing = 0xFF09;

  /// Empty when `c` opens no bracket.
  static std::string_view closing_bracket(UChar32 c) {
    return c == '(' ? ")" : c == '[' ? "]" : c == kWideOpening ? "\uFF09" : "";
  }

  UChar32 next() { return next_code_point(text_, at_); }

  UChar32 peek() {
    std::size_t at = at_;
    return at < text_.size() ? next_code_point(text_, at) : 0;
  }

  /// "(UTC)" is read as if without brackets; "(Central European Time)" is a comment and skipped.
  bool keep_bracketed_word(std::string_view closing) {
    next();
    const std::size_t end = text_.find(closing, at_);
    if (end == std::string_view::npos) return false;
    const std::string_view inside = text_.substr(at_, end - at_);
    if (Lexer(inside).is_one_known_word()) return true;
    at_ = end + closing.size();
    return true;
  }

  bool is_one_known_word() {
    if (!u_isalpha(peek())) return false;
    const Item item = word(false);
    const auto readings = find_date_word(item.word);
    return at_ == text_.size() && !readings.empty() && readings[0].kind != DateWordKind::Label;
  }

  Item number() {
    Item item;
    item.kind = Item::Kind::Number;
    while (at_ < text_.size() && u_isdigit(peek())) {
      const std::int64_t digit = u_charDigitValue(next());
      if (++item.digits <= 18) item.value = item.value * 10 + digit;
    }
    return item;
  }

  /// `after_number`: a unit of one character ends there ("12日午後" has no spaces).
  Item word(bool after_number) {
    Item item;
    item.kind = Item::Kind::Word;
    item.is_capitals = true;
    std::size_t letters = 0;
    while (at_ < text_.size()) {
      const std::size_t saved = at_;
      UChar32 c = next();
      if (c == '.' && letters == 1 && u_isalpha(peek())) {
        c = next();  // "p.m."
      } else if (!u_isalpha(c) && u_charType(c) != U_NON_SPACING_MARK) {
        at_ = saved;
        break;
      }
      append_code_point(item.word, u_tolower(c));
      item.is_capitals = item.is_capitals && c >= 'A' && c <= 'Z';
      ++letters;
      if (after_number && letters == 1 && is_unit(item.word)) break;
    }
    return item;
  }

  static bool is_unit(std::string_view word) {
    const auto readings = find_date_word(word);
    return std::any_of(readings.begin(), readings.end(),
                       [](const DateWord& reading) { return reading.kind == DateWordKind::Unit; });
  }

  Item sign() {
    Item item;
    item.sign = next();
    if (item.sign == 0x2212) item.sign = '-';
    return item;
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

class DateReader {
 public:
  explicit DateReader(std::vector<Item> items) : items_(std::move(items)) {
    for (const Item& item : items_) {
      const auto readings = find_date_word(item.word);
      only_months_ += readings.size() == 1 && readings[0].kind == DateWordKind::Month ? 1 : 0;
    }
    while (is_word(first_number_) || is(first_number_, Item::Kind::Sign)) ++first_number_;
  }

  std::optional<Timestamp> read() {
    if (items_.empty()) return std::nullopt;
    if (is_number(0) && (items_.size() == 1 || is_fraction_of_seconds())) {
      if (const auto time = read_lone_number(items_[0])) return time;
    }
    while (at_ < items_.size()) {
      const bool taken = is_number(0) ? take_number() : is_word(0) ? take_word() : take_sign();
      if (!taken) return std::nullopt;
    }
    return apply_half_first() ? parts_.to_timestamp() : std::nullopt;
  }

 private:
  bool is(std::size_t ahead, Item::Kind kind) const {
    return at_ + ahead < items_.size() && items_[at_ + ahead].kind == kind;
  }
  bool is_number(std::size_t ahead) const { return is(ahead, Item::Kind::Number); }
  bool is_word(std::size_t ahead) const { return is(ahead, Item::Kind::Word); }
  bool is_sign(std::size_t ahead, UChar32 sign) const {
    return is(ahead, Item::Kind::Sign) && items_[at_ + ahead].sign == sign;
  }
  int value(std::size_t ahead) const { return static_cast<int>(items_[at_ + ahead].value); }
  int digits(std::size_t ahead) const { return items_[at_ + ahead].digits; }
  bool is_short_number(std::size_t ahead) const { return is_number(ahead) && digits(ahead) <= 2; }

  const DateWord* reading(std::size_t ahead, DateWordKind kind) const {
    if (!is_word(ahead)) return nullptr;
    for (const DateWord& word : find_date_word(items_[at_ + ahead].word)) {
      if (word.kind == kind) return &word;
    }
    return nullptr;
  }

  static bool set(std::optional<int>& piece, int value) {
    if (piece) return false;
    piece = value;
    return true;
  }

  bool set_date(int year, int month, int day) {
    return set(parts_.year, year) && set(parts_.month, month) && set(parts_.day, day);
  }

  static std::optional<Timestamp> from_epoch(std::int64_t seconds) {
    return Timestamp{seconds, TimePrecision::Second, std::int16_t{0}};
  }

  /// Epoch seconds, milliseconds and microseconds by their number of digits.
  static std::optional<Timestamp> read_lone_number(const Item& item) {
    if (item.digits == 9 || item.digits == 10) return from_epoch(item.value);
    if (item.digits == 13) return from_epoch(item.value / 1000);
    if (item.digits == 16) return from_epoch(item.value / 1000000);
    return std::nullopt;
  }

  /// "1473692645.25".
  bool is_fraction_of_seconds() const {
    return items_.size() == 3 && (digits(0) == 9 || digits(0) == 10) && is_sign(1, '.') &&
           is_number(2) && !items_[1].after_space && !items_[2].after_space;
  }

  bool take_number() {
    return take_unit() || take_clock() || take_numeric_date() || take_basic() || take_single();
  }

  /// "2016年5月4日".
  bool take_unit() {
    const DateWord* unit = reading(1, DateWordKind::Unit);
    if (unit == nullptr) return false;
    const std::array pieces{&parts_.year, &parts_.month,  &parts_.day,
                            &parts_.hour, &parts_.minute, &parts_.second};
    if (!set(*pieces[static_cast<std::size_t>(unit->value - 1)], value(0))) return false;
    at_ += 2;
    return true;
  }

  bool take_clock() {
    if (!is_short_number(0) || parts_.hour) return false;
    const bool colon = is_sign(1, ':') && is_short_number(2);
    const bool dot = is_sign(1, '.') && is_number(2) && digits(2) == 2 && dot_means_clock();
    if (colon || dot) {
      parts_.hour = value(0);
      parts_.minute = value(2);
      at_ += 3;
      take_seconds(colon ? ':' : '.');
      if (reading(0, DateWordKind::Hour) != nullptr && !is_number(1)) ++at_;  // "15:04 h"
    } else if (reading(1, DateWordKind::Hour) != nullptr) {
      parts_.hour = value(0);
      at_ += 2;
      // "15 h 04"; without a year before it, "15 h 12 mai" has a day there.
      if (is_short_number(0) && digits(0) == 2 && (parts_.year || !items_[at_].after_space)) {
        parts_.minute = value(0);
        ++at_;
      }
    } else if (reading(1, DateWordKind::Half) != nullptr) {
      parts_.hour = value(0);
      ++at_;
    } else {
      return false;
    }
    if (!take_half()) return false;
    clock_end_ = at_;
    return true;
  }

  /// "15.04" is a time once the date is known, and before "Uhr" or "h".
  bool dot_means_clock() const {
    if (parts_.year && parts_.day) return true;
    return !is_sign(3, '.') &&
           (reading(3, DateWordKind::Filler) != nullptr || reading(3, DateWordKind::Hour));
  }

  void take_seconds(UChar32 separator) {
    if (!is_sign(0, separator) || !is_short_number(1)) return;
    parts_.second = value(1);
    at_ += 2;
    if ((is_sign(0, '.') || is_sign(0, ',')) && is_number(1) && !items_[at_ + 1].after_space) {
      at_ += 2;  // a fraction
    }
  }

  bool take_half() {
    std::size_t length = 1;
    const DateWord* half = reading(0, DateWordKind::Half);
    if (half == nullptr) {
      half = spaced_half();
      length = 3;
    }
    if (half == nullptr) return true;
    if (*parts_.hour < 1 || *parts_.hour > 12) return false;
    parts_.hour = *parts_.hour % 12 + half->value;
    at_ += length;
    return true;
  }

  /// "p. m.", as Spanish sets it.
  const DateWord* spaced_half() const {
    if (!is_word(0) || !is_sign(1, '.') || !is_word(2)) return nullptr;
    const std::string& first = items_[at_].word;
    const std::string& second = items_[at_ + 2].word;
    if (first.size() != 1 || second.size() != 1) return nullptr;
    const auto readings = find_date_word(first + second);
    const auto half = std::find_if(readings.begin(), readings.end(), [](const DateWord& word) {
      return word.kind == DateWordKind::Half;
    });
    return half == readings.end() ? nullptr : &*half;
  }

  /// The hour is known only behind the word: "午後3時4分" is 15:04, and so is "下午15:04".
  bool apply_half_first() {
    if (!half_first_) return true;
    if (!parts_.hour) return false;
    if (*parts_.hour > 12) return *half_first_ == 12;
    parts_.hour = *parts_.hour % 12 + *half_first_;
    return true;
  }

  /// "2016-09-12", "12.09.2016", and with slashes what only one convention can mean.
  bool take_numeric_date() {
    if (!is(1, Item::Kind::Sign) || !is_number(2) || digits(2) > 4) return false;
    const UChar32 separator = items_[at_ + 1].sign;
    if (separator != '-' && separator != '/' && separator != '.') return false;
    if (!is_sign(3, separator) || !is_number(4)) return take_year_and_month(separator);
    const int a = value(0);
    const int b = value(2);
    const int c = value(4);
    if (digits(2) > 2) return false;
    at_ += 5;
    if (digits_before(5) == 4 && digits_before(1) <= 2) return set_date(a, b, c);
    if (digits_before(5) > 2 || digits_before(1) != 4) return false;
    if (separator == '.' || a > 12 || a == b) return set_date(c, b, a);
    return b > 12 && set_date(c, a, b);
  }

  int digits_before(std::size_t back) const { return items_[at_ - back].digits; }

  bool take_year_and_month(UChar32 separator) {
    if (separator == '.' || digits(0) != 4 || digits(2) != 2 || items_.size() != 3) return false;
    if (!set(parts_.year, value(0)) || !set(parts_.month, value(2))) return false;
    at_ += 3;
    return true;
  }

  /// "20160912", "20160912150405", and "150405" after a date.
  bool take_basic() {
    const std::int64_t number = items_[at_].value;
    const int length = digits(0);
    const bool has_date = parts_.year && parts_.month && parts_.day;
    if (length == 8) {
      if (!set_basic_date(number)) return false;
    } else if (length == 12 || length == 14) {
      const std::int64_t clock = length == 14 ? 1000000 : 10000;
      if (parts_.hour || !set_basic_date(number / clock)) return false;
      set_basic_clock(number % clock, length == 14);
    } else if (has_date && !parts_.hour && (length == 6 || length == 4)) {
      set_basic_clock(number, length == 6);
    } else {
      return false;
    }
    ++at_;
    return true;
  }

  bool set_basic_date(std::int64_t number) {
    return set_date(static_cast<int>(number / 10000), static_cast<int>(number / 100 % 100),
                    static_cast<int>(number % 100));
  }

  void set_basic_clock(std::int64_t number, bool with_seconds) {
    if (with_seconds) parts_.second = static_cast<int>(number % 100);
    if (with_seconds) number /= 100;
    parts_.minute = static_cast<int>(number % 100);
    parts_.hour = static_cast<int>(number / 100);
  }

  bool take_single() {
    const int number = value(0);
    bool taken = false;
    if (digits(0) == 4 && number >= 1400 && number <= 2200) {
      taken = set(parts_.year, number);
    } else if (digits(0) <= 2 && !parts_.day) {
      taken = set(parts_.day, number);
    } else if (digits(0) == 2 && parts_.month) {
      taken = set(parts_.year, number < 50 ? 2000 + number : 1900 + number);  // as RFC 2822 says
    }
    ++at_;
    return taken;
  }

  bool take_word() {
    const auto readings = find_date_word(items_[at_].word);
    if (readings.empty()) return take_unknown_zone();
    bool taken = true;
    if (const DateWord* zone = reading(0, DateWordKind::Zone)) {
      if (!parts_.zone_minutes) parts_.zone_minutes = zone->value;
    } else if (const DateWord* us = reading(0, DateWordKind::UsZone)) {
      parts_.us_daylight_saving = !parts_.zone_minutes;
      if (!parts_.zone_minutes) parts_.zone_minutes = us->value;
    } else if (const DateWord* month = reading(0, DateWordKind::Month)) {
      const bool is_weekday = readings.size() > 1 && only_months_ > 0;
      taken = is_weekday || set(parts_.month, month->value);
    } else if (const DateWord* half = reading(0, DateWordKind::HalfFirst)) {
      taken = !parts_.hour && !half_first_;
      half_first_ = half->value;
    } else {
      taken = reading(0, DateWordKind::Weekday) != nullptr ||
              reading(0, DateWordKind::Filler) != nullptr ||
              (reading(0, DateWordKind::Label) != nullptr && at_ < first_number_);
    }
    ++at_;
    return taken;
  }

  /// "15:04 IST": capitals behind a clock, or at the end of a time, name a zone. One that is not in
  /// the lexicon, or that means several there are, leaves the zone unknown.
  bool take_unknown_zone() {
    const Item& item = items_[at_];
    if (!item.is_capitals || item.word.size() < 2 || item.word.size() > 5) return false;
    const bool ends_time =
        at_ + 1 == items_.size() && parts_.hour && parts_.day && parts_.month && parts_.year;
    if (!ends_time && (at_ == 0 || clock_end_ != at_)) return false;
    ++at_;
    return true;
  }

  bool take_sign() {
    const UChar32 sign = items_[at_].sign;
    if ((sign == '+' || sign == '-') && parts_.hour && is_number(1) &&
        !items_[at_ + 1].after_space) {
      return take_offset(sign == '-' ? -1 : 1);
    }
    static constexpr std::u32string_view kIgnored = U",.-\u2013\u2014|/\u00B7\u2022@'\u2019:\u060C";
    ++at_;
    return kIgnored.find(static_cast<char32_t>(sign)) != std::u32string_view::npos;
  }

  /// "+0200", "-04:00", "+2"; also after a name, as in "GMT+2".
  bool take_offset(int direction) {
    const int number = value(1);
    const int length = digits(1);
    at_ += 2;
    if (length > 4 || length == 3) return false;
    int minutes = length == 4 ? number / 100 * 60 + number % 100 : number * 60;
    if (length <= 2 && is_sign(0, ':') && is_short_number(1)) {
      minutes += value(1);
      at_ += 2;
    }
    if (parts_.zone_minutes.value_or(0) != 0) return false;
    parts_.zone_minutes = direction * minutes;
    return true;
  }

  std::vector<Item> items_;
  std::size_t at_ = 0;
  std::size_t only_months_ = 0;   ///< words that are nothing but a month's name
  std::size_t first_number_ = 0;  ///< its index; the number of items when there is none
  std::size_t clock_end_ = 0;     ///< index behind a clock time
  std::optional<int> half_first_;
  DateParts parts_;
};

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kSpace = " \t\r\n";
  const std::size_t first = text.find_first_not_of(kSpace);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kSpace) - first + 1);
}

}  // namespace

std::optional<Timestamp> parse_date(std::string_view text) {
  text = trimmed(text);
  if (text.empty() || text.size() > kMaxDateBytes) return std::nullopt;
  if (const auto iso = parse_iso8601(text)) return iso;
  return DateReader(Lexer(text).items()).read();
}

}  // namespace pullquote
