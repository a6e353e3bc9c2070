// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/build/part_writer.h"

#include <fmt/format.h>
#include <algorithm>
#include <array>
#include <atomic>
#include <functional>
#include <map>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/build/article_files.h"
#include "indexer/build/article_terms.h"
#include "indexer/build/glass/database_writer.h"
#include "indexer/build/glass/posting_lists.h"
#include "indexer/build/quote_lists.h"
#include "indexer/build/ranked/id_runs.h"
#include "indexer/build/ranked/list_writers.h"
#include "indexer/work/memory_budget.h"
#include "indexer/work/progress_meter.h"
#include "indexer/work/worker_group.h"
#include "pullquote/field.h"
#include "schema/io/filesystem.h"
#include "schema/store/columns.h"
#include "schema/store/doc_id.h"
#include "schema/store/layout.h"
#include "schema/store/record_packing.h"

namespace pullquote {
namespace {

/// Enough segments for many workers, none so small that joining costs more than it is worth, and
/// none so large that its terms are far from the processor (docs/design/0010-build-speed.md). While
/// they are joined, each segment has four files open, and a process usually may have 1,024; so a
/// large collection gets larger segments, not more.
constexpr std::uint64_t kLeastSegmentBytes = 1 << 20;
constexpr std::uint64_t kUsualMostSegmentBytes = 8 << 20;
constexpr std::uint64_t kUsualSegments = 16;
constexpr std::uint64_t kMostSegments = 200;

/// No frequent word is longer: with a field's prefix it is a whole term.
constexpr std::size_t kMostFrequentBytes =
    kMaxTermBytes -
    std::max(find_field("headline")->prefix.size(), find_field("quote")->prefix.size());

/// What a single one may add to them: a book among articles says little about these.
constexpr std::size_t kMostSampledBytes = 64 << 10;

/// Records that are packed in a row before their articles are inverted. Packing and inverting want
/// other tables near the processor; by turns, article by article, each would push out the other's.
constexpr std::uint64_t kBatchBytes = 128 << 10;

/// Half-open range of indexes into the articles.
struct Range {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::uint32_t first_quote = 1;  ///< docid of its first quote
};

std::uint64_t segment_bytes_for(std::uint64_t total_bytes) {
  const std::uint64_t usual =
      std::clamp(total_bytes / kUsualSegments, kLeastSegmentBytes, kUsualMostSegmentBytes);
  return std::max(usual, total_bytes / kMostSegments + 1);
}

std::uint64_t quote_count_of(std::span<const SpooledArticle> articles) {
  std::uint64_t quotes = 0;
  for (const SpooledArticle& article : articles) quotes += article.quote_count;
  return quotes;
}

std::vector<Range> cut_into_segments(std::span<const SpooledArticle> articles,
                                     std::uint64_t segment_bytes) {
  std::vector<Range> ranges;
  Range range;
  std::uint64_t bytes = 0;
  std::uint32_t next_quote = 1;
  for (std::size_t i = 0; i < articles.size(); ++i) {
    bytes += articles[i].size_bytes;
    next_quote += articles[i].quote_count;
    if (bytes < segment_bytes && i + 1 < articles.size()) continue;
    range.end = i + 1;
    ranges.push_back(range);
    range = {i + 1, i + 1, next_quote};
    bytes = 0;
  }
  return ranges;
}

/// Sixteen bytes that name a database: the same build gives the same, for equal files.
std::array<unsigned char, 16> uuid_of(const GenerationId& generation, std::string_view part) {
  std::array<unsigned char, 16> uuid{};
  const std::string name = generation.value + "/" + std::string(part);
  for (std::size_t half = 0; half < 2; ++half) {
    std::uint64_t hash = 0xCBF29CE484222325ull + half;
    for (char c : name) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3ull;
    for (std::size_t i = 0; i < 8; ++i) {
      uuid[half * 8 + i] = static_cast<unsigned char>(hash >> (8 * i));
    }
  }
  uuid[6] = static_cast<unsigned char>((uuid[6] & 0x0F) | 0x80);  // version 8: of our own making
  uuid[8] = static_cast<unsigned char>((uuid[8] & 0x3F) | 0x80);
  return uuid;
}

std::uint64_t text_bytes_of(const Article& article) {
  std::uint64_t bytes = article.headline.size() + article.standfirst.size() + article.body.size();
  for (const std::string& caption : article.captions) bytes += caption.size();
  return bytes;
}

/// One run of pass 2: what all workers share.
class PartBuild {
 public:
  PartBuild(const Spool& spool, std::span<const SpooledArticle> articles,
            const PartOptions& options)
      : spool_(spool),
        articles_(articles),
        options_(options),
        segment_bytes_(options.segment_bytes > 0 ? options.segment_bytes
                                                 : segment_bytes_for(total_record_bytes(articles))),
        ranges_(cut_into_segments(articles, segment_bytes_)),
        quote_count_(quote_count_of(articles)),
        segments_(ranges_.size()),
        quote_runs_(ranges_.size()),
        id_runs_(ranges_.size()),
        pair_runs_(ranges_.size()),
        columns_{std::vector<std::int64_t>(articles.size()),
                 std::vector<FieldLengths>(articles.size())} {}

