// SPDX-License-Identifier: GPL-3.0-or-later
/// Which blocks the page's own metadata (schema.org's articleBody) attests to be the article.
///
/// Metadata may hold the whole text, only its beginning, or a description; so it is evidence for
/// blocks, never the body itself, which would lack paragraphs.
#pragma once

#include <string_view>
#include <vector>

#include "indexer/pages/html/html_blocks.h"

namespace pullquote::html {

/// By block: the share of its runs of four words that `article_body` has too. Empty when
/// `article_body` is too short to say anything, or found nowhere on the page.
std::vector<float> attest(const std::vector<TextBlock>& blocks, std::string_view article_body);

}  // namespace pullquote::html
