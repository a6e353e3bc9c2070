// SPDX-License-Identifier: GPL-3.0-or-later
/// Bytes of saved plain-text pages to articles, per core: charset, lines, furniture, text.
///
/// Series: a generated page of menus, teasers, twenty paragraphs, comments and a footer, and one of
/// text alone.
#include <benchmark/benchmark.h>

#include <string>

#include "indexer/formats/text_reader.h"

namespace {

std::string repeated(const std::string& piece, int times) {
  std::string text;
  for (int i = 0; i < times; ++i) text += piece;
  return text;
}

const std::string kParagraph =
    "The council of Alderbridge voted on Monday to rebuild the bridge, and the mayor said \"it was "
    "time\" to do so, while others asked who would pay for the work that begins in spring.\n\n";

void read_page(benchmark::State& state, const std::string& page) {
  pullquote::RawRecord record;
  record.bytes = page;
  for (auto _ : state) {
    const pullquote::ParsedPage parsed = pullquote::parse_text_page(record, {});
    if (parsed.parsed.article.body.empty()) state.SkipWithError("no article");
  }
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(page.size()));
}

void usual(benchmark::State& state) {
  read_page(
      state,
      "Skip to main content\n\n" + repeated("* Section of the site\n", 60) +
          "\nBridge to be rebuilt\n\nBy Ana Lima\n\nPublished: 4 March 2026\n\n" +
          repeated(kParagraph, 20) + "Related stories\n\n" +
          repeated("* Ferry resumes after storm in the lower valley\n", 30) + "\n12 comments\n\n" +
          repeated("Old Miller\n\nMarch 5, 2026 at 8:12 am\n\n" + kParagraph + "Reply\n\n", 12) +
          "\u00A9 2026 The River Times. All rights reserved.\n");
}
BENCHMARK(usual);

void text_alone(benchmark::State& state) {
  read_page(state, "Bridge to be rebuilt\n\n" + repeated(kParagraph, 500));
}
BENCHMARK(text_alone);

}  // namespace

BENCHMARK_MAIN();
