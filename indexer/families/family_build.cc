// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/families/family_build.h"

#include <algorithm>
#include <atomic>

#include "indexer/families/echo_finder.h"
#include "indexer/families/family_grouping.h"
#include "indexer/families/family_table.h"
#include "indexer/families/text_clusters.h"
#include "indexer/work/progress_meter.h"
#include "indexer/work/worker_group.h"
#include "schema/io/filesystem.h"
#include "schema/io/output_file.h"
#include "schema/io/write_failure.h"
#include "schema/store/layout.h"

namespace pullquote {
namespace {

/// Articles that a worker takes at a time, and such batches between two merges, a worker.
constexpr std::size_t kBatchArticles = 512;
constexpr std::size_t kBatchesInWave = 4;

/// Shingles in memory at once: more than the most gains nothing.
constexpr std::uint64_t kLeastSlice = 16 << 20;
constexpr std::uint64_t kMostSlice = 256 << 20;

class FamilyBuild {
 public:
  FamilyBuild(const Spool& spool, std::span<const SpooledArticle> articles,
              const FamilyBuildOptions& options, const std::stop_token& stop)
      : spool_(spool),
        articles_(articles),
        options_(options),
        stop_(stop),
        readers_(std::max(options.threads, 1u)) {}

  void run(ProgressMeter& meter) {
    read_quotes(meter);
    collection_.speakers.settle();
    collection_.texts.freeze();
    const JoinOptions join{
        .threads = options_.threads,
        .slice_bytes = std::clamp(options_.memory_bytes / 4, kLeastSlice, kMostSlice)};
    const RankedTexts texts(collection_);
    QuoteGroups groups = group_quotes(collection_, texts, cluster_texts(texts, join, stop_));
    const std::vector<FamilyEcho> echoes = find_echoes(texts, groups, meter);
    write_table(tabulate(std::move(collection_), std::move(groups), echoes));
  }

 private:
  /// Calls `use(number, article)` for articles in a row.
  template <class Use>
  void for_each_article(std::size_t begin, std::size_t end, const Use& use) const {
    SpooledRecords some;
    while (begin < end) {
      spool_.read_some(articles_.subspan(begin, end - begin), some);
      for (const std::string_view record : some.records) use(begin++, spool_.decoded(record));
    }
  }

  unsigned threads() const { return std::max(options_.threads, 1u); }

  /// In waves of batches: read by all workers, added in order.
  void read_quotes(ProgressMeter& meter) {
    const std::size_t wave = kBatchArticles * kBatchesInWave * threads();
    for (std::size_t first = 0; first < articles_.size(); first += wave) {
      const std::size_t last = std::min(first + wave, articles_.size());
      std::vector<QuoteBatch> batches((last - first + kBatchArticles - 1) / kBatchArticles);
      for_each_batch(first, last, [&](const Batch& batch) {
        for_each_article(batch.begin, batch.end, [&](std::size_t, const Article& article) {
          batches[batch.number].add(article, readers_[batch.worker]);
        });
        meter.add(batch.end - batch.begin, 0);
      });
      for (const QuoteBatch& batch : batches) collection_.add(batch);
    }
  }

  std::vector<FamilyEcho> find_echoes(const RankedTexts& texts, const QuoteGroups& groups,
                                      ProgressMeter& meter) const {
    const EchoAnchors anchors(collection_, texts, groups);
    std::vector<FamilyEcho> all;
    if (anchors.empty()) return all;
    std::vector<std::uint32_t> first_quote(articles_.size() + 1);
    for (const QuoteRow& quote : collection_.quotes) ++first_quote[quote.article + 1];
    for (std::size_t i = 0; i < articles_.size(); ++i) first_quote[i + 1] += first_quote[i];

    std::vector<std::vector<FamilyEcho>> found((articles_.size() + kBatchArticles - 1) /
                                               kBatchArticles);
    std::vector<EchoFinder> finders;
    for (unsigned i = 0; i < threads(); ++i) finders.emplace_back(anchors, collection_.texts);
    for_each_batch(0, articles_.size(), [&](const Batch& batch) {
      for_each_article(batch.begin, batch.end, [&](std::size_t i, const Article& article) {
        const auto own =
            std::span(groups.family).subspan(first_quote[i], first_quote[i + 1] - first_quote[i]);
        finders[batch.worker].find(article, static_cast<std::uint32_t>(i), own,
                                   found[batch.number]);
      });
      meter.add(batch.end - batch.begin, 0);
    });
    for (const auto& echoes : found) all.insert(all.end(), echoes.begin(), echoes.end());
    return all;
  }

  /// Articles in a row.
  struct Batch {
    std::size_t number = 0;
    std::size_t begin = 0;
    std::size_t end = 0;
    std::size_t worker = 0;
  };

  /// Calls `work(batch)` for each batch of [first, last), from all workers.
  template <class Work>
  void for_each_batch(std::size_t first, std::size_t last, const Work& work) const {
    const std::size_t batches = (last - first + kBatchArticles - 1) / kBatchArticles;
    std::atomic<std::size_t> next = 0;
    WorkerGroup workers(stop_);
    for (std::size_t worker = 0; worker < std::min<std::size_t>(threads(), batches); ++worker) {
      workers.start([&, worker](const std::stop_token& token) {
        for (std::size_t batch = next++; batch < batches; batch = next++) {
          throw_if_stopped(token);
          const std::size_t begin = first + batch * kBatchArticles;
          work(Batch{batch, begin, std::min(begin + kBatchArticles, last), worker});
        }
      });
    }
    workers.wait();
  }

  void write_table(const FamilyTable& table) const {
    OutputFile out(options_.folder / kFamiliesName);
    encode_families(table, [&](std::string_view bytes) { out.write(bytes); });
    out.close();
  }

  const Spool& spool_;
  const std::span<const SpooledArticle> articles_;
  const FamilyBuildOptions& options_;
  const std::stop_token& stop_;
  std::vector<WordingReader> readers_;  // one a worker
  QuoteCollection collection_;
};

}  // namespace

void build_families(const Spool& spool, std::span<const SpooledArticle> articles,
                    const FamilyBuildOptions& options, Reporter& reporter,
                    const std::stop_token& stop) {
  const bool any = std::any_of(articles.begin(), articles.end(), [](const SpooledArticle& article) {
    return article.quote_count > 0;
  });
  if (!any) return;
  ProgressMeter meter(reporter, "families", "articles", articles.size() * 2);
  FamilyBuild(spool, articles, options, stop).run(meter);
}

}  // namespace pullquote
