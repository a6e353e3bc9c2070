// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/build/generation_ranking.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <filesystem>
#include <string>
#include <system_error>
#include <utility>

#include "indexer/build/disk_space.h"
#include "indexer/build/progress_meter.h"
#include "indexer/build/ranked/derived_part.h"
#include "indexer/build/stage_clock.h"
#include "indexer/build/staged_generation.h"
#include "indexer/build/worker_group.h"
#include "indexer/publish/publish.h"
#include "pullquote/error.h"
#include "schema/store/checksum.h"
#include "schema/store/index_damage.h"
#include "schema/store/layout.h"
#include "schema/store/manifest.h"

namespace pullquote {
namespace {

constexpr std::array kRankedNames{kRankedPostingsName, kRankedPositionsName, kRankedPairsName,
                                  kRankedIdsName};

/// Why a lean index needs its ranked.positions.
constexpr std::string_view kNoPositions =
    ", and the database of a lean index has no positions to derive it from; rebuild the index";

/// One ranking, from an empty staging folder to the published generation.
class GenerationRanking {
 public:
  GenerationRanking(const RankOptions& options, Reporter& reporter, const std::stop_token& stop,
                    Filesystem& filesystem)
      : options_(options),
        reporter_(reporter),
        stop_(stop),
        filesystem_(filesystem),
        staged_(filesystem, options.index),
        base_(readable_manifest({options.index}, read_current(options.index))),
        base_folder_(StoreLayout{options.index}.generation(base_.id)),
        manifest_(base_) {}

  RankReport run() {
    manifest_.checksums.clear();
    manifest_.index_bytes = 0;
    if (options_.check_space) {
      check_space(filesystem_, staged_.folder(), space_for_ranking(shared_bytes()));
    }
    take_over();
    clock_.end("checking");
    derive();
    clock_.end("ranking");
    for (const auto& [stage, seconds] : clock_.stages()) manifest_.stage_seconds[stage] = seconds;
    staged_.write_manifest(manifest_);
    staged_.check(reporter_, stop_);
    clock_.end("verifying");
    staged_.publish(options_.keep, reporter_);
    clock_.end("publishing");
    return {.generation = staged_.id(),
            .base = base_.id,
            .articles = manifest_.article_count,
            .ranked_bytes = ranked_bytes_,
            .index_bytes = manifest_.index_bytes,
            .stages = clock_.stages(),
            .seconds = clock_.seconds()};
  }

 private:
  /// All files but those that are derived, and only if they are what the manifest says: what is
  /// derived from a damaged file would have a right checksum.
  void take_over() {
    ProgressMeter meter(reporter_, "checking", "bytes", shared_bytes());
    for (const auto& [path, checksum] : base_.checksums) {
      throw_if_stopped(stop_);
      if (is_derived(path)) continue;
      require_sound(path, checksum);
      const std::filesystem::path target = staged_.folder() / path;
      filesystem_.create_directories(target.parent_path());
      filesystem_.link_or_copy(base_folder_ / path, target);
      const std::uint64_t bytes = std::filesystem::file_size(target);
      manifest_.checksums[path] = checksum;
      manifest_.index_bytes += bytes;
      meter.add(bytes, 0);
    }
  }

  /// Of the files to be taken over; those that are missing are noticed later.
  std::uint64_t shared_bytes() const {
    std::uint64_t sum = 0;
    for (const auto& [path, checksum] : base_.checksums) {
      std::error_code missing;
      const std::uint64_t bytes = std::filesystem::file_size(base_folder_ / path, missing);
      if (!missing && !is_derived(path)) sum += bytes;
    }
    return sum;
  }

  bool is_derived(const std::filesystem::path& path) const {
    const std::string name = path.filename().string();
    if (is_lean(base_) && name == kRankedPositionsName) return false;
    return std::find(kRankedNames.begin(), kRankedNames.end(), name) != kRankedNames.end();
  }

  void require_sound(const std::filesystem::path& path, const std::string& claimed) const {
    const std::filesystem::path file = base_folder_ / path;
    const bool is_positions = path.filename() == kRankedPositionsName;
    if (is_positions && !std::filesystem::exists(file)) refuse_without(file, " is missing");
    if (checksum_of_file(file) == claimed) return;
    if (is_positions) refuse_without(file, " is damaged");
    throw_index_corrupt(file.string() +
                        " is damaged, and it is none of the files that are derived");
  }

  [[noreturn]] static void refuse_without(const std::filesystem::path& positions,
                                          std::string_view why) {
    throw BuildRefused(positions.string() + std::string(why) + std::string(kNoPositions));
  }

  void derive() {
    for (const GenerationPart& part : base_.parts) {
      const std::filesystem::path beside = std::filesystem::path(part.articles).parent_path();
      derive_ranked({.articles = staged_.folder() / part.articles,
                     .folder = staged_.folder() / beside,
                     .article_count = part.article_count,
                     .ranking = base_.ranking,
                     .positions = !is_lean(base_)},
                    reporter_, stop_);
      for (const char* const name : kRankedNames) {
        if (!is_derived(name)) continue;
        const std::uint64_t before = manifest_.index_bytes;
        staged_.describe(beside / name, manifest_);
        ranked_bytes_ += manifest_.index_bytes - before;
      }
    }
  }

  const RankOptions& options_;
  Reporter& reporter_;
  const std::stop_token& stop_;
  Filesystem& filesystem_;
  StageClock clock_;
  StagedGeneration staged_;
  const Manifest base_;
  const std::filesystem::path base_folder_;
  Manifest manifest_;
  std::uint64_t ranked_bytes_ = 0;
};

}  // namespace

RankReport rank_generation(const RankOptions& options, Reporter& reporter,
                           const std::stop_token& stop, Filesystem& filesystem) {
  read_current(options.index);  // before a lock file is made where no index is
  return GenerationRanking(options, reporter, stop, filesystem).run();
}

RankReport rank_index(const RankOptions& options, Reporter& reporter, std::stop_token stop) {
  return rank_generation(options, reporter, stop, real_filesystem());
}

}  // namespace pullquote
