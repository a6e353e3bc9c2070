// SPDX-License-Identifier: GPL-3.0-or-later
/// How folded text becomes stored terms: prefixes, the length rule, filters and dates.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pullquote/article.h"
#include "pullquote/field.h"

namespace pullquote {

/// Appends PREFIX + value to `out` (cleared first). A term over kMaxTermBytes keeps its first bytes
/// up to a character's boundary and ends in '~' and 16 hex digits of the 64-bit XXH3 hash of the
/// whole, so that long terms stay distinct and findable.
void make_term(std::string_view prefix, std::string_view value, std::string& out);
std::string make_term(std::string_view prefix, std::string_view value);

/// Whether make_term() had to cut the term, so that it is not what stood in the text. No word has
/// the '~'.
bool is_cut(std::string_view term);

/// "Z" + PREFIX + stem, under the same rule.
void make_stem_term(std::string_view prefix, std::string_view stem, std::string& out);

/// The names in a byline: split at commas, semicolons, "&" and the language's " and "; without its
/// leading "By". In unknown language ("") the words of all languages count.
std::vector<std::string> names_in_byline(std::string_view byline, std::string_view language);

/// All wdf-0 filter terms of an article (source and host, authors, language, speakers of quotes
/// that quote somebody, section, keywords, D/M/Y, Q), sorted and distinct.
std::vector<std::string> filter_terms(const Article& article);

/// The host of a URL without "www." and port, in lower case; empty when there is none.
std::string host_of(std::string_view url);

}  // namespace pullquote