  double index(Reporter& reporter, const std::stop_token& stop) {
    ProgressMeter meter(reporter, "indexing", "articles", articles_.size());
    real_filesystem().create_directories(scratch());
    learn(stop);
    const PackingDictionary packing(dictionary_, options_.compression);
    std::atomic<std::size_t> next = 0;
    WorkerGroup workers(stop);
    for (std::uint64_t worker = 0; worker < worker_count(); ++worker) {
      workers.start([&, this](const std::stop_token& token) {
        Worker own{{options_.ranking.weights, options_.default_language, options_.xapian,
                    &frequent_words_},
                   PairInverter(frequent_words_),
                   RecordPacker(packing),
                   {},
                   {}};
        for (std::size_t i = next++; i < ranges_.size(); i = next++) {
          write_segment(i, own, meter, token);
        }
      });
    }
    workers.wait();
    return meter.seconds();
  }

  double merge(Reporter& reporter, const std::stop_token& stop) {
    ProgressMeter meter(reporter, "merging", "tables", 2);
    RankedListWriters ranked(options_.folder, ranking(), columns_, frequent_words_);
    WorkerGroup workers(stop);
    workers.start([&](const std::stop_token& token) {
      write_articles(ranked.observers(), token);
      meter.add(1, 0);
    });
    workers.start([&](const std::stop_token& token) {
      write_ids(options_.folder / kRankedIdsName, id_runs_);
      write_pairs(options_.folder / kRankedPairsName, frequent_words_, pair_runs_,
                  static_cast<std::uint32_t>(articles_.size()), own_buffer_bytes(), token);
      if (quote_count_ > 0) {
        write_quote_lists(options_.folder, quote_runs_, own_buffer_bytes(), token);
      }
      meter.add(1, 0);
    });
    workers.wait();
    ranked.finish();
    real_filesystem().remove_tree(scratch());
    real_filesystem().write_synced(options_.folder / kColumnsName, encode_columns(columns_));
    return meter.seconds();
  }

  PartSummary summary() const {
    PartSummary summary;
    summary.quotes = quote_count_;
    summary.text_bytes = text_bytes_;
    summary.ranking = ranking();
    return summary;
  }

 private:
  /// What a worker keeps from segment to segment.
  struct Worker {
    ArticleInverter inverter;
    PairInverter pairs;
    RecordPacker packer;
    glass::PostingLists lists;
    glass::PostingLists quote_lists;
  };

  /// An article of pass 1 and its record as it is stored.
  struct PackedArticle {
    Article article;
    std::string record;
  };

  std::filesystem::path scratch() const { return options_.folder / "segments"; }

