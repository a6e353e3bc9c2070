// SPDX-License-Identifier: GPL-3.0-or-later
/// Megabytes of article text per second and core through QuoteExtractor, on generated articles:
/// many quotations (news), none (reports), and input made to be slow.
#include <benchmark/benchmark.h>

#include <cstdlib>
#include <random>
#include <string>
#include <vector>

#include "pullquote/quote_extractor.h"

namespace {

constexpr std::size_t kArticles = 200;

/// A paragraph of `words` words without marks, with names and reporting verbs now and then.
std::string prose(std::mt19937& random, int words) {
  static const std::vector<std::string> kWords{
      "the",    "harbour", "of",   "Elmouth", "was",     "said",  "closed", "on",
      "Monday", "after",   "Dana", "council", "and",     "a",     "storm",  "that",
      "report", "has",     "been", "in",      "growers", "told",  "Hollis", "bridge",
      "with",   "number",  "open", "from",    "their",   "winter"};
  std::string text = "In";
  for (int i = 0; i < words; ++i) text += " " + kWords[random() % kWords.size()];
  return text + ".";
}

std::string article(std::mt19937& random, int quotations) {
  std::string body = "Mayor Dana Hollis opened the bridge. ";
  for (int i = 0; i < 20; ++i) {
    if (i < quotations) {
      body += "\n\n“" + prose(random, 20) + ",” Hollis said. “" + prose(random, 12) + "”";
    } else {
      body += "\n\n" + prose(random, 45);
    }
  }
  return body;
}

void extract(benchmark::State& state, const std::vector<std::string>& bodies,
             std::size_t expected) {
  pullquote::QuoteExtractor extractor;
  std::size_t bytes = 0;
  std::size_t found = 0;
  for (const std::string& body : bodies) found += extractor.extract(body, "en").size();
  if (found != expected) {
    state.SkipWithError("wrong number of quotations");
    return;
  }
  for (auto _ : state) {
    for (const std::string& body : bodies) {
      benchmark::DoNotOptimize(extractor.extract(body, "en"));
      bytes += body.size();
    }
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(bytes));
}

void articles(benchmark::State& state) {
  std::mt19937 random(1);
  std::vector<std::string> bodies;
  const int quotations = static_cast<int>(state.range(0));
  for (std::size_t i = 0; i < kArticles; ++i) bodies.push_back(article(random, quotations));
  extract(state, bodies, kArticles * 2 * static_cast<std::size_t>(quotations));
}
BENCHMARK(articles)
    ->ArgName("quoted_paragraphs")
    ->Arg(0)
    ->Arg(4)
    ->Arg(12)
    ->Unit(benchmark::kMillisecond);

/// One paragraph of nothing but `piece`: time must grow with length, not with its square.
void repeated(benchmark::State& state, const char* piece) {
  std::string body;
  while (body.size() < static_cast<std::size_t>(state.range(0))) body += piece;
  pullquote::QuoteExtractor extractor;
  for (auto _ : state) benchmark::DoNotOptimize(extractor.extract(body, "en"));
  state.SetBytesProcessed(state.iterations() * state.range(0));
}
#define PULLQUOTE_REPEATED(name, piece)    \
  BENCHMARK_CAPTURE(repeated, name, piece) \
      ->Arg(1 << 16)                       \
      ->Arg(1 << 20)                       \
      ->Unit(benchmark::kMillisecond)
PULLQUOTE_REPEATED(pairs, "“a” ");
PULLQUOTE_REPEATED(openings, "“a ");
PULLQUOTE_REPEATED(straight, "\" ");
PULLQUOTE_REPEATED(mixed, "\"a “b” ");
PULLQUOTE_REPEATED(single, "'a ");
PULLQUOTE_REPEATED(cues, "said he said, ");
PULLQUOTE_REPEATED(names, "Dana Hollis, “he” ");
PULLQUOTE_REPEATED(relatives, "who who “she” ");
PULLQUOTE_REPEATED(paragraphs, "“a\n\n");
PULLQUOTE_REPEATED(labels, "A: b\n\nC: d\n\n");

}  // namespace

BENCHMARK_MAIN();
