// SPDX-License-Identifier: GPL-3.0-or-later
/// Articles that a program hands over itself, in place of bytes: checked and brought into the form
/// that Article promises, as the readers of formats do for theirs.
#pragma once

#include <cstdint>

#include "pullquote/article.h"
#include "pullquote/article_reader.h"

namespace pullquote {

/// Completes an article: text becomes clean UTF-8, single lines and paragraphs; an absent id comes
/// from the URL; an absent language is detected.
///
/// Quotes that the program gives are kept, in place of those that extraction would find. Their
/// spans must lie in the body in order, at the beginnings of characters, and the body must have
/// Article's form already, since cleaning would move it away from under them. An empty Quote::text
/// becomes the text of its span.
///
/// @param number  of the article among those handed over, from 1; rejections name it.
/// @return the article, or why it cannot be taken. Thread-safe.
ReadOutcome complete_given_article(Article article, std::uint64_t number);

}  // namespace pullquote
