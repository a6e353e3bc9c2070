// SPDX-License-Identifier: GPL-3.0-or-later
/// A page to an article: puts together what the other html_* files find out.
#pragma once

#include <string_view>
#include <variant>

#include "indexer/pages/html/html_dom.h"
#include "pullquote/article_reader.h"

namespace pullquote::html {

/// The article of a page; `page` is clean UTF-8 (decoding/charset.h). Id, language by content and
/// quotes are left out. Headline and body may both be empty. InspectedBlock quotations are still
/// marked in the body (block_quote_marks.h).
std::variant<ParsedArticle, ParseFault> extract_article(std::string_view page,
                                                        const ParseLimits& limits,
                                                        bool keep_blocks);

}  // namespace pullquote::html
