// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/options/quote_options.h"

#include "pullquote/timestamp.h"

namespace pullquote::cli {
namespace {

/// The range of a date, parsed as the value of `field` in a query.
/// @throws UsageError  the text is no date.
TimeRange read_date(const std::string& option, const std::string& field, const std::string& text,
                    std::int64_t now_seconds) {
  const bool quotable = text.find_first_of("\"\\") == std::string::npos;
  const auto parsed =
      parse_query(quotable ? field + ":\"" + text + "\"" : "", {.now_seconds = now_seconds});
  const auto* query = std::get_if<Query>(&parsed);
  if (query && query->root.kind == QueryNode::Kind::Date) return query->root.range;
  throw UsageError("--" + option + ": '" + text +
                   "' is no date; write one like 2016-05-04, \"May 2016\" or \"3 days ago\"");
}

}  // namespace

void add_quote_filter(OptionTable& options, QuoteFilterOptions& filter, bool with_speaker) {
  if (with_speaker) {
    options.text("by", "NAME", "Only quotations by this speaker; some words of the name will do",
                 filter.by);
  }
  options.text("source", "OUTLET", "Only quotations printed by this outlet or host", filter.source);
  options.text("from", "DATE", "Only quotations printed on this day or later", filter.from);
  options.text("until", "DATE", "Only quotations printed on this day or earlier", filter.until);
  options.text("now", "TIME", "Reckon \"yesterday\" and the like from this time (default: now)",
               filter.now);
}

FamilyFilter read_quote_filter(const QuoteFilterOptions& options, const Context& context) {
  const std::int64_t now = read_time_option("now", options.now, context);
  FamilyFilter filter;
  filter.by = options.by;
  filter.source = options.source;
  if (!options.from.empty()) {
    filter.from_seconds = read_date("from", "since", options.from, now).from_seconds;
  }
  if (!options.until.empty()) {
    filter.until_seconds = read_date("until", "until", options.until, now).until_seconds;
  }
  return filter;
}

std::int64_t read_time_option(const std::string& option, const std::string& text,
                              const Context& context) {
  if (text.empty()) return context.now_seconds;
  const auto time = parse_iso8601(text);
  if (time) return time->unix_seconds;
  throw UsageError("--" + option + " takes a time such as 2016-05-04 or 2016-05-04T15:04Z, not '" +
                   text + "'");
}

}  // namespace pullquote::cli
