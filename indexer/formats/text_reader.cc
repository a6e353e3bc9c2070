// SPDX-License-Identifier: GPL-3.0-or-later
/// Bytes of a saved page to its article.
#include "indexer/formats/text_reader.h"

#include <utility>

#include "indexer/decoding/charset.h"
#include "indexer/pages/saved_text/plain_text.h"

namespace pullquote {

ParsedPage parse_text_page(const RawRecord& record, const ReaderOptions& options) {
  TextPage page = read_text_page(decode_text(record.bytes, record.charset).text);
  ParsedPage result;
  result.parsed.article = std::move(page.article);
  if (options.keep_blocks) result.parsed.blocks = std::move(page.blocks);
  result.parsed.format = to_string(InputFormat::Text);
  result.outlet = std::move(page.outlet);
  return result;
}

}  // namespace pullquote
