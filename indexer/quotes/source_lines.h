// SPDX-License-Identifier: GPL-3.0-or-later
/// The line below a block quotation that says who is quoted: "— Dana Whitfield, mayor of Elmouth".
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "indexer/quotes/lexicon.h"
#include "indexer/quotes/paragraph_finder.h"
#include "indexer/quotes/tokens.h"

namespace pullquote::quotes {

/// A part of the body by itself, cut into tokens and sentences; `marked` are the spans in it.
Document part_of(std::string_view body, const Lexicon& lexicon, Paragraph part,
                 std::vector<MarkedSpan> marked);

bool starts_with_dash(std::string_view text);

/// Whether `line` names somebody and says nothing else.
/// @param surely  the source's markup says that it does.
bool is_source_line(std::string_view body, const Lexicon& lexicon, Paragraph line, bool surely);

/// "We have waited. — Dana Whitfield": such a line behind the last sentence of a paragraph, or the
/// last of its own lines.
std::optional<Paragraph> source_line_within(std::string_view body, const Lexicon& lexicon,
                                            Paragraph paragraph);

}  // namespace pullquote::quotes
