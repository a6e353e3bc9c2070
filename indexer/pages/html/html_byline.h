// SPDX-License-Identifier: GPL-3.0-or-later
/// Names of authors, cut out of the line that states them.
#pragma once

#include <string>
#include <string_view>

namespace pullquote::html {

/// "Anna Reed" of "By Anna Reed | March 4, 2026, 8:00". Empty when the rest doesn't look like
/// names: it has digits, more than 14 words, or is an address. Several names stay as written ("Anna
/// Reed and Jo Smith"). Pure and thread-safe.
std::string names_of_byline(std::string_view line);

}  // namespace pullquote::html
