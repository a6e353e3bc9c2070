// SPDX-License-Identifier: GPL-3.0-or-later
/// JSON that is nearly right: what exporters get wrong often enough to be read anyway.
#pragma once

#include <string>
#include <string_view>

namespace pullquote {

/// Blanks in place of raw control characters, and U+FFFD in place of lone surrogate escapes.
std::string repair_json_strings(std::string_view json);

/// True when `json` stops within a string, an object or an array.
bool ends_inside_value(std::string_view json);

}  // namespace pullquote
