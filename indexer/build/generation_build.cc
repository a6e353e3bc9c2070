// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/build/generation_build.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <optional>
#include <thread>

#include "indexer/build/article_order.h"
#include "indexer/build/disk_space.h"
#include "indexer/build/families/family_build.h"
#include "indexer/build/languages.h"
#include "indexer/build/memory_budget.h"
#include "indexer/build/part_writer.h"
#include "indexer/build/progress_meter.h"
#include "indexer/build/reading.h"
#include "indexer/build/worker_group.h"
#include "indexer/publish/publish.h"
#include "indexer/publish/verification.h"
#include "indexer/publish/writer_lock.h"
#include "pullquote/error.h"
#include "schema/store/checksum.h"
#include "schema/store/layout.h"
#include "schema/store/manifest.h"

namespace pullquote {
namespace {

constexpr const char* kSpoolName = "spool";

unsigned worker_count(const BuildOptions& options) {
  return options.threads > 0 ? options.threads : std::max(std::thread::hardware_concurrency(), 1u);
}

std::uint64_t memory_bound(const BuildOptions& options) {
  if (options.memory_bytes > 0) return options.memory_bytes;
  constexpr std::uint64_t kFallback = 1u << 30;
  const long pages = ::sysconf(_SC_PHYS_PAGES);
  const long page_bytes = ::sysconf(_SC_PAGE_SIZE);
  if (pages <= 0 || page_bytes <= 0) return kFallback;
  return static_cast<std::uint64_t>(pages) * static_cast<std::uint64_t>(page_bytes) / 4;
}

/// How the build was asked for, as text, for people who read the manifest.
std::map<std::string, std::string> options_as_text(const BuildOptions& options) {
  std::map<std::string, std::string> text{
      {"threads", std::to_string(worker_count(options))},
      {"memory_bytes", std::to_string(memory_bound(options))},
      {"max_rejected", fmt::format("{}", options.max_rejected)},
      {"keep", std::to_string(options.keep)},
      {"compression", std::to_string(options.compression)},
      {"termlists", options.termlists ? "yes" : "no"},
      {"stored_text", options.stored_text ? "yes" : "no"},
      {kLeanOption, options.lean ? "yes" : "no"},
      {"sidecars", options.reader.sidecars ? "yes" : "no"},
      {"use_file_times", options.reader.use_file_times ? "yes" : "no"}};
  if (options.reader.format) text["input_format"] = to_string(*options.reader.format);
  if (!options.reader.path_fields.empty()) text["path_fields"] = options.reader.path_fields;
  for (const auto& [field, name] : options.reader.field_map) text["map." + field] = name;
  for (const auto& [field, value] : options.reader.set) text["set." + field] = value;
  return text;
}

/// The line that a refusal ends with: "12 x no headline and no body, 3 x binary file".
std::string reasons_of(const RejectionLog& rejections) {
  std::string text;
  for (const auto& [reason, count] : rejections.by_reason()) {
    text += fmt::format("{}{} x {}", text.empty() ? "" : ", ", count, reason);
  }
  return text.empty() ? "none was rejected" : text;
}

/// One build, from an empty staging folder to the published generation.
class GenerationBuild {
 public:
  GenerationBuild(const BuildOptions& options, Reporter& reporter, const std::stop_token& stop,
                  Filesystem& filesystem)
      : options_(options),
        reporter_(reporter),
        stop_(stop),
        filesystem_(filesystem),
        store_{options.index},
        budget_{memory_bound(options)} {}

  BuildReport run() {
    filesystem_.create_directories(store_.root);
    lock_.emplace(store_.root);
    clear_staging(filesystem_, store_);
    id_ = next_generation_id(lock_->taken_at(), generations_on_disk(store_));
    staging_ = store_.staging(id_);
    try {
      build();
    } catch (...) {
      remove_staging();
      throw;
    }
    return std::move(report_);
  }

