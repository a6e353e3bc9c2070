// SPDX-License-Identifier: GPL-3.0-or-later
/// Reads the cue behind a quotation: "…," said Dana Whitfield, the mayor, on Monday.
///
/// Subject and verb come in either order; between them may stand an apposition, a relative clause
/// or brackets. After a comma, question or exclamation mark inside the marks a tag must come, so
/// that even a verb nobody knows is taken ("…," Whitfield thundered).
#pragma once

#include <optional>

#include "indexer/quotes/mention.h"
#include "indexer/quotes/tokens.h"

namespace pullquote::quotes {

struct Tag {
  Mention speaker;
  TokenRange cue;
  bool known_verb = true;
};

/// The tag at the start of `range`, the tokens behind a quotation (a comma or dash may come first).
/// @param expected  the quotation ends as one does before its tag.
std::optional<Tag> tag_after(const Document& document, TokenRange range, bool expected);

/// Verb and subject at the start of `range`, in this order: "explique Marie Dupont", "a-t-il dit".
/// Only a third person or somebody with a name or an office is a subject here.
std::optional<Tag> inverted_tag_at(const Document& document, TokenRange range);

/// "according to Whitfield" at the start of `range`.
std::optional<Tag> according_tag_at(const Document& document, TokenRange range);

/// "— Dana Whitfield, mayor of Elmouth" below a quotation; `range` is the whole line.
/// @param surely  the source's markup says so; else only what can be nothing else.
std::optional<Mention> source_line(const Document& document, TokenRange range, bool surely);

}  // namespace pullquote::quotes
