// SPDX-License-Identifier: GPL-3.0-or-later
/// One word with its suffix: word, word*, word~, word~2.
#pragma once

#include <string_view>
#include <variant>

#include "pullquote/query.h"

namespace pullquote {

/// A Word, Prefix or Fuzzy node with `text` and `span` set; or what is wrong with the suffix.
std::variant<QueryNode, QueryError> parse_word_clause(std::string_view text, ByteSpan span,
                                                      bool exact);

/// Whether a word ends in "~", "~1" or "~2", as one that asks for similar words does.
bool has_distance(std::string_view text);

}  // namespace pullquote
