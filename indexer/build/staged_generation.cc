// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/build/staged_generation.h"

#include <fmt/format.h>

#include "indexer/publish/index_mark.h"
#include "indexer/publish/publish.h"
#include "indexer/publish/verification.h"
#include "indexer/work/progress_meter.h"
#include "indexer/work/worker_group.h"
#include "pullquote/error.h"
#include "schema/store/checksum.h"
#include "schema/store/manifest.h"

namespace pullquote {

namespace {

/// The index in `folder`, which is made if it is absent.
StoreLayout claimed(Filesystem& filesystem, const std::filesystem::path& folder) {
  StoreLayout store{folder};
  filesystem.create_directories(folder);
  claim_index(filesystem, store);
  return store;
}

}  // namespace

StagedGeneration::StagedGeneration(Filesystem& filesystem, const std::filesystem::path& index)
    : filesystem_(filesystem), store_(claimed(filesystem, index)), lock_(store_.root) {
  clear_staging(filesystem_, store_);
  id_ = next_generation_id(lock_.taken_at(), generations_on_disk(store_));
  folder_ = store_.staging(id_);
  filesystem_.create_directories(folder_);
}

StagedGeneration::~StagedGeneration() {
  if (published_) return;
  try {
    clear_staging(filesystem_, store_);
  } catch (const Error&) {
    // The next writer clears it.
  }
}

void StagedGeneration::describe(const std::filesystem::path& path, Manifest& manifest) const {
  const std::filesystem::path file = folder_ / path;
  manifest.checksums[path.generic_string()] = checksum_of_file(file);
  manifest.index_bytes += std::filesystem::file_size(file);
}

void StagedGeneration::write_manifest(Manifest& manifest) const {
  manifest.id = id_;
  manifest.created = to_iso8601({lock_.taken_at(), TimePrecision::Second, std::int16_t{0}});
  manifest.program_version = PULLQUOTE_VERSION;
  manifest.schema_fingerprint = schema_fingerprint();
  filesystem_.write_synced(folder_ / kManifestName, to_json(manifest));
}

void StagedGeneration::check(Reporter& reporter, const std::stop_token& stop) const {
  const ProgressMeter meter(reporter, "verifying", "articles", 0);
  const auto faults = verify(folder_, read_manifest(folder_), Depth::Sample, {reporter, stop});
  if (!faults.empty()) {
    throw BuildRefused(fmt::format(
        "the new index does not hold what it should: {} ({} faults); nothing was published",
        faults.front(), faults.size()));
  }
  throw_if_stopped(stop);
}

void StagedGeneration::publish(unsigned keep, Reporter& reporter) {
  const ProgressMeter meter(reporter, "publishing", "articles", 0);
  std::string doubt;
  try {
    doubt = publish_staged(filesystem_, store_, id_);
  } catch (...) {
    withdraw(filesystem_, store_, id_);
    throw;
  }
  published_ = true;
  if (!doubt.empty()) reporter.message(Severity::Warning, doubt);
  try {
    remove_old(keep, reporter);
  } catch (const Error& error) {
    // The new generation is published; old ones that stay cost space, not correctness.
    reporter.message(Severity::Warning,
                     fmt::format("old generations were not removed: {}", error.what()));
  }
}

void StagedGeneration::remove_old(unsigned keep, Reporter& reporter) const {
  for (const GenerationId& id : remove_surplus(filesystem_, store_, keep)) {
    reporter.message(Severity::Info,
                     fmt::format("{} is being read; a later build removes it", id.value));
  }
  clear_staging(filesystem_, store_);
}

}  // namespace pullquote
