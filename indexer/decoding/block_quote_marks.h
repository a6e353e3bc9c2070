// SPDX-License-Identifier: GPL-3.0-or-later
/// How block quotations travel from a reader's markup to Article::block_quotes.
///
/// A body passes many hands as text (cleaned, laid out anew, joined, prefixed with a dateline,
/// freed of repetitions) before its byte offsets are final. So readers write what a paragraph is in
/// front of it, as a control character that no clean text holds and that everything else takes for
/// white space, and the last step takes these marks out again.
#pragma once

#include <string>
#include <string_view>

#include "pullquote/article.h"

namespace pullquote {

inline constexpr char kQuoteBegins = '\x1C';       ///< first paragraph of a block quotation
inline constexpr char kQuoteApart = '\x1F';        ///< of one that is BlockQuote::set_apart
inline constexpr char kQuoteGoesOn = '\x1D';       ///< a further one
inline constexpr char kQuoteAttribution = '\x1E';  ///< a paragraph that says who is quoted

constexpr bool is_block_quote_mark(char c) {
  return c >= kQuoteBegins && c <= kQuoteApart;
}

/// The mark of what a <blockquote> begins with, by its attributes. '\0': it is the message that a
/// mail answers, and no mark is due.
char mark_of_block_quote(std::string_view class_names, std::string_view type);

/// "\x1C" of "\x1CWe have waited."; empty: the paragraph has no mark. White space may precede it.
std::string_view block_quote_mark_of(std::string_view paragraph);

/// Takes the marks out of the body and adds what they say to `article.block_quotes`.
void settle_block_quotes(Article& article);

}  // namespace pullquote
