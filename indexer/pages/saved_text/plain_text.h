// SPDX-License-Identifier: GPL-3.0-or-later
/// The article in a page that was saved as plain text.
///
/// A saved page is lines: the site's navigation, share buttons, the headline, perhaps a standfirst,
/// a byline, a picture's caption, then paragraphs with advertisements and section heads among them,
/// agency credits, newsletter and reply forms, teasers of other stories. Every line becomes an
/// InspectedBlock with the reason why it was kept or dropped. Lines are kept or dropped whole;
/// nothing is deleted from within running text.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pullquote/article_reader.h"

namespace pullquote {

/// What a page says.
struct TextPage {
  Article article;     ///< headline, text, times and credits; no id, no language, no source
  std::string outlet;  ///< as the page describes itself at its foot; empty: it does not
  std::vector<InspectedBlock> blocks;  ///< all lines in order
};

/// Reads a page. `text` is clean UTF-8 (decode_text). Never fails: a page without prose gives the
/// first line that isn't furniture as the headline and the others as the body. Times are as stated,
/// unset where the page states none. Thread-safe.
TextPage read_text_page(std::string_view text);

}  // namespace pullquote
