// SPDX-License-Identifier: GPL-3.0-or-later
/// --format text|json, described once for the commands that have no other formats.
#pragma once

#include <cstdint>

#include "cli/options/options.h"

namespace pullquote::cli {

enum class OutputFormat : std::uint8_t { Text, Json };

inline void add_format_option(OptionTable& options, OutputFormat& format) {
  options.choice<OutputFormat>("format", "Print for people, or one JSON object a line",
                               {{"text", OutputFormat::Text}, {"json", OutputFormat::Json}},
                               format);
}

}  // namespace pullquote::cli
