// SPDX-License-Identifier: GPL-3.0-or-later
/// The article in a page that was saved as plain text.
///
/// A saved page is lines: the site's navigation, share buttons, the headline, perhaps a standfirst,
/// a byline, a picture's caption, then paragraphs with advertisements and section heads among them,
/// agency credits, newsletter and reply forms, teasers of other stories. Every line becomes a
/// InspectedBlock with the reason why it was kept or dropped; nothing is ever deleted from within
/// running text.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pullquote/article_reader.h"

namespace pullquote {

struct TextPage {
  Article article;     ///< what the page says: no id, no language, no source
  std::string outlet;  ///< as the page describes itself at its foot; empty: it does not
  std::vector<InspectedBlock> blocks;  ///< all lines in order
};

/// Reads a page. `text` is clean UTF-8 (decode_text).
TextPage read_text_page(std::string_view text);

}  // namespace pullquote
