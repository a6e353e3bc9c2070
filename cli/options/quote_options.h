// SPDX-License-Identifier: GPL-3.0-or-later
/// The options --by, --source, --from, --until and --now, which choose the quotations that count.
/// The commands about quotations share them.
#pragma once

#include <cstdint>
#include <string>

#include "cli/options/command.h"
#include "pullquote/quotes.h"

namespace pullquote::cli {

/// The values as typed; empty when not given.
struct QuoteFilterOptions {
  std::string by;      ///< a speaker's name or words of it
  std::string source;  ///< an outlet or host
  std::string from;    ///< a date in the query language
  std::string until;   ///< likewise
  std::string now;     ///< ISO 8601: the time that relative dates count from
};

/// Describes the options.
/// @param with_speaker  whether there is --by.
void add_quote_filter(OptionTable& options, QuoteFilterOptions& filter, bool with_speaker);

/// The filter that the options ask for.
/// @throws UsageError  a date or time cannot be read.
FamilyFilter read_quote_filter(const QuoteFilterOptions& options, const Context& context);

// The option --now: the moment from which relative dates ("yesterday") are counted.

/// The time in `text` (ISO 8601) as unix seconds; the clock's time when `text` is empty.
/// @param option  the option's name, for the message.
/// @throws UsageError  the text is no time.
std::int64_t read_time_option(const std::string& option, const std::string& text,
                              const Context& context);

}  // namespace pullquote::cli