  /// Half of the memory is for reading the runs of the database, an eighth each for those of pairs
  /// and of quotes; most of the rest is the tables' own.
  glass::DatabaseOptions database_options() const {
    const bool full = options_.xapian == XapianContent::Full;
    return {.termlists = full,
            .positions = full,
            .merge_buffer_bytes = static_cast<std::size_t>(options_.memory_bytes / 2)};
  }
  std::size_t own_buffer_bytes() const {
    return static_cast<std::size_t>(options_.memory_bytes / 8);
  }

  void write_articles(glass::ListObservers observers, const std::stop_token& stop) {
    std::map<std::string, std::string> metadata{{kGenerationKey, options_.generation.value},
                                                {kSchemaKey, schema_fingerprint()}};
    const glass::TableTree documents =
        glass::write_database(options_.folder / kArticlesName, std::move(segments_), metadata,
                              uuid_of(options_.generation, options_.folder.filename().native()),
                              database_options(), stop, observers);
    write_article_files(options_.folder, documents, static_cast<std::uint32_t>(articles_.size()),
                        dictionary_);
  }

  /// With the mean lengths of these articles as reference where none was given.
  RankingParameters ranking() const {
    std::uint64_t headline = 0;
    std::uint64_t quotes = 0;
    std::uint64_t rest = 0;
    for (const FieldLengths& lengths : columns_.lengths) {
      headline += lengths.headline;
      quotes += lengths.quotes;
      rest += lengths.rest;
    }
    const auto count = static_cast<double>(articles_.size());
    RankingParameters ranking = options_.ranking;
    if (ranking.average_headline != 0 || ranking.average_quotes != 0 || ranking.average_rest != 0) {
      return ranking;
    }
    ranking.average_headline = static_cast<double>(headline) / count;
    ranking.average_quotes = static_cast<double>(quotes) / count;
    ranking.average_rest = static_cast<double>(rest) / count;
    return ranking;
  }

  TermOrder term_order() const {
    return options_.xapian == XapianContent::Full ? TermOrder::ByBytes : TermOrder::AsAdded;
  }

  /// As many as asked for and as memory allows, no more than there is work for.
  std::uint64_t worker_count() const {
    return std::min<std::uint64_t>({std::max(options_.threads, 1u),
                                    affordable_workers(options_.memory_bytes, segment_bytes_),
                                    ranges_.size()});
  }

  /// What is told by samples of the articles, side by side.
  void learn(const std::stop_token& stop) {
    WorkerGroup workers(stop);
    if (options_.compression > 0) {
      workers.start([this](const std::stop_token&) { learn_dictionary(); });
    }
    workers.start([this](const std::stop_token&) { frequent_words_ = sample_frequent_words(); });
    workers.wait();
  }

  FrequentWords sample_frequent_words() const {
    ArticleInverter inverter(options_.ranking.weights, options_.default_language);
    std::map<std::string, std::uint32_t> articles_with;
    const auto docids = FrequentWords::sample(static_cast<std::uint32_t>(articles_.size()));
    std::string record;
    for (const DocId docid : docids) {
      spool_.read(articles_[docid - 1], record);
      inverter.invert(spool_.decoded(record));
      inverter.visit_words([&](std::string_view word) {
        // Terms of longer words are cut and hashed, and say no longer which word it was.
        if (word.size() <= kMostFrequentBytes) ++articles_with[std::string(word)];
      });
    }
    return {articles_with, static_cast<std::uint32_t>(docids.size())};
  }

  /// From articles spread evenly over all.
  void learn_dictionary() {
    const std::uint64_t total = total_record_bytes(articles_);
    const std::size_t size = dictionary_bytes_for(total);
    const std::size_t sampled = kSampleFactor * size;
    const std::size_t count =
        std::min<std::uint64_t>(articles_.size(), sampled * articles_.size() / total + 1);
    DictionarySample sample;
    std::string record;
    for (std::size_t i = 0; i < count && sample.size_bytes() < 2 * sampled; ++i) {
      spool_.read(articles_[i * articles_.size() / count], record);
      sample.add(std::string_view(record).substr(0, kMostSampledBytes));
    }
    dictionary_ = sample.train(size);
  }

