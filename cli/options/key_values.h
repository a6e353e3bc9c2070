// SPDX-License-Identifier: GPL-3.0-or-later
/// Parses "name=value" arguments.
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace pullquote::cli {

/// Adds "name=value" to `map`, replacing an earlier value. The value may be empty and may hold any
/// character. False when the name or the '=' is missing.
bool read_key_value(std::string_view text, std::map<std::string, std::string>& map);

/// Adds "name=value,name=value" to `map`; values cannot hold commas. False when one of the pairs is
/// none; the pairs before it have been added.
bool read_key_values(std::string_view text, std::map<std::string, std::string>& map);

}  // namespace pullquote::cli
