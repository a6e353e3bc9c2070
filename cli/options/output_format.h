// SPDX-License-Identifier: GPL-3.0-or-later
/// The option --format text|json, for commands that have no other formats.
#pragma once

#include <cstdint>

#include "cli/options/options.h"

namespace pullquote::cli {

/// Text for people, or one JSON object a line (pullquote/json.h).
enum class OutputFormat : std::uint8_t { Text, Json };

/// Describes --format; the value of `format` is the default.
inline void add_format_option(OptionTable& options, OutputFormat& format) {
  options.choice<OutputFormat>("format", "Print for people, or one JSON object a line",
                               {{"text", OutputFormat::Text}, {"json", OutputFormat::Json}},
                               format);
}

}  // namespace pullquote::cli
