// SPDX-License-Identifier: GPL-3.0-or-later
/// What an apostrophe inside a word means: possession, elision, contraction, or part of a name.
#pragma once

#include <string>
#include <string_view>

namespace pullquote {

/// The term of a folded word that has straight apostrophes inside:
///  - possessive: "assad's" is "assad";
///  - elision before a vowel or h: "l'homme" is "homme", "dell'arte" is "arte", in every language,
///    because a query's language need not be its article's;
///  - contraction: "don't", "we're" stay (without it "we're" would be "were");
///  - anything else is a name that is also written without: "shi'ite" is "shiite", "o'brien" is
///    "obrien", "qur'an" is "quran".
/// The result is a view of `word`, or of `scratch` where letters had to be taken out.
std::string_view without_apostrophes(std::string_view word, std::string& scratch);

/// "1,000" as "1000", "12,345,678.90" as "12345678.90"; `number` itself when its commas do not
/// separate thousands.
std::string_view without_thousands_separators(std::string_view number, std::string& scratch);

}  // namespace pullquote
