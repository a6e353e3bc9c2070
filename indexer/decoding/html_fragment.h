// SPDX-License-Identifier: GPL-3.0-or-later
/// Markup inside values of records: feeds and databases often hold a body as HTML.
#pragma once

#include <string>
#include <string_view>

namespace pullquote {

/// True when `text` holds at least one tag of a kind that bodies have ("<p>", "</em>", "<br/>").
bool has_markup(std::string_view text);

/// Text of a fragment: tags go, block elements separate paragraphs by a blank line, scripts,
/// styles and comments go with what they hold, entities are decoded. Block quotations are marked
/// (block_quote_marks.h), <q> by quotation marks. Accepts anything.
std::string text_of_fragment(std::string_view html);

/// Decodes "&amp;", "&#8217;", "&#x2019;" and HTML's named entities; anything else stays.
std::string decode_entities(std::string_view text);

}  // namespace pullquote
