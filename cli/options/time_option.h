// SPDX-License-Identifier: GPL-3.0-or-later
/// The option --now: the moment from which relative dates ("yesterday") are counted.
#pragma once

#include <cstdint>
#include <string>

#include "cli/options/command.h"

namespace pullquote::cli {

/// The time in `text` (ISO 8601) as unix seconds; the clock's time when `text` is empty.
/// @param option  the option's name, for the message.
/// @throws UsageError  the text is no time.
std::int64_t read_time_option(const std::string& option, const std::string& text,
                              const Context& context);

}  // namespace pullquote::cli
