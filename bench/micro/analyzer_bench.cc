// SPDX-License-Identifier: GPL-3.0-or-later
// What the analyser costs per word: splitting alone, splitting with stems, and stems alone, on
// generated English and on the bodies of a JSON Lines file (gzip or plain) named by
// PULLQUOTE_BENCH_ARTICLES. TermGenerator without a database stands beside it for comparison.
//
//   cmake --build --preset release --target bench_analyzer_bench
//   PULLQUOTE_BENCH_ARTICLES=news.jsonl.gz build/release/bench/bench_analyzer_bench
#include <benchmark/benchmark.h>
#include <simdjson.h>
#include <xapian.h>

#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <random>
#include <string>
#include <vector>

#include "pullquote/analyzer.h"
#include "pullquote/article_reader.h"

namespace {

using Texts = std::vector<std::string>;

/// Text that is enough to leave every cache of the processor.
constexpr std::size_t kTextBytes = std::size_t{32} << 20;

/// A vocabulary of made-up words under Zipf's law, with the punctuation of news about as often as
/// news has it.
Texts generated_texts() {
  std::mt19937 random(20160504);
  std::vector<std::string> vocabulary;
  for (int i = 0; i < 60'000; ++i) {
    std::string word;
    const int syllables = 1 + static_cast<int>(std::log2(1 + i)) / 4;
    for (int s = 0; s < syllables; ++s) {
      word += "bcdfghklmnprstvw"[random() % 16];
      word += "aeiou"[random() % 5];
      if (random() % 3 == 0) word += "nrstl"[random() % 5];
    }
    const char* const endings[] = {"", "", "s", "ed", "ing", "ation"};
    vocabulary.push_back(word + endings[random() % 6]);
  }
  std::uniform_real_distribution<double> uniform(0, 1);
  const auto zipf = [&] {
    const double rank = std::pow(static_cast<double>(vocabulary.size()), uniform(random));
    return vocabulary[static_cast<std::size_t>(rank) - 1];
  };
  Texts texts;
  for (std::size_t bytes = 0; bytes < kTextBytes; bytes += texts.back().size()) {
    std::string text;
    while (text.size() < 3000) {
      std::string word = zipf();
      const unsigned kind = static_cast<unsigned>(random() % 100);
      if (kind < 12) word[0] = static_cast<char>(word[0] - 'a' + 'A');
      if (kind == 20) word += "’s";
      if (kind == 21) word += "'s";
      if (kind == 22) word = "U.N.";
      if (kind == 23) word = "1,250";
      if (kind == 24) word = "“" + word + ",”";
      if (kind == 25) word += "-" + zipf();
      if (kind > 90) word += kind > 94 ? "," : ".";
      text += word + " ";
    }
    texts.push_back(std::move(text));
  }
  return texts;
}

/// Bodies of the file that the environment names; empty without one.
Texts real_texts() {
  const char* const path = std::getenv("PULLQUOTE_BENCH_ARTICLES");
  if (path == nullptr) return {};
  const pullquote::ReaderOptions options;
  pullquote::RecordSource source({path}, options);
  simdjson::dom::parser parser;
  Texts texts;
  std::size_t bytes = 0;
  while (bytes < kTextBytes) {
    auto next = source.next();
    if (!next) break;
    const auto* record = std::get_if<pullquote::RawRecord>(&*next);
    std::string_view body;
    if (record == nullptr || parser.parse(record->bytes)["body"].get(body) != simdjson::SUCCESS) {
      continue;
    }
    bytes += body.size();
    texts.emplace_back(body);
  }
  return texts;
}

const Texts& texts(bool real) {
  static const Texts generated = generated_texts();
  static const Texts read = real_texts();
  return real ? read : generated;
}

void report(benchmark::State& state, std::uint64_t words, std::uint64_t bytes) {
  state.counters["ns/word"] = benchmark::Counter(
      static_cast<double>(words) * 1e-9, benchmark::Counter::kIsRate | benchmark::Counter::kInvert);
  state.SetBytesProcessed(static_cast<std::int64_t>(bytes));
}

/// Runs `analyse(text)`, which returns its words, over all texts.
template <class Analyse>
void over_texts(benchmark::State& state, Analyse analyse) {
  const Texts& all = texts(state.range(0) == 1);
  if (all.empty()) return state.SkipWithError("PULLQUOTE_BENCH_ARTICLES names no articles");
  std::uint64_t words = 0;
  std::uint64_t bytes = 0;
  for (auto step : state) {
    static_cast<void>(step);
    for (const std::string& text : all) {
      words += analyse(text);
      bytes += text.size();
    }
  }
  report(state, words, bytes);
}

void tokenize(benchmark::State& state) {
  pullquote::Analyzer analyzer("en");
  over_texts(state, [&](const std::string& text) { return analyzer.tokenize(text).size(); });
}

void tokenize_and_stem(benchmark::State& state) {
  pullquote::Analyzer analyzer("en");
  over_texts(state, [&](const std::string& text) {
    const auto tokens = analyzer.tokenize(text);
    for (const pullquote::Token& token : tokens) {
      benchmark::DoNotOptimize(analyzer.stem(token.term).data());
    }
    return tokens.size();
  });
}

void term_generator(benchmark::State& state) {
  Xapian::TermGenerator generator;
  generator.set_stemmer(Xapian::Stem("en"));
  pullquote::Analyzer analyzer("en");
  over_texts(state, [&](const std::string& text) {
    Xapian::Document document;
    generator.set_document(document);
    generator.set_termpos(0);
    generator.index_text(text);
    return generator.get_termpos();
  });
}

}  // namespace

BENCHMARK(tokenize)->ArgName("real")->Arg(0)->Arg(1)->Unit(benchmark::kMillisecond);
BENCHMARK(tokenize_and_stem)->ArgName("real")->Arg(0)->Arg(1)->Unit(benchmark::kMillisecond);
BENCHMARK(term_generator)->ArgName("real")->Arg(0)->Arg(1)->Unit(benchmark::kMillisecond);

BENCHMARK_MAIN();
