// SPDX-License-Identifier: GPL-3.0-or-later
/// The option --timeout of commands that search.
#pragma once

#include <chrono>
#include <ostream>

#include "cli/options/options.h"
#include "pullquote/search_options.h"

namespace pullquote::cli {

inline constexpr double kDefaultTimeoutSeconds =
    std::chrono::duration<double>(kDefaultTimeout).count();

/// @param seconds  holds the default; must outlive the table.
inline void add_timeout_option(OptionTable& options, double& seconds) {
  options.number("timeout", "SECONDS",
                 "End after this time with what was found until then; 0 is never", seconds, 0,
                 86'400);
}

/// The value as the options of a search have it: no limit for 0, else a millisecond at least.
inline std::chrono::milliseconds timeout_of(double seconds) {
  return std::chrono::ceil<std::chrono::milliseconds>(std::chrono::duration<double>(seconds));
}

/// Says that the answer is not whole.
inline void print_timeout(double seconds, std::ostream& err) {
  err << "warning: the search ended after " << seconds
      << " s, before all was searched; --timeout gives it more time\n";
}

}  // namespace pullquote::cli
