// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/build/reindexing.h"

#include <algorithm>
#include <charconv>
#include <deque>
#include <iterator>
#include <string>
#include <vector>

#include "indexer/build/article_order.h"
#include "indexer/build/derivation.h"
#include "indexer/build/disk_space.h"
#include "indexer/build/stored_articles.h"
#include "indexer/work/progress_meter.h"
#include "indexer/work/worker_group.h"
#include "pullquote/error.h"
#include "schema/store/doc_id.h"
#include "schema/store/layout.h"
#include "schema/store/manifest.h"

namespace pullquote {
namespace {

/// What a record takes beside the text of its article, about: address, outlet, times, quotes.
constexpr std::uint64_t kRecordBytesBesideText = 512;

/// Of what reading a manifest throws. The articles may be sound, but nothing else has what they are
/// to be indexed with.
std::string without_manifest(const Error& error) {
  return std::string(
             "the manifest alone has the weights and options of a generation, and the "
             "checksums of its files, so that this one cannot be reindexed: ") +
         error.what();
}

Manifest read_base_manifest(const std::filesystem::path& folder) try {
  return read_manifest(folder);
} catch (const IndexCorrupt& error) {
  throw IndexCorrupt(without_manifest(error));
} catch (const IndexUnavailable& error) {
  throw IndexUnavailable(without_manifest(error));
}

Manifest reindexable_manifest(const ReindexOptions& options) {
  const StoreLayout store{options.index};
  const std::filesystem::path folder =
      store.generation(options.generation ? *options.generation : read_current(store.root));
  if (options.generation && !std::filesystem::exists(folder)) {
    throw IndexUnavailable("there is no generation " + options.generation->value + " in " +
                           store.root.string() + "; `pullquote generations` lists them");
  }
  Manifest manifest = read_base_manifest(folder);
  if (!is_reindexable(manifest)) check_schema(manifest, folder);
  return manifest;
}

/// As the generation was built, where the options don't say otherwise.
DerivationOptions derivation_of(const ReindexOptions& options, const Manifest& base) {
  DerivationOptions derivation{.ranking = base.ranking,
                               .threads = options.threads,
                               .memory_bytes = options.memory_bytes,
                               .keep = options.keep};
  RankingParameters& ranking = derivation.ranking;
  ranking.average_headline = ranking.average_quotes = ranking.average_rest = 0;
  ranking.weights = options.weights.value_or(ranking.weights);
  ranking.k1 = options.k1.value_or(ranking.k1);
  ranking.b = options.b.value_or(ranking.b);
  if (const auto level = base.options.find(kCompressionOption); level != base.options.end()) {
    std::from_chars(level->second.data(), level->second.data() + level->second.size(),
                    derivation.compression);
    derivation.compression = std::clamp(derivation.compression, 0, kMostCompression);
  }
  derivation.compression = options.compression.value_or(derivation.compression);
  const auto content = base.options.find(kXapianOption);
  const bool full = content != base.options.end() && content->second == kXapianFull;
  derivation.xapian = options.xapian.value_or(full ? XapianContent::Full : XapianContent::Stems);
  return derivation;
}

/// A run of stored articles, spooled to a file of its own.
struct Share {
  const GenerationPart* part = nullptr;
  std::uint32_t first = 1;  ///< docid
  std::uint32_t end = 1;    ///< behind the last one
  std::uint64_t order = 0;  ///< of the first one in the whole generation
};

/// Each part in as many shares as there are workers.
std::vector<Share> shares_of(const std::vector<GenerationPart>& parts, unsigned workers) {
  std::vector<Share> shares;
  std::uint64_t order = 0;
  for (const GenerationPart& part : parts) {
    for (unsigned worker = 0; worker < workers; ++worker) {
      const auto first = static_cast<std::uint32_t>(part.article_count * worker / workers);
      const auto end = static_cast<std::uint32_t>(part.article_count * (worker + 1) / workers);
      if (first < end) shares.push_back({&part, first + 1, end + 1, order + first});
    }
    order += part.article_count;
  }
  return shares;
}

/// One reindexing, from an empty staging folder to the published generation.
class Reindexing {
 public:
  Reindexing(const ReindexOptions& options, Reporter& reporter, const std::stop_token& stop,
             Filesystem& filesystem)
      : options_(options),
        reporter_(reporter),
        stop_(stop),
        filesystem_(filesystem),
        staged_(filesystem, options.index),
        base_(reindexable_manifest(options)),
        base_folder_(StoreLayout{options.index}.generation(base_.id)) {}

