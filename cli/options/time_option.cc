// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/options/time_option.h"

#include "pullquote/timestamp.h"

namespace pullquote::cli {

std::int64_t read_time_option(const std::string& option, const std::string& text,
                              const Context& context) {
  if (text.empty()) return context.now_seconds;
  const auto time = parse_iso8601(text);
  if (time) return time->unix_seconds;
  throw UsageError("--" + option + " takes a time such as 2016-05-04 or 2016-05-04T15:04Z, not '" +
                   text + "'");
}

}  // namespace pullquote::cli
