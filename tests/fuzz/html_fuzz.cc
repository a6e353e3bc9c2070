// SPDX-License-Identifier: GPL-3.0-or-later
/// Any bytes are a page, or a rejection: one outcome, the same twice, its strings bounded by the
/// page.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <utility>
#include <variant>

#include "indexer/formats/html_reader.h"

namespace {

pullquote::ReadOutcome read(const std::string& bytes) {
  pullquote::RawRecord record;
  record.format = pullquote::InputFormat::Html;
  record.bytes = bytes;
  pullquote::ReaderOptions options;
  options.keep_blocks = true;
  pullquote::ReadOutcome result;
  int outcomes = 0;
  pullquote::parse_html_page(record, options, [&](pullquote::ReadOutcome&& outcome) {
    ++outcomes;
    result = std::move(outcome);
  });
  if (outcomes != 1) std::abort();
  return result;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  const auto first = read(bytes);
  const auto second = read(bytes);
  if (first.index() != second.index()) std::abort();
  const auto* parsed = std::get_if<pullquote::ParsedArticle>(&first);
  if (parsed == nullptr) return 0;
  const auto& article = parsed->article;
  if (!(article == std::get<pullquote::ParsedArticle>(second).article)) std::abort();
  if (article.headline.empty() && article.body.empty()) std::abort();
  // A byte may become a character of three, and a paragraph end adds two.
  if (article.body.size() > 8 * size + 16) std::abort();
  return 0;
}
