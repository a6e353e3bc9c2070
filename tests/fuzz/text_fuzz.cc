// SPDX-License-Identifier: GPL-3.0-or-later
/// Any bytes make a page: every block has a reason, and what is kept is valid UTF-8.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "indexer/formats/text_reader.h"
#include "schema/analysis/utf8.h"

namespace {

void expect_utf8(const std::string& text) {
  for (std::size_t at = 0; at < text.size();) {
    if (pullquote::next_code_point(text, at) < 0) std::abort();
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  pullquote::RawRecord record;
  record.bytes.assign(reinterpret_cast<const char*>(data), size);
  pullquote::ReaderOptions options;
  options.keep_blocks = true;
  const pullquote::ParsedPage page = pullquote::parse_text_page(record, options);
  expect_utf8(page.parsed.article.headline);
  expect_utf8(page.parsed.article.body);
  for (const pullquote::InspectedBlock& block : page.parsed.blocks) {
    if (block.reason.empty()) std::abort();
  }
  return 0;
}
