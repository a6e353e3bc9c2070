// SPDX-License-Identifier: GPL-3.0-or-later
/// Prints quote families as text: the quotation, who said it, and where it was printed.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "cli/printing/text_sheet.h"
#include "pullquote/quotes.h"

namespace pullquote::cli {

/// The day in UTC, as "2016-05-04"; empty when not set.
std::string day_of(const std::optional<std::int64_t>& seconds);

/// Two days as "2016-05-04 to 2016-05-06", or one if they are the same; empty when not set.
std::string days_of(const std::optional<std::int64_t>& first,
                    const std::optional<std::int64_t>& last);

/// A comparison of two texts as one line: "to [-finalise-] {+finalize+} the".
struct DiffText {
  std::string text;
  std::vector<ByteSpan> changes;  ///< bytes of `text` inside and including the brackets
};
/// The line for a comparison; long removed runs are shortened.
DiffText diff_text(const std::vector<WordDiff>& diff);

/// Three paragraphs: the quotation, its speakers, and its counts. `label` stands in the margin of
/// the first.
void print_family(const QuoteFamily& family, std::size_t indent, const std::string& label,
                  TextSheet& sheet);

/// The occurrences read, each with time, outlet, speaker, article, and the words that differ from
/// the family's text; then the number of articles that are not shown.
void print_occurrences(const QuoteFamily& family, std::size_t indent, TextSheet& sheet);

}  // namespace pullquote::cli
