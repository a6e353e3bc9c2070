// SPDX-License-Identifier: GPL-3.0-or-later
#include "pullquote/publisher.h"

#include <algorithm>
#include <system_error>

#include "indexer/publish/filesystem.h"
#include "indexer/publish/publish.h"
#include "indexer/publish/verification.h"
#include "indexer/publish/writer_lock.h"
#include "pullquote/error.h"
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
  // Without a published one (a damaged CURRENT), the newest is the one to go back to.
  const auto after = published ? std::lower_bound(ids.begin(), ids.end(), *published) : ids.end();
  if (after != ids.begin()) return *(after - 1);
  throw IndexUnavailable("there is no generation before the published one in " +
                         store.root.string());
}

}  // namespace

std::vector<GenerationInfo> list_generations(const std::filesystem::path& index) {
  require_folder(index);
  const StoreLayout store{index};
  const auto published = published_generation(store);
  std::vector<GenerationInfo> list;
  for (const GenerationId& id : generations_on_disk(store)) {
    try {
      list.push_back({read_manifest(store.generation(id)), id == published});
    } catch (const Error&) {
      // Without a readable manifest it is no complete generation; verify_generation() says why.
    }
  }
  std::reverse(list.begin(), list.end());
  return list;
}

GenerationId rollback(const std::filesystem::path& index, std::optional<GenerationId> to) {
  require_folder(index);
  const StoreLayout store{index};
  const WriterLock lock(index);
  const GenerationId target = target_of_rollback(store, to);
  check_schema(read_manifest(store.generation(target)), store.generation(target));
  publish_existing(real_filesystem(), store, target);
  return target;
}

std::vector<std::string> verify_generation(const std::filesystem::path& index,
                                           const GenerationId& id) {
  const std::filesystem::path folder = StoreLayout{index}.generation(id);
  try {
    const GenerationHold hold(folder);
    const Manifest manifest = read_manifest(folder);
    if (manifest.id != id) return {folder.string() + ": the manifest is another generation's"};
    return verify(folder, manifest, Depth::Full);
  } catch (const Error& error) {
    return {error.what()};
  }
}

}  // namespace pullquote
