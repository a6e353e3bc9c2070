// SPDX-License-Identifier: GPL-3.0-or-later
/// Dates by an explicit strptime format, as file names have them.
#include <cctype>
#include <string>

#include "indexer/dates/date_parts.h"
#include "indexer/dates/date_words.h"
#include "indexer/dates/dates.h"
#include "schema/analysis/ascii.h"

namespace pullquote {
namespace {

/// What read_piece() knows.
constexpr std::string_view kLetters = "YmdeHMSjybBz%";

class FormatReader {
 public:
  explicit FormatReader(std::string_view text) : text_(text) {}

  bool read(std::string_view format) {
    for (std::size_t i = 0; i < format.size(); ++i) {
      if (format[i] == '%' && i + 1 < format.size()) {
        if (!read_piece(format[++i])) return false;
      } else if (!read_character(format[i])) {
        return false;
      }
    }
    return text_.empty();
  }

  const DateParts& parts() const { return parts_; }

 private:
  bool read_character(char expected) {
    if (text_.empty() || text_.front() != expected) return false;
    text_.remove_prefix(1);
    return true;
  }

  bool read_piece(char letter) {
    switch (letter) {
      case 'Y':
        return read_number(parts_.year, 4, 4);
      case 'm':
        return read_number(parts_.month, 1, 2);
      case 'd':
      case 'e':
        return read_number(parts_.day, 1, 2);
      case 'H':
        return read_number(parts_.hour, 1, 2);
      case 'M':
        return read_number(parts_.minute, 1, 2);
      case 'S':
        return read_number(parts_.second, 1, 2);
      case 'j':
        return read_number(day_of_year_, 1, 3);
      case 'y':
        return read_short_year();
      case 'b':
      case 'B':
        return read_month();
      case 'z':
        return read_zone();
      case '%':
        return read_character('%');
      default:
        return false;
    }
  }

  bool read_number(std::optional<int>& piece, std::size_t least, std::size_t most) {
    std::size_t length = 0;
    int number = 0;
    while (length < most && length < text_.size() && is_ascii_digit(text_[length])) {
      number = number * 10 + (text_[length++] - '0');
    }
    if (length < least || piece) return false;
    piece = number;
    text_.remove_prefix(length);
    return true;
  }

  bool read_short_year() {
    std::optional<int> number;
    if (!read_number(number, 2, 2) || parts_.year) return false;
    parts_.year = *number < 69 ? 2000 + *number : 1900 + *number;  // as POSIX says
    return true;
  }

  bool read_month() {
    std::string word;
    std::size_t length = 0;
    while (length < text_.size() &&
           (is_ascii_letter(text_[length]) || (text_[length] & 0x80) != 0)) {
      const char c = text_[length++];
      word.push_back(ascii_lower(c));
    }
    for (const DateWord& reading : find_date_word(word)) {
      if (reading.kind != DateWordKind::Month || parts_.month) continue;
      parts_.month = reading.value;
      text_.remove_prefix(length);
      return true;
    }
    return false;
  }

  bool read_zone() {
    if (!text_.empty() && text_.front() == 'Z') {
      parts_.zone_minutes = 0;
      return read_character('Z');
    }
    const bool west = !text_.empty() && text_.front() == '-';
    if (!west && (text_.empty() || text_.front() != '+')) return false;
    text_.remove_prefix(1);
    std::optional<int> hours;
    std::optional<int> minutes;
    if (!read_number(hours, 2, 2)) return false;
    if (!text_.empty() && text_.front() == ':') text_.remove_prefix(1);
    if (!read_number(minutes, 2, 2)) return false;
    parts_.zone_minutes = (west ? -1 : 1) * (*hours * 60 + *minutes);
    return true;
  }

 public:
  /// %j: the day of the year becomes month and day.
  bool settle_day_of_year() {
    if (!day_of_year_) return true;
    if (!parts_.year || parts_.month || parts_.day) return false;
    int left = *day_of_year_;
    for (unsigned month = 1; month <= 12; ++month) {
      const auto first = days_from_civil(*parts_.year, month, 1);
      const auto next = month == 12 ? days_from_civil(*parts_.year + 1, 1, 1)
                                    : days_from_civil(*parts_.year, month + 1, 1);
      if (!first || !next) return false;
      const int length = static_cast<int>(*next - *first);
      if (left <= length) {
        parts_.month = static_cast<int>(month);
        parts_.day = left;
        return true;
      }
      left -= length;
    }
    return false;
  }

 private:
  std::string_view text_;
  std::optional<int> day_of_year_;
  DateParts parts_;
};

}  // namespace

std::string fault_of_date_format(std::string_view format) {
  bool has_year = false;
  for (std::size_t i = 0; i < format.size(); ++i) {
    if (format[i] != '%') continue;
    const std::string_view letter = format.substr(++i, 1);
    if (letter.empty() || kLetters.find(letter) == kLetters.npos) {
      return "'%" + std::string(letter) + "' is none of %Y %m %d %H %M %S %y %b %B %j %e %z %%";
    }
    has_year = has_year || letter == "Y" || letter == "y";
  }
  return has_year ? std::string() : "there is no year in it";
}

std::optional<Timestamp> parse_date(std::string_view text, std::string_view format) {
  FormatReader reader(text);
  if (!reader.read(format) || !reader.settle_day_of_year()) return std::nullopt;
  return reader.parts().to_timestamp();
}

}  // namespace pullquote
