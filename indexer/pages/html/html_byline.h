// SPDX-License-Identifier: GPL-3.0-or-later
/// Names of authors out of the line that states them.
#pragma once

#include <string>
#include <string_view>

namespace pullquote::html {

/// "By Anna Reed | March 4, 2026, 8:00" -> "Anna Reed". Empty when what is left doesn't look like
/// names: digits, too many words, an address.
std::string names_of_byline(std::string_view line);

}  // namespace pullquote::html
