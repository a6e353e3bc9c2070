// SPDX-License-Identifier: GPL-3.0-or-later
/// --by, --source, --from, --until: which quotations count, described once for the commands about
/// them.
#pragma once

#include <string>

#include "cli/options/command.h"
#include "pullquote/quotes.h"

namespace pullquote::cli {

struct QuoteFilterOptions {
  std::string by;
  std::string source;
  std::string from;
  std::string until;
  std::string now;
};

/// @param with_speaker  whether there is --by.
void add_quote_filter(OptionTable& options, QuoteFilterOptions& filter, bool with_speaker);

/// @throws UsageError for what is no date.
FamilyFilter read_quote_filter(const QuoteFilterOptions& options, const Context& context);

}  // namespace pullquote::cli
