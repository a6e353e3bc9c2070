// SPDX-License-Identifier: GPL-3.0-or-later
/// One HTML page to one article.
#pragma once

#include "indexer/formats/record_reader.h"

namespace pullquote {

/// Reads a page: charset (header, meta, content), metadata, main text, captions and credits.
/// `options.keep_blocks` fills ParsedArticle::blocks. See record_reader.h for what is left to
/// RecordParser. Hands over exactly one outcome.
void parse_html_page(const RawRecord& record, const ReaderOptions& options, const RecordSink& sink);

}  // namespace pullquote
