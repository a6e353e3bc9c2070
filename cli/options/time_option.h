// SPDX-License-Identifier: GPL-3.0-or-later
/// --now: the moment from which human dates are reckoned.
#pragma once

#include <cstdint>
#include <string>

#include "cli/options/command.h"

namespace pullquote::cli {

/// Unix seconds of `text` (ISO 8601); the clock's time when it is empty.
/// @throws UsageError naming the option when it is no time.
std::int64_t read_time_option(const std::string& option, const std::string& text,
                              const Context& context);

}  // namespace pullquote::cli
