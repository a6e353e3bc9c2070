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

#include "indexer/build/article_terms.h"
#include "indexer/build/glass/database_writer.h"
#include "indexer/build/glass/posting_lists.h"
#include "indexer/build/memory_budget.h"
#include "indexer/build/progress_meter.h"
#include "indexer/build/ranked/id_runs.h"
#include "indexer/build/ranked/list_writers.h"
#include "indexer/build/worker_group.h"
#include "indexer/publish/filesystem.h"
#include "pullquote/field.h"
#include "schema/store/columns.h"
#include "schema/store/layout.h"
#include "schema/store/quote_record.h"
#include "schema/store/record.h"
#include "schema/store/record_packing.h"

namespace pullquote {
namespace {

/// Enough segments for many workers, none so small that joining costs more than it is worth, and
/// none so large that its terms are far from the processor (docs/design/0010-build-speed.md). While
/// both databases are joined, each segment has four files open, and a process usually may have
/// 1,024; so a large collection gets larger segments, not more.
constexpr std::uint64_t kLeastSegmentBytes = 1 << 20;
constexpr std::uint64_t kUsualMostSegmentBytes = 8 << 20;
constexpr std::uint64_t kUsualSegments = 16;
constexpr std::uint64_t kMostSegments = 200;

/// Records that dictionaries are made from. From three times as many they pack 0.4 to 2 % better,
/// and take three times as long to make.
constexpr std::uint64_t kDictionarySampleBytes = 1 << 20;
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
std::array<unsigned char, 16> uuid_of(const GenerationId& generation, std::string_view database) {
  std::array<unsigned char, 16> uuid{};
  const std::string name = generation.value + "/" + std::string(database);
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

/// What is stored where the text is not wanted. Quotes keep their words: said: looks at them.
Article without_text(Article article) {
  article.body.clear();
  article.captions.clear();
  return article;
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
        article_segments_(ranges_.size()),
        quote_segments_(ranges_.size()),
        id_runs_(ranges_.size()),
        pair_runs_(ranges_.size()),
        columns_{std::vector<std::int64_t>(articles.size()),
                 std::vector<FieldLengths>(articles.size())} {}

  double index(Reporter& reporter, const std::stop_token& stop) {
    ProgressMeter meter(reporter, "indexing", "articles", articles_.size());
    real_filesystem().create_directories(scratch());
    learn(stop);
    std::atomic<std::size_t> next = 0;
    WorkerGroup workers(stop);
    for (std::uint64_t worker = 0; worker < worker_count(); ++worker) {
      workers.start([this, &next, &meter](const std::stop_token& token) {
        Worker own{{options_.ranking.weights, options_.default_language},
                   PairInverter(frequent_words_),
                   RecordPacker(dictionaries_.articles, options_.compression),
                   RecordPacker(dictionaries_.quotes, options_.compression),
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
    ProgressMeter meter(reporter, "merging", "databases", quote_count_ > 0 ? 2 : 1);
    RankedListWriters ranked(options_.folder, ranking(), columns_);
    WorkerGroup workers(stop);
    const auto join = [&](std::vector<glass::Segment>& segments, const char* name,
                          const std::string& dictionary, glass::ListObservers observers) {
      glass::DatabaseOptions options = database_options();
      options.positions = !options_.lean;
      workers.start([=, this, &meter, &segments, &dictionary](const std::stop_token& token) {
        std::map<std::string, std::string> metadata{{kGenerationKey, options_.generation.value},
                                                    {kSchemaKey, schema_fingerprint()}};
        if (options_.compression > 0) metadata[kDictionaryKey] = encode_dictionary(dictionary);
        glass::write_database(options_.folder / name, std::move(segments), metadata,
                              uuid_of(options_.generation, name), options, token, observers);
        meter.add(1, 0);
      });
    };
    join(article_segments_, kArticlesName, dictionaries_.articles, ranked.observers());
    if (quote_count_ > 0) join(quote_segments_, kQuotesName, dictionaries_.quotes, {});
    workers.start([this](const std::stop_token& token) {
      write_ids(options_.folder / kRankedIdsName, id_runs_);
      write_pairs(options_.folder / kRankedPairsName, frequent_words_, pair_runs_,
                  static_cast<std::uint32_t>(articles_.size()),
                  static_cast<std::size_t>(options_.memory_bytes / 8), token);
    });
    workers.wait();
    ranked.finish();
    real_filesystem().remove_tree(scratch());
    real_filesystem().write_synced(options_.folder / kColumnsName, encode_columns(columns_));
    return meter.seconds();
  }

  PartSummary summary() const {
    PartSummary summary;
    summary.part = {kArticlesName, quote_count_ > 0 ? kQuotesName : "", articles_.size(),
                    quote_count_};
    summary.text_bytes = text_bytes_;
    summary.ranking = ranking();
    return summary;
  }

 private:
  /// What a worker keeps from segment to segment.
  struct Worker {
    ArticleInverter inverter;
    PairInverter pairs;
    RecordPacker article_packer;
    RecordPacker quote_packer;
    glass::PostingLists article_lists;
    glass::PostingLists quote_lists;
  };

  /// An article of pass 1 and what is stored of it.
  struct PackedArticle {
    Article article;
    std::string record;
    std::vector<std::string> quote_records;
  };

  /// Of the records of each database.
  struct Dictionaries {
    std::string articles;
    std::string quotes;
  };
  struct Samples {
    DictionarySample articles;
    DictionarySample quotes;
  };

  std::filesystem::path scratch() const { return options_.folder / "segments"; }

  /// Half of the memory is for reading the runs of both databases, an eighth for those of pairs;
  /// most of the rest is the tables' own.
  glass::DatabaseOptions database_options() const {
    return {.termlists = options_.termlists,
            .merge_buffer_bytes = static_cast<std::size_t>(options_.memory_bytes / 4)};
  }

  /// With the mean lengths of these articles as reference.
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
    ranking.average_headline = static_cast<double>(headline) / count;
    ranking.average_quotes = static_cast<double>(quotes) / count;
    ranking.average_rest = static_cast<double>(rest) / count;
    return ranking;
  }

  TermOrder term_order() const {
    return options_.termlists ? TermOrder::ByBytes : TermOrder::AsAdded;
  }

  /// As many as asked for and as memory allows, no more than there is work for.
  std::uint64_t worker_count() const {
    return std::min<std::uint64_t>({std::max(options_.threads, 1u),
                                    affordable_workers(options_.memory_bytes, segment_bytes_),
                                    ranges_.size()});
  }

  /// What is told by samples of the articles, side by side.
  void learn(const std::stop_token& stop) {
    const bool packs = options_.compression > 0;
    Samples samples;
    WorkerGroup workers(stop);
    if (packs) {
      samples = read_samples();
      workers.start(
          [&](const std::stop_token&) { dictionaries_.articles = samples.articles.train(); });
    }
    workers.start([&](const std::stop_token&) {
      frequent_words_ = sample_frequent_words();
      if (packs) dictionaries_.quotes = samples.quotes.train();
    });
    workers.wait();
  }

  FrequentWords sample_frequent_words() const {
    ArticleInverter inverter(options_.ranking.weights, options_.default_language);
    std::map<std::string, std::uint32_t> articles_with;
    const auto docids = FrequentWords::sample(static_cast<std::uint32_t>(articles_.size()));
    std::string record;
    for (const std::uint32_t docid : docids) {
      spool_.read(articles_[docid - 1], record);
      inverter.invert(spool_.decoded(record));
      inverter.visit_words([&](std::string_view word) {
        // What a term must cut short can't be read back from the database.
        if (word.size() <= kMaxTermBytes) ++articles_with[std::string(word)];
      });
    }
    return {articles_with, static_cast<std::uint32_t>(docids.size())};
  }

  /// From articles spread evenly over all.
  Samples read_samples() const {
    const std::uint64_t total = total_record_bytes(articles_);
    const std::size_t count = std::min<std::uint64_t>(
        articles_.size(), kDictionarySampleBytes * articles_.size() / total + 1);
    Samples samples;
    std::string record;
    const auto is_full = [](const DictionarySample& sample) {
      return sample.size_bytes() >= 2 * kDictionarySampleBytes;
    };
    const auto add = [&](std::string_view whole, DictionarySample& sample) {
      if (!is_full(sample)) sample.add(whole.substr(0, kMostSampledBytes));
    };
    for (std::size_t i = 0; i < count && !is_full(samples.articles); ++i) {
      spool_.read(articles_[i * articles_.size() / count], record);
      const Article article = spool_.decoded(record);
      add(stored_record(record, article), samples.articles);
      for (const Quote& quote : article.quotes) {
        record.clear();
        encode_quote_record(article.id, quote, record);
        add(record, samples.quotes);
      }
    }
    return samples;
  }

  /// At least one article from `first` on.
  std::vector<PackedArticle> pack_batch(std::size_t first, std::size_t last, Worker& worker) const {
    std::vector<PackedArticle> batch;
    std::string record;
    std::uint64_t bytes = 0;
    for (std::size_t i = first; i < last && bytes < kBatchBytes; ++i) {
      bytes += articles_[i].size_bytes;
      spool_.read(articles_[i], record);
      PackedArticle& packed = batch.emplace_back(PackedArticle{spool_.decoded(record), {}, {}});
      packed.record = stored_record(record, packed.article);
      worker.article_packer.pack(packed.record);
    }
    for (PackedArticle& packed : batch) {
      for (const Quote& quote : packed.article.quotes) {
        std::string& quote_record = packed.quote_records.emplace_back();
        encode_quote_record(packed.article.id, quote, quote_record);
        worker.quote_packer.pack(quote_record);
      }
    }
    return batch;
  }

  /// What is stored of an article, before it is packed.
  std::string stored_record(const std::string& spooled_record, const Article& article) const {
    if (options_.stored_text) return spooled_record;
    std::string record;
    encode_record(without_text(article), record);
    return record;
  }

  void write_segment(std::size_t number, Worker& worker, ProgressMeter& meter,
                     const std::stop_token& stop) {
    const Range& range = ranges_[number];
    glass::SegmentInverter articles(scratch() / fmt::format("articles-{}", number),
                                    static_cast<std::uint32_t>(range.begin + 1), database_options(),
                                    worker.article_lists);
    glass::SegmentInverter quotes(scratch() / fmt::format("quotes-{}", number), range.first_quote,
                                  database_options(), worker.quote_lists);
    IdRunWriter ids(scratch() / fmt::format("ids-{}", number),
                    static_cast<std::uint32_t>(range.begin + 1));
    ArticleInverter& inverter = worker.inverter;
    inverter.begin_segment();
    std::vector<PackedArticle> batch;
    for (std::size_t first = range.begin; first < range.end; first += batch.size()) {
      throw_if_stopped(stop);
      batch = pack_batch(first, range.end, worker);
      for (std::size_t i = first; i < first + batch.size(); ++i) {
        auto& [article, record, quote_records] = batch[i - first];
        const auto docid = static_cast<std::uint32_t>(i + 1);
        DocumentBuffer& document = inverter.invert(article);
        document.data() = std::move(record);
        articles.add(document.document(term_order()));
        ids.add(article.id);
        inverter.add_pairs(frequent_words_, docid, worker.pairs);
        for (std::size_t quote = 0; quote < article.quotes.size(); ++quote) {
          DocumentBuffer& quote_document = inverter.invert_quote(article, quote, docid);
          quote_document.data() = std::move(quote_records[quote]);
          quotes.add(quote_document.document(term_order()));
        }
        columns_.published[i] = articles_[i].published;
        columns_.lengths[i] = inverter.lengths();
        text_bytes_ += text_bytes_of(article);
        meter.add(1, 1);
      }
    }
    article_segments_[number] = articles.finish();
    quote_segments_[number] = quotes.finish();
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
  std::vector<glass::Segment> article_segments_;
  std::vector<glass::Segment> quote_segments_;
  std::vector<IdRun> id_runs_;
  std::vector<std::filesystem::path> pair_runs_;
  FrequentWords frequent_words_;
  Dictionaries dictionaries_;
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
