// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/build/derivation.h"

#include <unistd.h>

#include <algorithm>
#include <future>
#include <string>
#include <thread>

#include "indexer/build/languages.h"
#include "indexer/build/part_writer.h"
#include "indexer/families/family_build.h"
#include "indexer/work/memory_budget.h"
#include "indexer/work/worker_group.h"
#include "schema/store/layout.h"
#include "schema/store/manifest.h"

namespace pullquote {
namespace {

constexpr const char* kSpoolName = "spool";

/// One derivation, from the spooled articles to the published generation.
class Deriving {
 public:
  Deriving(const Spool& spool, std::span<const SpooledArticle> articles,
           const DerivationOptions& options, const Derivation& with, Manifest& manifest)
      : spool_(spool),
        articles_(articles),
        options_(options),
        with_(with),
        manifest_(manifest),
        working_bytes_(
            MemoryBudget{memory_bound(options.memory_bytes)}.working_bytes(articles.size())) {}

  void run() {
    const PartSummary summary = write_part_files();
    // The part reaches the disk while quotes are grouped; publishing waits for what is left. Until
    // then nobody else uses the file system of publication, which need not be thread-safe.
    std::future<void> synced =
        std::async(std::launch::async, [this] { with_.filesystem.sync_tree(part_folder()); });
    build_families(spool_, articles_,
                   {with_.staged.folder(), worker_count(options_.threads), working_bytes_},
                   with_.reporter, with_.stop);
    with_.clock.end("families");
    synced.get();
    with_.filesystem.remove_tree(spool_folder(with_.staged));
    write_manifest(summary);
    with_.staged.check(with_.reporter, with_.stop);
    with_.clock.end("verifying");
    with_.staged.publish(options_.keep, with_.reporter);
    with_.clock.end("publishing");
  }

 private:
  std::filesystem::path part_folder() const { return with_.staged.folder() / kFirstPartName; }

  PartSummary write_part_files() {
    with_.filesystem.create_directories(part_folder());
    PartOptions part;
    part.folder = part_folder();
    part.generation = with_.staged.id();
    part.ranking = options_.ranking;
    part.default_language = main_language(count_languages(articles_));
    part.threads = worker_count(options_.threads);
    part.memory_bytes = working_bytes_;
    part.compression = options_.compression;
    part.xapian = options_.xapian;
    const PartSummary summary = write_part(spool_, articles_, part, with_.reporter, with_.stop);
    with_.clock.add("indexing", summary.indexing_seconds);
    with_.clock.add("merging", summary.merging_seconds);
    with_.clock.restart();
    return summary;
  }

  void write_manifest(const PartSummary& summary) {
    manifest_.ranking = summary.ranking;
    manifest_.parts = {{kFirstPartName, articles_.size(), summary.quotes}};
    manifest_.languages = count_languages(articles_);
    manifest_.article_count = articles_.size();
    manifest_.quote_count = summary.quotes;
    manifest_.text_bytes = summary.text_bytes;
    for (const auto& [stage, seconds] : with_.clock.stages()) {
      manifest_.stage_seconds[stage] = seconds;
    }
    const std::filesystem::path& folder = with_.staged.folder();
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
      if (!entry.is_regular_file()) continue;
      throw_if_stopped(with_.stop);
      with_.staged.describe(entry.path().lexically_relative(folder), manifest_);
    }
    with_.staged.write_manifest(manifest_);
  }

  const Spool& spool_;
  const std::span<const SpooledArticle> articles_;
  const DerivationOptions& options_;
  const Derivation& with_;
  Manifest& manifest_;
  const std::uint64_t working_bytes_;
};

}  // namespace

unsigned worker_count(unsigned threads) {
  return threads > 0 ? threads : std::max(std::thread::hardware_concurrency(), 1u);
}

std::uint64_t memory_bound(std::uint64_t memory_bytes) {
  if (memory_bytes > 0) return memory_bytes;
  constexpr std::uint64_t kFallback = 1u << 30;
  const long pages = ::sysconf(_SC_PHYS_PAGES);
  const long page_bytes = ::sysconf(_SC_PAGE_SIZE);
  if (pages <= 0 || page_bytes <= 0) return kFallback;
  return static_cast<std::uint64_t>(pages) * static_cast<std::uint64_t>(page_bytes) / 4;
}

void record_options(const DerivationOptions& options, Manifest& manifest) {
  manifest.options["threads"] = std::to_string(worker_count(options.threads));
  manifest.options["memory_bytes"] = std::to_string(memory_bound(options.memory_bytes));
  manifest.options["keep"] = std::to_string(options.keep);
  manifest.options[kCompressionOption] = std::to_string(options.compression);
  manifest.options[kXapianOption] = options.xapian == XapianContent::Full ? kXapianFull : "stems";
}

std::filesystem::path spool_folder(const StagedGeneration& staged) {
  return staged.folder() / kSpoolName;
}

void derive_and_publish(const Spool& spool, std::span<const SpooledArticle> articles,
                        const DerivationOptions& options, const Derivation& with,
                        Manifest& manifest) {
  Deriving(spool, articles, options, with, manifest).run();
}

}  // namespace pullquote
