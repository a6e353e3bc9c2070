// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/build/generation_build.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <future>
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
#include "indexer/build/stage_clock.h"
#include "indexer/build/staged_generation.h"
#include "indexer/build/worker_group.h"
#include "pullquote/error.h"
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
        budget_{memory_bound(options)},
        staged_(filesystem, options.index) {}

  BuildReport run() {
    filesystem_.create_directories(spool_folder());
    report_.generation = staged_.id();
    state_space(space_for_inputs(options_.inputs, options_.index));
    std::vector<SpooledArticle> articles = read();
    state_space(space_for_records(total_record_bytes(articles)));
    write(articles);
    filesystem_.remove_tree(spool_folder());
    write_manifest(articles);
    staged_.check(reporter_, stop_);
    clock_.end("verifying");
    staged_.publish(options_.keep, reporter_);
    clock_.end("publishing");
    report_.stages = clock_.stages();
    report_.seconds = clock_.seconds();
    return std::move(report_);
  }

 private:
  std::filesystem::path spool_folder() const { return staged_.folder() / kSpoolName; }

  void state_space(std::uint64_t needed_bytes) {
    constexpr std::uint64_t kWorthSaying = 1'000'000'000;
    reporter_.message(
        needed_bytes >= kWorthSaying ? Severity::Info : Severity::Debug,
        fmt::format("up to {} of disk are needed, {} are free", readable_space(needed_bytes),
                    readable_space(filesystem_.available_bytes(staged_.folder()))));
    if (options_.check_space) check_space(filesystem_, staged_.folder(), needed_bytes);
  }

  std::vector<SpooledArticle> read() {
    ReaderOptions reader = options_.reader;
    reader.skip_folder = options_.index;
    ReadingSummary reading = read_inputs(
        {options_.inputs, reader, spool_folder(), worker_count(options_), budget_.queue_bytes()},
        reporter_, stop_);
    const std::uint64_t rejected = reading.rejections.count();
    report_.read = reading.articles.size() - reading.withdrawals + rejected;
    report_.input_bytes = reading.input_bytes;
    report_.rejected = reading.rejections.by_reason();
    report_.rejections = reading.rejections.first();
    refuse_too_little(reading);

    spool_.emplace(spool_folder(), worker_count(options_));
    const auto id_of = [this](const SpooledArticle& article) { return spool_->id(article); };
    report_.duplicates = settle_duplicates(reading.articles, id_of);
    if (reading.articles.empty()) {
      throw BuildRefused("every article of the input was withdrawn; nothing was published");
    }
    number_articles(reading.articles, id_of);
    report_.indexed = reading.articles.size();
    throw_if_stopped(stop_);
    clock_.end("reading");
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
    part.folder = staged_.folder();
    part.generation = staged_.id();
    part.ranking = options_.ranking;
    part.default_language = main_language(count_languages(articles));
    part.threads = worker_count(options_);
    part.memory_bytes = budget_.working_bytes(articles.size());
    part.compression = options_.compression;
    part.termlists = options_.termlists;
    part.stored_text = options_.stored_text;
    part.lean = options_.lean;
    summary_ = write_part(*spool_, articles, part, reporter_, stop_);
    clock_.add("indexing", summary_.indexing_seconds);
    clock_.add("merging", summary_.merging_seconds);
    clock_.restart();
    // The databases reach the disk while quotes are grouped; publishing waits for what is left.
    // Until then nobody else uses filesystem_, which need not be thread-safe.
    std::future<void> synced = std::async(std::launch::async, [this] { sync_databases(); });
    build_families(
        *spool_, articles,
        {staged_.folder(), worker_count(options_), budget_.working_bytes(articles.size())},
        reporter_, stop_);
    clock_.end("families");
    synced.get();
    spool_.reset();
    report_.quotes = summary_.part.quote_count;
    report_.text_bytes = summary_.text_bytes;
  }

  void sync_databases() {
    filesystem_.sync_tree(staged_.folder() / summary_.part.articles);
    if (!summary_.part.quotes.empty()) {
      filesystem_.sync_tree(staged_.folder() / summary_.part.quotes);
    }
  }

  void write_manifest(const std::vector<SpooledArticle>& articles) {
    manifest_.databases = staged_.id();
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
    for (const auto& [stage, stage_seconds] : clock_.stages()) {
      manifest_.stage_seconds[stage] = stage_seconds;
    }
    const std::filesystem::path& folder = staged_.folder();
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
      if (!entry.is_regular_file()) continue;
      throw_if_stopped(stop_);
      staged_.describe(entry.path().lexically_relative(folder), manifest_);
    }
    report_.index_bytes = manifest_.index_bytes;
    staged_.write_manifest(manifest_);
  }

  const BuildOptions& options_;
  Reporter& reporter_;
  const std::stop_token& stop_;
  Filesystem& filesystem_;
  const MemoryBudget budget_;
  StageClock clock_;
  StagedGeneration staged_;
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
