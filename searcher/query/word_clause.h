// SPDX-License-Identifier: GPL-3.0-or-later
/// Parses one word with its suffix: word, word*, word~, word~2.
#pragma once

#include <string_view>
#include <variant>

#include "pullquote/query.h"

namespace pullquote {

/// A Word, Prefix or Fuzzy node with `text` and `span` set; or an error about the suffix.
/// @param span   of `text` in the query.
/// @param exact  whether "=" stands before the word.
std::variant<QueryNode, QueryError> parse_word_clause(std::string_view text, ByteSpan span,
                                                      bool exact);

/// Whether the word ends in "~", "~1" or "~2", which asks for similar words.
bool has_distance(std::string_view text);

}  // namespace pullquote
