// SPDX-License-Identifier: GPL-3.0-or-later
/// Rows of separated values, as RFC 4180 has them: a field in quotes may hold separators, line ends
/// and doubled quotes; elsewhere than at the start of a field a quote is a character like others.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pullquote {

/// Length of a first line that only states the separator for Excel ("sep=;"), its line end and a
/// byte order mark before it included; 0 when there is none.
std::size_t csv_separator_line(std::string_view text);

/// The separator that csv_separator_line() states where there is such a line, else of comma,
/// semicolon, tab and bar the one that the first row has most of outside of quotes; comma where it
/// has none. `text` is that line, if any, and the row.
char csv_separator(std::string_view text);

/// Length of the row at the start of `text`, its line end included; empty when the text ends before
/// the row does. The end of a row without a line end is for the caller to know.
std::optional<std::size_t> csv_row_length(std::string_view text, char separator);

/// True when `text`, which has no row end, ends within quotes.
bool csv_ends_in_quotes(std::string_view text, char separator);

/// The fields of a row, quotes resolved. `row` may have its line end.
std::vector<std::string> csv_fields(std::string_view row, char separator);

}  // namespace pullquote
