// SPDX-License-Identifier: GPL-3.0-or-later
/// One page saved as plain text to one article.
#pragma once

#include "indexer/formats/record_reader.h"

namespace pullquote {

struct ParsedPage {
  ParsedArticle parsed;
  /// The outlet, as the page's foot describes it. It yields to whatever names the source of a whole
  /// folder, so that an outlet goes by one name whether or not a page was saved with its foot.
  std::string outlet;
};

/// Decodes the page and finds its article; `options.keep_blocks` fills ParsedArticle::blocks.
ParsedPage parse_text_page(const RawRecord& record, const ReaderOptions& options);

}  // namespace pullquote
