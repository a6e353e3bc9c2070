// SPDX-License-Identifier: GPL-3.0-or-later
/// Quote families as text.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "cli/printing/text_sheet.h"
#include "pullquote/quotes.h"

namespace pullquote::cli {

/// "2016-05-04" in UTC; "" for none.
std::string day_of(const std::optional<std::int64_t>& seconds);

/// "2016-05-04 to 2016-05-06", one day alone, "" for none.
std::string days_of(const std::optional<std::int64_t>& first,
                    const std::optional<std::int64_t>& last);

/// A comparison as one line, with the places of what differs in it: "to [-finalise-] {+finalize+}
/// the".
struct DiffText {
  std::string text;
  std::vector<ByteSpan> changes;
};
DiffText diff_text(const std::vector<WordDiff>& diff);

/// The family's text, speakers and counts: three lines, the first with `label` in its margin.
void print_family(const QuoteFamily& family, std::size_t indent, const std::string& label,
                  TextSheet& sheet);

/// Every occurrence: when, where, who, and what differs from the family's text.
void print_occurrences(const QuoteFamily& family, std::size_t indent, TextSheet& sheet);

}  // namespace pullquote::cli
