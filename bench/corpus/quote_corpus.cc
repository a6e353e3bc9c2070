// SPDX-License-Identifier: GPL-3.0-or-later
/// bench_quote_corpus QUOTES [SEED]: articles with generated quotations as JSON Lines, one
/// quotation each, the printings of a family in articles of their own. Every line also has
/// "family", the truth, which the index ignores.
#include <cstdio>
#include <cstdlib>
#include <string>

#include "bench/corpus/quote_generator.h"
#include "pullquote/timestamp.h"

namespace {

std::string sentence_case(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 32);
  return text;
}

}  // namespace

int main(int argc, char** argv) {
  const std::size_t quotes = argc > 1 ? std::strtoull(argv[1], nullptr, 10) : 1'000'000;
  const std::size_t seed = argc > 2 ? std::strtoull(argv[2], nullptr, 10) : 1;
  pullquote::bench::QuoteGenerator generator(seed);
  std::size_t written = 0;
  while (written < quotes) {
    for (const auto& quote : generator.next_family()) {
      const auto day = pullquote::to_iso8601({quote.published, pullquote::TimePrecision::Day, {}});
      // Generated words need no escapes.
      std::printf(
          "{\"id\":\"q%zu\",\"source\":\"Outlet "
          "%zu\",\"published\":\"%s\",\"language\":\"en\",\"headline\":\"Report %zu\","
          "\"body\":\"“%s,” said %s.\",\"family\":%zu}\n",
          written, written % 97, day.c_str(), written, sentence_case(quote.text).c_str(),
          quote.speaker.c_str(), static_cast<std::size_t>(quote.family));
      ++written;
    }
  }
  return 0;
}
