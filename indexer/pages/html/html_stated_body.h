// SPDX-License-Identifier: GPL-3.0-or-later
/// Attestation: which blocks of a page its own metadata (schema.org's articleBody) has as text of
/// the article.
///
/// Metadata may hold the whole text, only its beginning, or a description. So it is evidence for
/// blocks, never the body itself, which would lack paragraphs.
#pragma once

#include <string_view>
#include <vector>

#include "indexer/pages/html/html_blocks.h"

namespace pullquote::html {

/// For each block the share of its shingles (four words in a row) that `article_body` has, too, 0
/// to 1. Empty when `article_body` has fewer than 50 words, or when less than half of its shingles
/// are on the page: then it is another text. `article_body` is plain text. Cost: n log n in its
/// words and the page's; thread-safe.
std::vector<float> attest(const std::vector<TextBlock>& blocks, std::string_view article_body);

}  // namespace pullquote::html
