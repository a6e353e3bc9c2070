// SPDX-License-Identifier: GPL-3.0-or-later
/// Extraction of the article from an HTML page: puts together what the other files of this folder
/// find out.
#pragma once

#include <string_view>
#include <variant>

#include "indexer/pages/html/html_dom.h"
#include "pullquote/article_reader.h"

namespace pullquote::html {

/// Extracts the article of a page; `page` is clean UTF-8 (decoding/charset.h). Id, language by
/// content and quotes are left out. Headline and body may both be empty. Paragraphs of block
/// quotations carry their marks in the body (decoding/block_quote_marks.h); settle_block_quotes()
/// takes them out later.
///
/// `keep_blocks` also fills ParsedArticle::blocks: each block of the page with the reason why it
/// was kept or dropped. A page beyond `limits` gives a ParseFault. @throws std::bad_alloc.
/// Thread-safe. Cost: linear in the page.
std::variant<ParsedArticle, ParseFault> extract_article(std::string_view page,
                                                        const ParseLimits& limits,
                                                        bool keep_blocks);

}  // namespace pullquote::html
