// SPDX-License-Identifier: GPL-3.0-or-later
/// Prints an article for people: its fields, its text, and its quotes.
#pragma once

#include "cli/printing/text_sheet.h"
#include "pullquote/article.h"

namespace pullquote::cli {

/// The headline, the known fields one a line, the text in paragraphs, captions, and quotes.
void print_article(const Article& article, TextSheet& sheet);

/// Two paragraphs for each quote: the text, and below it kind and attribution ("direct · Mark
/// Toner, spokesman (said)").
void print_quotes(const std::vector<Quote>& quotes, TextSheet& sheet);

}  // namespace pullquote::cli
