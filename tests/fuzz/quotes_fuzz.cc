// SPDX-License-Identifier: GPL-3.0-or-later
/// Any bytes, in any language, with any block quotations: the spans lie in order within the body,
/// and texts are what they span. The first byte chooses the language; with its highest bit, the
/// paragraphs that begin with '>' are block quotations, and those with '~' their attributions.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>
#include <vector>

#include "pullquote/quote_extractor.h"

namespace {

void check(bool holds) {
  if (!holds) std::abort();
}

/// Spans of paragraphs by their first byte, whatever sense they make.
std::vector<pullquote::BlockQuote> block_quotes_of(std::string_view body) {
  std::vector<pullquote::BlockQuote> found;
  for (const std::string_view paragraph : pullquote::paragraphs_of(body)) {
    if (paragraph.empty()) continue;
    const auto start = static_cast<std::uint32_t>(paragraph.data() - body.data());
    const auto end = static_cast<std::uint32_t>(start + paragraph.size());
    if (paragraph[0] == '>') {
      found.push_back({{start, end}, {}, paragraph.size() % 5 == 0});
    } else if (paragraph[0] == '~' && !found.empty()) {
      found.back().attribution = {start, end};
    }
  }
  return found;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static pullquote::QuoteExtractor extractor;
  static constexpr std::string_view kLanguages[] = {"en", "fr", "de", "es"};
  if (size == 0) return 0;
  const std::string_view body(reinterpret_cast<const char*>(data + 1), size - 1);
  const auto block_quotes =
      data[0] >= 0x80 ? block_quotes_of(body) : std::vector<pullquote::BlockQuote>{};
  std::uint32_t last = 0;
  for (const pullquote::Quote& quote :
       extractor.extract(body, kLanguages[data[0] % 4], block_quotes)) {
    check(last <= quote.span.start && quote.span.start < quote.span.end);
    check(quote.span.end <= body.size());
    check(quote.text == body.substr(quote.span.start, quote.span.end - quote.span.start));
    check(quote.confidence >= 0 && quote.confidence <= 1);
    check(quote.speaker.empty() == quote.speaker_resolved.empty());
    if (quote.speaker_span) {
      check(quote.speaker_span->end <= body.size());
      check(quote.speaker == body.substr(quote.speaker_span->start,
                                         quote.speaker_span->end - quote.speaker_span->start));
    }
    last = quote.span.end;
  }
  return 0;
}
