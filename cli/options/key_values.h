// SPDX-License-Identifier: GPL-3.0-or-later
/// "name=value" on the command line.
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace pullquote::cli {

/// Adds "name=value" to `map`; the value may be anything, also empty. False without name or '='.
bool read_key_value(std::string_view text, std::map<std::string, std::string>& map);

/// Adds "name=value,name=value". False when one of them is no pair.
bool read_key_values(std::string_view text, std::map<std::string, std::string>& map);

}  // namespace pullquote::cli
