// SPDX-License-Identifier: GPL-3.0-or-later
/// Two texts, split at the first newline, as wordings: spans lie in the text, alignments in the
/// wordings, and a comparison gives all words back.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "schema/wording/alignment.h"
#include "searcher/quotes/word_diff.h"

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

void check(std::string_view text, const pullquote::Wording& wording) {
  require(wording.keys.size() == wording.spans.size());
  std::uint32_t last = 0;
  for (const pullquote::ByteSpan& span : wording.spans) {
    require(span.start >= last && span.start < span.end && span.end <= text.size());
    last = span.start;
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  const std::size_t split = std::min(input.find('\n'), input.size());
  const std::string_view a = input.substr(0, split);
  const std::string_view b = input.substr(split);
  static pullquote::WordingReader reader;
  pullquote::Wording first;
  pullquote::Wording second;
  reader.read(a, first);
  reader.read(b, second, pullquote::Brackets::Keep);
  check(a, first);
  check(b, second);
  const pullquote::Alignment found = pullquote::Aligner().align(first.keys, second.keys);
  require(found.content <= found.matched && found.matched <= first.keys.size());
  require(found.a_begin <= found.a_end && found.a_end <= first.keys.size());
  require(found.b_begin <= found.b_end && found.b_end <= second.keys.size());
  static pullquote::WordComparer comparer;
  for (const pullquote::WordDiff& run : comparer.compare(a, b)) require(!run.text.empty());
  return 0;
}