  ReindexReport run() {
    check_stored_articles(base_folder_, base_);
    if (options_.check_space) {
      check_space(
          filesystem_, staged_.folder(),
          space_for_records(base_.text_bytes + base_.article_count * kRecordBytesBesideText));
    }
    const std::vector<Share> shares = shares_of(base_.parts, worker_count(options_.threads));
    std::vector<SpooledArticle> articles = spool_articles(shares);
    const Spool spool(spool_folder(staged_), static_cast<std::uint32_t>(shares.size()));
    number_articles(articles,
                    [&spool](const SpooledArticle& article) { return spool.id(article); });
    clock_.end("reading");
    const DerivationOptions derivation = derivation_of(options_, base_);
    Manifest manifest = describe_inputs(derivation);
    derive_and_publish(spool, articles, derivation,
                       {staged_, filesystem_, clock_, reporter_, stop_}, manifest);
    return {.generation = staged_.id(),
            .base = base_.id,
            .articles = manifest.article_count,
            .quotes = manifest.quote_count,
            .text_bytes = manifest.text_bytes,
            .index_bytes = manifest.index_bytes,
            .stages = clock_.stages(),
            .seconds = clock_.seconds()};
  }

 private:
  std::vector<SpooledArticle> spool_articles(const std::vector<Share>& shares) {
    filesystem_.create_directories(spool_folder(staged_));
    ProgressMeter meter(reporter_, "reading", "articles", base_.article_count);
    std::vector<std::deque<SpooledArticle>> spooled(shares.size());
    WorkerGroup workers(stop_);
    for (std::uint32_t i = 0; i < shares.size(); ++i) {
      workers.start([&, i](const std::stop_token& token) {
        spooled[i] = spool_share(shares[i], i, meter, token);
      });
    }
    workers.wait();
    std::vector<SpooledArticle> articles;
    articles.reserve(base_.article_count);
    for (const auto& some : spooled)
      std::copy(some.begin(), some.end(), std::back_inserter(articles));
    return articles;
  }

  std::deque<SpooledArticle> spool_share(const Share& share, std::uint32_t file,
                                         ProgressMeter& meter, const std::stop_token& stop) const {
    const StoredArticles stored(base_folder_, base_, *share.part);
    SpoolWriter writer(spool_folder(staged_), file);
    for (DocId docid = share.first; docid < share.end; ++docid) {
      throw_if_stopped(stop);
      writer.add(stored.read(docid), share.order + (docid - share.first));
      meter.add(1, 0);
    }
    return writer.finish();
  }

  /// What the build of the base said of its inputs, and with what it is derived now.
  Manifest describe_inputs(const DerivationOptions& derivation) const {
    Manifest manifest;
    manifest.rejected_count = base_.rejected_count;
    manifest.duplicate_count = base_.duplicate_count;
    manifest.inputs = base_.inputs;
    manifest.options = base_.options;
    for (const char* const gone : {"lean", "stored_text", "termlists"})
      manifest.options.erase(gone);
    record_options(derivation, manifest);
    return manifest;
  }

  const ReindexOptions& options_;
  Reporter& reporter_;
  const std::stop_token& stop_;
  Filesystem& filesystem_;
  StageClock clock_;
  StagedGeneration staged_;
  const Manifest base_;
  const std::filesystem::path base_folder_;
};

}  // namespace

ReindexReport reindex_generation(const ReindexOptions& options, Reporter& reporter,
                                 const std::stop_token& stop, Filesystem& filesystem) {
  read_current(options.index);  // before a lock file is made where no index is
  return Reindexing(options, reporter, stop, filesystem).run();
}

ReindexReport reindex(const ReindexOptions& options, Reporter& reporter, std::stop_token stop) {
  return reindex_generation(options, reporter, stop, real_filesystem());
}

}  // namespace pullquote
