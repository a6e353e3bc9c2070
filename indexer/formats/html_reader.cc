// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/formats/html_reader.h"

#include <algorithm>
#include <limits>
#include <string>
#include <utility>
#include <variant>

#include "indexer/decoding/charset.h"
#include "indexer/pages/html/html_article.h"
#include "indexer/pages/html/html_charset.h"

namespace pullquote {
namespace {

// The parser and the tree count bytes in 31 bits.
constexpr std::uint64_t kLargestPage = std::numeric_limits<std::int32_t>::max() / 4;
constexpr std::uint32_t kDeepest = 4096;

}  // namespace

void parse_html_page(const RawRecord& record, const ReaderOptions& options,
                     const RecordSink& sink) {
  if (record.bytes.size() > std::min(options.limits.record_bytes, kLargestPage)) {
    sink(reject(record, "record too large"));
    return;
  }
  const std::string charset(record.charset.empty() ? html::declared_charset(record.bytes)
                                                   : record.charset);
  const std::string page = decode_text(record.bytes, charset).text;
  html::ParseLimits limits;
  limits.depth = std::min(options.limits.nesting_depth, kDeepest);
  auto result = html::extract_article(page, limits, options.keep_blocks);
  if (const auto* fault = std::get_if<html::ParseFault>(&result)) {
    sink(reject(record,
                *fault == html::ParseFault::TooDeep ? "nested too deeply" : "too many elements"));
    return;
  }
  auto& parsed = std::get<ParsedArticle>(result);
  if (parsed.article.headline.empty() && parsed.article.body.empty()) {
    sink(reject(record, "no headline and no body"));
    return;
  }
  sink(std::move(parsed));
}

}  // namespace pullquote
