// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/formats/csv_row.h"

#include <algorithm>
#include <array>

namespace pullquote {
namespace {

/// Follows a row byte by byte.
class RowScanner {
 public:
  explicit RowScanner(char separator) : separator_(separator) {}

  /// True when `c` is a line end that ends the row.
  bool ends_with(char c) {
    if (in_quotes_) {
      if (c == '"') {
        in_quotes_ = false;
        may_reopen_ = true;  // "" within quotes
      }
      return false;
    }
    if (c == '"' && (at_field_start_ || may_reopen_)) {
      in_quotes_ = true;
      may_reopen_ = at_field_start_ = false;
      return false;
    }
    may_reopen_ = false;
    at_field_start_ = c == separator_;
    return c == '\n';
  }

  bool in_quotes() const { return in_quotes_; }

 private:
  char separator_;
  bool in_quotes_ = false;
  bool may_reopen_ = false;
  bool at_field_start_ = true;
};

}  // namespace

std::size_t csv_separator_line(std::string_view text) {
  const std::size_t mark = text.starts_with("\xEF\xBB\xBF") ? 3 : 0;
  if (!text.substr(mark).starts_with("sep=")) return 0;
  const std::size_t separator = mark + 4;
  std::size_t end = separator + 1;
  if (end < text.size() && text[end] == '\r') ++end;
  const bool is_line = end < text.size() && text[end] == '\n' && text[separator] != '\r';
  return is_line ? end + 1 : 0;
}

char csv_separator(std::string_view text) {
  if (const std::size_t line = csv_separator_line(text); line != 0) return text[text.find('=') + 1];
  const std::string_view first_row = text.substr(0, text.find('\n'));
  constexpr std::array kSeparators{',', ';', '\t', '|'};
  std::array<std::size_t, kSeparators.size()> counts{};
  bool in_quotes = false;
  for (char c : first_row) {
    if (c == '"') in_quotes = !in_quotes;
    for (std::size_t i = 0; i < counts.size(); ++i) {
      counts[i] += !in_quotes && c == kSeparators[i] ? 1 : 0;
    }
  }
  return kSeparators[static_cast<std::size_t>(std::max_element(counts.begin(), counts.end()) -
                                              counts.begin())];
}

std::optional<std::size_t> csv_row_length(std::string_view text, char separator) {
  RowScanner scanner(separator);
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (scanner.ends_with(text[at])) return at + 1;
  }
  return std::nullopt;
}

bool csv_ends_in_quotes(std::string_view text, char separator) {
  RowScanner scanner(separator);
  for (char c : text) scanner.ends_with(c);
  return scanner.in_quotes();
}

std::vector<std::string> csv_fields(std::string_view row, char separator) {
  while (!row.empty() && (row.back() == '\n' || row.back() == '\r')) row.remove_suffix(1);
  std::vector<std::string> fields(1);
  bool in_quotes = false;
  bool at_start = true;
  for (std::size_t at = 0; at < row.size(); ++at) {
    const char c = row[at];
    if (in_quotes && c == '"' && at + 1 < row.size() && row[at + 1] == '"') {
      fields.back().push_back('"');
      ++at;
    } else if (in_quotes && c == '"') {
      in_quotes = false;
    } else if (!in_quotes && c == '"' && at_start) {
      in_quotes = true;
    } else if (!in_quotes && c == separator) {
      fields.emplace_back();
      at_start = true;
      continue;
    } else {
      fields.back().push_back(c);
    }
    at_start = false;
  }
  return fields;
}

}  // namespace pullquote
