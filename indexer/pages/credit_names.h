// SPDX-License-Identifier: GPL-3.0-or-later
/// Names in credits and bylines: agencies from data/lexicon/page-agencies.tsv, persons and outlets
/// by the form of their names.
///
/// All functions are pure and thread-safe. Text is UTF-8. Returned views point into the argument.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace pullquote {

/// Whether the lexicon has `name` as an agency, in its own spelling or in ASCII capitals
/// ("Reuters", "REUTERS"). Punctuation at both ends is ignored (trim_credit).
bool is_agency(std::string_view name);
/// Whether one of `names` or more is an agency.
bool names_agency(const std::vector<std::string>& names);

/// Splits a list of names at commas, slashes, bars and joining words of several languages ("and",
/// "with", "via", "et", "und", "y", ...): "OUTLET with AFP, AP and REUTERS" has four names. Names
/// are trimmed, in order, none empty; they may repeat.
std::vector<std::string> split_names(std::string_view text);

/// Whether `text` has the form of names: 1 to `max_words` words, each with no lower-case letter in
/// front or one of the small words within names ("van", "and"). Small words count, too. Scripts
/// without cases always pass.
bool looks_like_names(std::string_view text, std::size_t max_words);

/// Whether `text` is two to six ASCII capitals: "CP".
bool is_acronym(std::string_view text);

/// `text` without white space and the marks , ; : | / . - at both ends.
std::string_view trim_credit(std::string_view text);

/// The number of words as spaces delimit them: spaces plus one, so 1 for empty text.
std::size_t count_credit_words(std::string_view text);

/// The inside of the round or square brackets that end `text`, full stops behind them aside: "AFP"
/// in "... he said (AFP)."; empty when `text` ends otherwise. The brackets begin at the last
/// opening one.
std::string_view closing_brackets(std::string_view text);

}  // namespace pullquote
