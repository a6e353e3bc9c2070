// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/build/generation_build.h"

#include <fmt/format.h>

#include <algorithm>

#include "indexer/build/article_order.h"
#include "indexer/build/derivation.h"
#include "indexer/build/disk_space.h"
#include "indexer/build/reading.h"
#include "indexer/work/memory_budget.h"
#include "indexer/work/worker_group.h"
#include "pullquote/error.h"

namespace pullquote {
namespace {

DerivationOptions derivation_of(const BuildOptions& options) {
  return {.ranking = options.ranking,
          .threads = options.threads,
          .memory_bytes = options.memory_bytes,
          .compression = options.compression,
          .xapian = options.xapian,
          .keep = options.keep};
}

/// Notes how the build was asked for, for people who read the manifest.
void record_reader_options(const BuildOptions& options, std::map<std::string, std::string>& text) {
  text["max_rejected"] = fmt::format("{}", options.max_rejected);
  text["sidecars"] = options.reader.sidecars ? "yes" : "no";
  text["use_file_times"] = options.reader.use_file_times ? "yes" : "no";
  if (options.reader.format) text["input_format"] = to_string(*options.reader.format);
  if (!options.reader.path_fields.empty()) text["path_fields"] = options.reader.path_fields;
  for (const auto& [field, name] : options.reader.field_map) text["map." + field] = name;
  for (const auto& [field, value] : options.reader.set) text["set." + field] = value;
}

/// What a refusal says of the rejections: "12 x no headline and no body, 3 x binary file; the
/// first: a.txt: binary file".
std::string reasons_of(const RejectionLog& rejections) {
  std::string text;
  for (const auto& [reason, count] : rejections.by_reason()) {
    text += fmt::format("{}{} x {}", text.empty() ? "" : ", ", count, reason);
  }
  if (text.empty()) return "none was rejected";
  const std::vector<Rejection> kept = rejections.first();
  if (kept.empty()) return text;
  text += fmt::format("; the first: {}: {}", kept.front().source, kept.front().reason);
  if (!kept.front().detail.empty()) text += fmt::format(" ({})", kept.front().detail);
  return text;
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
        staged_(filesystem, options.index) {}

  BuildReport run() {
    filesystem_.create_directories(spool_folder(staged_));
    state_space(space_for_inputs(options_.inputs, options_.index));
    ReadingSummary reading = read();
    const Spool spool(spool_folder(staged_), worker_count(options_.threads));
    const std::vector<SpooledArticle> articles = settle(std::move(reading), spool);
    state_space(space_for_records(total_record_bytes(articles)));
    Manifest manifest = describe_inputs();
    derive_and_publish(spool, articles, derivation_of(options_),
                       {staged_, filesystem_, clock_, reporter_, stop_}, manifest);
    report_.generation = staged_.id();
    report_.quotes = manifest.quote_count;
    report_.text_bytes = manifest.text_bytes;
    report_.index_bytes = manifest.index_bytes;
    report_.stages = clock_.stages();
    report_.seconds = clock_.seconds();
    return std::move(report_);
  }

 private:
  void state_space(std::uint64_t needed_bytes) {
    constexpr std::uint64_t kWorthSaying = 1'000'000'000;
    reporter_.message(
        needed_bytes >= kWorthSaying ? Severity::Info : Severity::Debug,
        fmt::format("up to {} of disk are needed, {} are free", readable_space(needed_bytes),
                    readable_space(filesystem_.available_bytes(staged_.folder()))));
    if (options_.check_space) check_space(filesystem_, staged_.folder(), needed_bytes);
  }

  ReadingSummary read() {
    const MemoryBudget budget{memory_bound(options_.memory_bytes)};
    ReaderOptions reader = options_.reader;
    reader.skip_folder = options_.index;
    reader.stop = stop_;
    reader.limits.record_bytes = std::min(reader.limits.record_bytes, budget.record_bytes());
    ReadingSummary reading = read_inputs({.inputs = options_.inputs,
                                          .reader = reader,
                                          .spool = spool_folder(staged_),
                                          .threads = worker_count(options_.threads),
                                          .queue_bytes = budget.queue_bytes(),
                                          .articles = options_.articles,
                                          .most_inversion_bytes = budget.article_bytes()},
                                         reporter_, stop_);
    const std::uint64_t rejected = reading.rejections.count();
    report_.read = reading.articles.size() - reading.withdrawals + rejected;
    report_.input_bytes = reading.input_bytes;
    report_.rejected = reading.rejections.by_reason();
    report_.rejections = reading.rejections.first();
    refuse_too_little(reading);
    return reading;
  }

  /// One article an id, in docid order.
  std::vector<SpooledArticle> settle(ReadingSummary reading, const Spool& spool) {
    const auto id_of = [&spool](const SpooledArticle& article) { return spool.id(article); };
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

  /// What the manifest says that the articles don't.
  Manifest describe_inputs() const {
    Manifest manifest;
    manifest.rejected_count = report_.read - report_.indexed - report_.duplicates;
    manifest.duplicate_count = report_.duplicates;
    manifest.inputs = options_.inputs;
    record_reader_options(options_, manifest.options);
    record_options(derivation_of(options_), manifest);
    return manifest;
  }

  const BuildOptions& options_;
  Reporter& reporter_;
  const std::stop_token& stop_;
  Filesystem& filesystem_;
  StageClock clock_;
  StagedGeneration staged_;
  BuildReport report_;
};

}  // namespace

BuildReport build_generation(const BuildOptions& options, Reporter& reporter,
                             const std::stop_token& stop, Filesystem& filesystem) {
  return GenerationBuild(options, reporter, stop, filesystem).run();
}

}  // namespace pullquote
