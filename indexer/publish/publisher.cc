// SPDX-License-Identifier: GPL-3.0-or-later
#include "pullquote/publisher.h"

#include <algorithm>
#include <system_error>
#include <utility>

#include "indexer/publish/index_mark.h"
#include "indexer/publish/publish.h"
#include "indexer/publish/verification.h"
#include "indexer/publish/writer_lock.h"
#include "pullquote/error.h"
#include "schema/io/filesystem.h"
#include "schema/store/generation_lock.h"
#include "schema/store/layout.h"
#include "schema/store/manifest.h"

namespace pullquote {
namespace {

void require_folder(const std::filesystem::path& index) {
  std::error_code error;
  if (std::filesystem::is_directory(index, error)) return;
  throw IndexUnavailable("there is no index at " + index.string() +
                         (error ? ": " + error.message() : "") + "; `pullquote build` makes one");
}

bool is_readable(const StoreLayout& store, const GenerationId& id) {
  try {
    readable_manifest(store, id);
    return true;
  } catch (const Error&) {
    return false;
  }
}

/// The generation to go back to. @throws IndexUnavailable when there is none.
GenerationId target_of_rollback(const StoreLayout& store,
                                const std::optional<GenerationId>& wanted) {
  const std::vector<GenerationId> ids = generations_on_disk(store);
  if (wanted) {
    if (std::find(ids.begin(), ids.end(), *wanted) != ids.end()) return *wanted;
    throw IndexUnavailable("there is no generation " + wanted->value + " in " +
                           store.root.string() + "; `pullquote generations` lists them");
  }
  const auto published = published_generation(store);
  auto after = published ? std::lower_bound(ids.begin(), ids.end(), *published) : ids.end();
  while (after != ids.begin()) {
    if (is_readable(store, *--after)) return *after;
  }
  throw IndexUnavailable("there is no readable generation before the published one in " +
                         store.root.string() + "; `pullquote generations` lists what is there");
}

/// Of a manifest whose schema is not ours.
std::string schema_fault(const Manifest& manifest) {
  const std::string schema = "schema " + manifest.schema_fingerprint;
  if (!is_reindexable(manifest)) return schema + ", not readable by this program";
  return (manifest.format_version == kFormatVersion
              ? schema
              : "format " + std::to_string(manifest.format_version)) +
         ": run 'pullquote reindex " + manifest.id.value + "'";
}

GenerationInfo describe(const StoreLayout& store, const GenerationId& id) {
  GenerationInfo info{.id = id, .published = false, .fault = {}, .manifest = {}};
  try {
    info.manifest = read_manifest(store.generation(id));
    if (info.manifest.schema_fingerprint != schema_fingerprint()) {
      info.fault = schema_fault(info.manifest);
    } else if (info.manifest.id != id) {
      info.fault = "damaged: the manifest is another generation's";
    }
  } catch (const Error& error) {
    info.fault = std::string("damaged: ") + error.what();
  }
  return info;
}

std::vector<GenerationInfo> newest_first(const StoreLayout& store,
                                         const std::optional<GenerationId>& published) {
  std::vector<GenerationId> ids = generations_on_disk(store);
  if (published && !std::binary_search(ids.begin(), ids.end(), *published)) {
    ids.insert(std::lower_bound(ids.begin(), ids.end(), *published), *published);
  }
  std::vector<GenerationInfo> list;
  for (auto id = ids.rbegin(); id != ids.rend(); ++id) {
    GenerationInfo info = describe(store, *id);
    info.published = *id == published;
    // Without a manifest it is a folder that somebody left, or one that is being removed.
    std::error_code error;
    const bool has_manifest =
        std::filesystem::exists(store.generation(*id) / kManifestName, error) || error;
    if (has_manifest || info.published) list.push_back(std::move(info));
  }
  return list;
}

}  // namespace

std::vector<GenerationInfo> list_generations(const std::filesystem::path& index) {
  require_folder(index);
  const StoreLayout store{index};
  for (;;) {
    const auto published = published_generation(store);
    std::vector<GenerationInfo> list = newest_first(store, published);
    // Else a build may have removed what was the published one.
    if (published_generation(store) == published) return list;
  }
}

GenerationId current_generation(const std::filesystem::path& index) {
  require_folder(index);
  return read_current(index);
}

GenerationId rollback(const std::filesystem::path& index, std::optional<GenerationId> to,
                      Reporter& reporter) {
  require_folder(index);
  const StoreLayout store{index};
  claim_index(real_filesystem(), store);
  const WriterLock lock(index);
  const GenerationId target = target_of_rollback(store, to);
  readable_manifest(store, target);
  const std::string doubt = publish_existing(real_filesystem(), store, target);
  if (!doubt.empty()) reporter.message(Severity::Warning, doubt);
  return target;
}

std::vector<std::string> verify_generation(const std::filesystem::path& index,
                                           const GenerationId& id, Reporter& reporter,
                                           std::stop_token stop) {
  const std::filesystem::path folder = StoreLayout{index}.generation(id);
  try {
    const GenerationHold hold(folder);
    const Manifest manifest = read_manifest(folder);
    if (manifest.id != id) return {folder.string() + ": the manifest is another generation's"};
    return verify(folder, manifest, Depth::Full, {reporter, stop});
  } catch (const Interrupted&) {
    throw;
  } catch (const Error& error) {
    return {error.what()};
  }
}

}  // namespace pullquote