  /// At least one article from `first` on.
  std::vector<PackedArticle> pack_batch(std::size_t first, std::size_t last, Worker& worker) const {
    std::vector<PackedArticle> batch;
    std::string record;
    std::uint64_t bytes = 0;
    for (std::size_t i = first; i < last && bytes < kBatchBytes; ++i) {
      bytes += articles_[i].size_bytes;
      spool_.read(articles_[i], record);
      batch.push_back({spool_.decoded(record), record});
      worker.packer.pack(batch.back().record);
    }
    return batch;
  }

  void write_segment(std::size_t number, Worker& worker, ProgressMeter& meter,
                     const std::stop_token& stop) {
    const Range& range = ranges_[number];
    const auto first_docid = static_cast<std::uint32_t>(range.begin + 1);
    glass::SegmentInverter segment(scratch() / fmt::format("articles-{}", number), first_docid,
                                   database_options(), worker.lists);
    QuoteRunInverter quotes(scratch() / fmt::format("quotes-{}", number), range.first_quote,
                            worker.quote_lists);
    IdRunWriter ids(scratch() / fmt::format("ids-{}", number));
    ArticleInverter& inverter = worker.inverter;
    inverter.begin_segment();
    std::vector<PackedArticle> batch;
    for (std::size_t first = range.begin; first < range.end; first += batch.size()) {
      throw_if_stopped(stop);
      batch = pack_batch(first, range.end, worker);
      for (std::size_t i = first; i < first + batch.size(); ++i) {
        auto& [article, record] = batch[i - first];
        DocumentBuffer& document = inverter.invert(article);
        document.data() = std::move(record);
        segment.add(document.document(term_order()));
        ids.add(article.id);
        inverter.add_pairs(static_cast<std::uint32_t>(i + 1), worker.pairs);
        quotes.begin_article();
        for (std::size_t quote = 0; quote < article.quotes.size(); ++quote) {
          quotes.add(inverter.invert_quote(article, quote), inverter.quote_words(article, quote));
        }
        columns_.published[i] = articles_[i].published;
        columns_.lengths[i] = inverter.lengths();
        text_bytes_ += text_bytes_of(article);
        meter.add(1, 1);
      }
    }
    segments_[number] = segment.finish();
    quote_runs_[number] = quotes.finish();
    id_runs_[number] = ids.finish();
    pair_runs_[number] = scratch() / fmt::format("pairs-{}", number);
    worker.pairs.write_run(pair_runs_[number]);
  }

  const Spool& spool_;
  const std::span<const SpooledArticle> articles_;
  const PartOptions& options_;
  const std::uint64_t segment_bytes_;
  const std::vector<Range> ranges_;
  const std::uint64_t quote_count_;
  // Each worker writes the elements of its own ranges.
  std::vector<glass::Segment> segments_;
  std::vector<QuoteRun> quote_runs_;
  std::vector<IdRun> id_runs_;
  std::vector<std::filesystem::path> pair_runs_;
  FrequentWords frequent_words_;
  std::string dictionary_;
  Columns columns_;
  std::atomic<std::uint64_t> text_bytes_ = 0;
};

}  // namespace

PartSummary write_part(const Spool& spool, std::span<const SpooledArticle> articles,
                       const PartOptions& options, Reporter& reporter,
                       const std::stop_token& stop) {
  PartBuild build(spool, articles, options);
  const double indexing_seconds = build.index(reporter, stop);
  const double merging_seconds = build.merge(reporter, stop);
  PartSummary summary = build.summary();
  summary.indexing_seconds = indexing_seconds;
  summary.merging_seconds = merging_seconds;
  return summary;
}

}  // namespace pullquote
