// SPDX-License-Identifier: GPL-3.0-or-later
/// Names in credits: agencies by data/lexicon/page-agencies.tsv, others by how they are written.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace pullquote {

/// An agency of the lexicon, as it writes itself or in capitals.
bool is_agency(std::string_view name);
bool names_agency(const std::vector<std::string>& names);

/// "OUTLET with AFP, AP and REUTERS" as its four names.
std::vector<std::string> split_names(std::string_view text);

/// Every word begins with a capital, or is one of the small words within names ("van", "and").
/// Empty text has no names.
bool looks_like_names(std::string_view text, std::size_t max_words);

/// Two to six capital letters: "CP".
bool is_acronym(std::string_view text);

/// `text` without white space and punctuation at its ends.
std::string_view trim_credit(std::string_view text);

/// Spaces and one.
std::size_t count_credit_words(std::string_view text);

/// The inside of the brackets that end `text`; empty when it does not end in brackets.
std::string_view closing_brackets(std::string_view text);

}  // namespace pullquote
