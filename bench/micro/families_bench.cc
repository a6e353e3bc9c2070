// SPDX-License-Identifier: GPL-3.0-or-later
/// bench_families_bench [QUOTES [THREADS [SEED]]]: families of generated quotations (bench/corpus):
/// time by step, memory, and how well they agree with the truth. Default: 2,000,000 quotes, 2
/// threads.
///
/// Pairs: of all pairs of quotations in one found family, those that are printings of one quotation
/// (precision), and the reverse (recall). B-cubed: the same, averaged over quotations (A. Bagga, B.
/// Baldwin, "Algorithms for scoring coreference chains", 1998), so that large families do not drown
/// small ones.
#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <tuple>
#include <unordered_map>
#include <vector>

#include "bench/corpus/quote_generator.h"
#include "indexer/families/echo_finder.h"
#include "indexer/families/family_grouping.h"
#include "indexer/families/family_table.h"
#include "indexer/families/text_clusters.h"

namespace pullquote::bench {
namespace {

double cpu_seconds() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  const auto seconds = [](const timeval& time) {
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) * 1e-6;
  };
  return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

class Clock {
 public:
  void lap(const char* step) {
    const auto now = std::chrono::steady_clock::now();
    const double cpu = cpu_seconds();
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    std::printf("%-10s %7.2f s  %7.2f s CPU  peak %5ld MB\n", step,
                std::chrono::duration<double>(now - wall_).count(), cpu - cpu_,
                usage.ru_maxrss / 1024);
    std::fflush(stdout);
    wall_ = now;
    cpu_ = cpu;
  }

 private:
  std::chrono::steady_clock::time_point wall_ = std::chrono::steady_clock::now();
  double cpu_ = cpu_seconds();
};

double share(double part, double whole) {
  return whole == 0 ? 1 : part / whole;
}

void score(const std::vector<std::uint64_t>& truth, const std::vector<std::uint32_t>& found) {
  std::vector<std::tuple<std::uint32_t, std::uint64_t>> both;
  std::unordered_map<std::uint64_t, double> true_sizes;
  std::unordered_map<std::uint32_t, double> found_sizes;
  for (std::size_t i = 0; i < truth.size(); ++i) {
    both.emplace_back(found[i], truth[i]);
    ++true_sizes[truth[i]];
    ++found_sizes[found[i]];
  }
  std::sort(both.begin(), both.end());
  double right = 0;
  double true_pairs = 0;
  double found_pairs = 0;
  double precision = 0;
  double recall = 0;
  for (std::size_t first = 0, last = 0; first < both.size(); first = last) {
    while (last < both.size() && both[last] == both[first]) ++last;
    const auto n = static_cast<double>(last - first);
    right += n * (n - 1) / 2;
    precision += n * n / found_sizes[std::get<0>(both[first])];
    recall += n * n / true_sizes[std::get<1>(both[first])];
  }
  for (const auto& [family, n] : true_sizes) true_pairs += n * (n - 1) / 2;
  for (const auto& [family, n] : found_sizes) found_pairs += n * (n - 1) / 2;
  const auto quotes = static_cast<double>(truth.size());
  std::printf("pairs      precision %.4f  recall %.4f\n", share(right, found_pairs),
              share(right, true_pairs));
  std::printf("B-cubed    precision %.4f  recall %.4f\n", precision / quotes, recall / quotes);
}

/// Quotes of several families side by side, as articles of a day would have them.
struct Corpus {
  QuoteCollection collection;
  std::vector<std::uint64_t> truth;
};

void generate(std::size_t quotes, std::uint64_t seed, Corpus& corpus) {
  QuoteGenerator generator(seed);
  WordingReader reader;
  while (corpus.truth.size() < quotes) {
    QuoteBatch batch;
    for (const GeneratedQuote& made : generator.next_family()) {
      Article article;
      article.source = "outlet " + std::to_string(made.family % 97 + batch.articles.size());
      article.language = "en";
      article.published = Timestamp{made.published, TimePrecision::Day, {}};
      Quote& quote = article.quotes.emplace_back();
      quote.text = made.text;
      quote.speaker = quote.speaker_resolved = made.speaker;
      batch.add(article, reader);
      corpus.truth.push_back(made.family);
    }
    corpus.collection.add(batch);
  }
}

int run(std::size_t quotes, unsigned threads, std::uint64_t seed) {
  Clock clock;
  Corpus corpus;
  generate(quotes, seed, corpus);
  clock.lap("generate");
  QuoteCollection& collection = corpus.collection;
  collection.speakers.settle();
  collection.texts.freeze();
  const RankedTexts texts(collection);
  clock.lap("rank");
  const TextClusters clusters = cluster_texts(texts, {.threads = threads}, {});
  clock.lap("cluster");
  QuoteGroups groups = group_quotes(collection, texts, clusters);
  clock.lap("group");
  const EchoAnchors anchors(collection, texts, groups);
  clock.lap("anchors");
  const std::vector<std::uint32_t> found = groups.family;
  const FamilyTable table = tabulate(std::move(collection), std::move(groups), {});
  clock.lap("tabulate");
  std::printf("%zu quotes, %zu families\n", found.size(), table.representative.size());
  score(corpus.truth, found);
  return 0;
}

}  // namespace
}  // namespace pullquote::bench

int main(int argc, char** argv) {
  const auto argument = [&](int i, std::size_t otherwise) {
    return argc > i ? static_cast<std::size_t>(std::strtoull(argv[i], nullptr, 10)) : otherwise;
  };
  return pullquote::bench::run(argument(1, 2'000'000), static_cast<unsigned>(argument(2, 2)),
                               argument(3, 1));
}