 private:
  void build() {
    filesystem_.create_directories(staging_ / kSpoolName);
    report_.generation = id_;
    state_space(space_for_inputs(options_.inputs, store_.root));
    std::vector<SpooledArticle> articles = read();
    state_space(space_for_records(total_record_bytes(articles)));
    write(articles);
    filesystem_.remove_tree(staging_ / kSpoolName);
    write_manifest(articles);
    check();
    publish();
    report_.seconds = seconds();
  }

  void state_space(std::uint64_t needed_bytes) {
    constexpr std::uint64_t kWorthSaying = 1'000'000'000;
    reporter_.message(
        needed_bytes >= kWorthSaying ? Severity::Info : Severity::Debug,
        fmt::format("up to {} of disk are needed, {} are free", readable_space(needed_bytes),
                    readable_space(filesystem_.available_bytes(staging_))));
    if (options_.check_space) check_space(filesystem_, staging_, needed_bytes);
  }

  std::vector<SpooledArticle> read() {
    ReaderOptions reader = options_.reader;
    reader.skip_folder = store_.root;
    ReadingSummary reading = read_inputs({options_.inputs, reader, staging_ / kSpoolName,
                                          worker_count(options_), budget_.queue_bytes()},
                                         reporter_, stop_);
    const std::uint64_t rejected = reading.rejections.count();
    report_.read = reading.articles.size() - reading.withdrawals + rejected;
    report_.input_bytes = reading.input_bytes;
    report_.rejected = reading.rejections.by_reason();
    report_.rejections = reading.rejections.first();
    refuse_too_little(reading);

    spool_.emplace(staging_ / kSpoolName, worker_count(options_));
    const auto id_of = [this](const SpooledArticle& article) { return spool_->id(article); };
    report_.duplicates = settle_duplicates(reading.articles, id_of);
    if (reading.articles.empty()) {
      throw BuildRefused("every article of the input was withdrawn; nothing was published");
    }
    number_articles(reading.articles, id_of);
    report_.indexed = reading.articles.size();
    throw_if_stopped(stop_);
    end_stage("reading");
    return std::move(reading.articles);
  }

  void refuse_too_little(const ReadingSummary& reading) const {
    if (reading.articles.size() == reading.withdrawals) {
      throw BuildRefused(
          fmt::format("no article was found in the input ({}); nothing was published",
                      reasons_of(reading.rejections)));
    }
    const std::uint64_t rejected = reading.rejections.count();
    const double share = static_cast<double>(rejected) / static_cast<double>(report_.read);
    if (share <= options_.max_rejected) return;
    throw BuildRefused(fmt::format(
        "{} of {} records were rejected ({}), more than the share of {} that is allowed; nothing "
        "was published",
        rejected, report_.read, reasons_of(reading.rejections), options_.max_rejected));
  }

  void write(const std::vector<SpooledArticle>& articles) {
    PartOptions part;
    part.folder = staging_;
    part.generation = id_;
    part.ranking = options_.ranking;
    part.default_language = main_language(count_languages(articles));
    part.threads = worker_count(options_);
    part.memory_bytes = budget_.working_bytes(articles.size());
    part.compression = options_.compression;
    part.termlists = options_.termlists;
    part.stored_text = options_.stored_text;
    part.lean = options_.lean;
    summary_ = write_part(*spool_, articles, part, reporter_, stop_);
    stage_start_ = std::chrono::steady_clock::now();
    build_families(*spool_, articles,
                   {staging_, worker_count(options_), budget_.working_bytes(articles.size())},
                   reporter_, stop_);
    const std::chrono::duration<double> families = std::chrono::steady_clock::now() - stage_start_;
    spool_.reset();
    report_.quotes = summary_.part.quote_count;
    report_.text_bytes = summary_.text_bytes;
    report_.stages.emplace_back("indexing", summary_.indexing_seconds);
    report_.stages.emplace_back("merging", summary_.merging_seconds);
    report_.stages.emplace_back("families", families.count());
    stage_start_ = std::chrono::steady_clock::now();
  }

