// SPDX-License-Identifier: GPL-3.0-or-later
/// Designations: letters and a number that newspapers write with a hyphen, without one, or apart
/// ("F-16", "F16"; "Covid-19", "COVID19", "Covid 19"). They are compounds by form, so no list is
/// needed.
#pragma once

#include <cstddef>
#include <string_view>

namespace pullquote {

/// Whether two folded words make a designation: the first of letters only, the second of letters
/// and digits, a digit first ("tu", "22m3").
bool make_designation(std::string_view letters, std::string_view number);

/// Where the number begins in a joined designation ("covid19": 5); 0 when `term` is none.
std::size_t number_in_designation(std::string_view term);

/// Whether a designation with these letters is also written as two words. One vowel, or one letter
/// beyond ASCII, is a word of its own in too many languages: "A4" is no "a 4", nor "С-300" a "с
/// 300".
bool may_stand_apart(std::string_view letters);

/// A designation without the s of its plural ("f16s": "f16"); any other term as it is. A decade
/// ("mid1990s") is no plural.
std::string_view singular_designation(std::string_view term);

}  // namespace pullquote
