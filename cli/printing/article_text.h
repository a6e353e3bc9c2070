// SPDX-License-Identifier: GPL-3.0-or-later
/// An article for people: what is known about it, its text, its quotes.
#pragma once

#include "cli/printing/text_sheet.h"
#include "pullquote/article.h"

namespace pullquote::cli {

void print_article(const Article& article, TextSheet& sheet);

/// "“We will stay,” Mark Toner (spokesman) said", one paragraph a quote.
void print_quotes(const std::vector<Quote>& quotes, TextSheet& sheet);

}  // namespace pullquote::cli