  void write_manifest(const std::vector<SpooledArticle>& articles) {
    manifest_.id = id_;
    manifest_.created = to_iso8601({lock_->taken_at(), TimePrecision::Second, std::int16_t{0}});
    manifest_.program_version = PULLQUOTE_VERSION;
    manifest_.schema_fingerprint = schema_fingerprint();
    manifest_.ranking = summary_.ranking;
    manifest_.parts = {summary_.part};
    manifest_.languages = count_languages(articles);
    manifest_.article_count = report_.indexed;
    manifest_.quote_count = report_.quotes;
    manifest_.rejected_count = report_.read - report_.indexed - report_.duplicates;
    manifest_.duplicate_count = report_.duplicates;
    manifest_.text_bytes = report_.text_bytes;
    manifest_.inputs = options_.inputs;
    manifest_.options = options_as_text(options_);
    for (const auto& [stage, stage_seconds] : report_.stages) {
      manifest_.stage_seconds[stage] = stage_seconds;
    }
    for (const auto& entry : std::filesystem::recursive_directory_iterator(staging_)) {
      if (!entry.is_regular_file()) continue;
      throw_if_stopped(stop_);
      manifest_.index_bytes += entry.file_size();
      manifest_.checksums[entry.path().lexically_relative(staging_).generic_string()] =
          checksum_of_file(entry.path());
    }
    report_.index_bytes = manifest_.index_bytes;
    filesystem_.write_synced(staging_ / kManifestName, to_json(manifest_));
  }

  void check() {
    const ProgressMeter meter(reporter_, "verifying", "articles", 0);
    const auto faults = verify(staging_, read_manifest(staging_), Depth::Sample);
    if (!faults.empty()) {
      throw BuildRefused(fmt::format(
          "the new index does not hold what it should: {} ({} faults); nothing was published",
          faults.front(), faults.size()));
    }
    throw_if_stopped(stop_);
    end_stage("verifying");
  }

  void publish() {
    const ProgressMeter meter(reporter_, "publishing", "articles", 0);
    try {
      publish_staged(filesystem_, store_, id_);
    } catch (...) {
      withdraw(filesystem_, store_, id_);
      throw;
    }
    try {
      for (const GenerationId& id : remove_surplus(filesystem_, store_, options_.keep)) {
        reporter_.message(Severity::Info,
                          fmt::format("{} is being read; a later build removes it", id.value));
      }
      clear_staging(filesystem_, store_);
    } catch (const Error& error) {
      // The new generation is published; old ones that stay cost space, not correctness.
      reporter_.message(Severity::Warning,
                        fmt::format("old generations were not removed: {}", error.what()));
    }
    end_stage("publishing");
  }

  void remove_staging() noexcept {
    spool_.reset();
    try {
      filesystem_.remove_tree(store_.staging());
    } catch (const Error&) {
      // The next writer clears it.
    }
  }

  double seconds() const {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count();
  }

  void end_stage(const char* name) {
    const auto now = std::chrono::steady_clock::now();
    report_.stages.emplace_back(name, std::chrono::duration<double>(now - stage_start_).count());
    stage_start_ = now;
  }

  const BuildOptions& options_;
  Reporter& reporter_;
  const std::stop_token& stop_;
  Filesystem& filesystem_;
  const StoreLayout store_;
  const MemoryBudget budget_;
  const std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
  std::chrono::steady_clock::time_point stage_start_ = start_;
  std::optional<WriterLock> lock_;
  GenerationId id_;
  std::filesystem::path staging_;
  std::optional<Spool> spool_;
  PartSummary summary_;
  Manifest manifest_;
  BuildReport report_;
};

}  // namespace

BuildReport build_generation(const BuildOptions& options, Reporter& reporter,
                             const std::stop_token& stop, Filesystem& filesystem) {
  return GenerationBuild(options, reporter, stop, filesystem).run();
}

}  // namespace pullquote
