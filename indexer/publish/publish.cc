// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/publish/publish.h"

#include <fmt/format.h>
#include <algorithm>
#include <charconv>
#include <exception>
#include <string>
#include <system_error>

#include "pullquote/error.h"
#include "pullquote/timestamp.h"
#include "schema/io/index_damage.h"
#include "schema/store/generation_lock.h"
#include "schema/store/manifest.h"

namespace pullquote {
namespace {

/// "20261122T103000Z"
std::string compact_time(std::int64_t unix_seconds) {
  std::string text = to_iso8601({unix_seconds, TimePrecision::Second, std::int16_t{0}});
  std::erase_if(text, [](char c) { return c == '-' || c == ':'; });
  return text;
}

struct IdParts {
  std::int64_t unix_seconds = 0;
  unsigned number = 0;
};

IdParts parts_of(const GenerationId& id) {
  const std::size_t dash = id.value.find('-');
  IdParts parts;
  parts.unix_seconds = parse_iso8601(id.value.substr(0, dash)).value().unix_seconds;
  std::from_chars(id.value.data() + dash + 1, id.value.data() + id.value.size(), parts.number);
  return parts;
}

/// The entries of a folder that are named like generations, oldest first; empty when there is no
/// such folder. @throws IndexUnavailable
std::vector<GenerationId> ids_in(const std::filesystem::path& folder) {
  std::vector<GenerationId> ids;
  std::error_code error;
  std::filesystem::directory_iterator entry(folder, error);
  for (const std::filesystem::directory_iterator end; !error && entry != end;
       entry.increment(error)) {
    if (auto id = parse_generation_id(entry->path().filename().native())) ids.push_back(*id);
  }
  if (error && error != std::errc::no_such_file_or_directory) {
    throw IndexUnavailable("cannot list " + folder.string() + ": " + error.message());
  }
  std::sort(ids.begin(), ids.end());
  return ids;
}

}  // namespace

std::string publish_staged(Filesystem& filesystem, const StoreLayout& store,
                           const GenerationId& id) {
  filesystem.sync_tree(store.staging(id));  // the data, before its name
  filesystem.create_directories(store.generations());
  filesystem.sync_directory(store.root);
  filesystem.rename(store.staging(id), store.generation(id));
  filesystem.sync_directory(store.generations());
  return publish_existing(filesystem, store, id);
}

void withdraw(Filesystem& filesystem, const StoreLayout& store, const GenerationId& id) noexcept {
  try {
    if (published_generation(store) == id || !std::filesystem::exists(store.generation(id))) return;
    filesystem.rename(store.generation(id), store.staging(id));
    filesystem.remove_tree(store.staging(id));
  } catch (const std::exception&) {
    // A complete generation that was never published stays; `keep` removes it one day.
  }
}

std::string publish_existing(Filesystem& filesystem, const StoreLayout& store,
                             const GenerationId& id) {
  filesystem.remove_tree(store.next_current());
  filesystem.write_synced(store.next_current(), id.value + "\n");
  filesystem.rename(store.next_current(), store.current());  // the only visible step
  try {
    filesystem.sync_directory(store.root);
  } catch (const WriteFailed& error) {
    return "generation " + id.value +
           " is published, but may not outlive a power cut: " + error.what();
  }
  return {};
}

std::vector<GenerationId> generations_on_disk(const StoreLayout& store) {
  return ids_in(store.generations());
}

std::optional<GenerationId> published_generation(const StoreLayout& store) {
  try {
    return read_current(store.root);
  } catch (const IndexUnavailable&) {
    return std::nullopt;
  } catch (const IndexCorrupt&) {
    return std::nullopt;
  }
}

Manifest readable_manifest(const StoreLayout& store, const GenerationId& id) {
  const std::filesystem::path folder = store.generation(id);
  Manifest manifest = read_manifest(folder);
  if (manifest.id != id) {
    throw_index_corrupt(folder.string() + ": the manifest is another generation's");
  }
  check_schema(manifest, folder);
  return manifest;
}

std::vector<GenerationId> surplus_generations(const std::vector<GenerationId>& oldest_first,
                                              const std::optional<GenerationId>& published,
                                              unsigned keep) {
  std::vector<GenerationId> surplus;
  std::size_t left = oldest_first.size();
  for (const GenerationId& id : oldest_first) {
    if (left <= std::max(keep, 1u)) break;
    if (id == published) continue;
    surplus.push_back(id);
    --left;
  }
  return surplus;
}

std::vector<GenerationId> remove_surplus(Filesystem& filesystem, const StoreLayout& store,
                                         unsigned keep) {
  const auto published = published_generation(store);
  std::vector<GenerationId> being_read;
  for (const GenerationId& id : surplus_generations(generations_on_disk(store), published, keep)) {
    const GenerationRemoval removal(store.generation(id));
    if (!removal.granted()) {
      being_read.push_back(id);
      continue;
    }
    filesystem.create_directories(store.staging());
    filesystem.rename(store.generation(id), store.staging(id));
    filesystem.remove_tree(store.staging(id));
  }
  return being_read;
}

void clear_staging(Filesystem& filesystem, const StoreLayout& store) {
  filesystem.remove_tree(store.next_current());
  for (const GenerationId& id : ids_in(store.staging())) filesystem.remove_tree(store.staging(id));
  std::error_code not_empty;
  std::filesystem::remove(store.staging(), not_empty);
}

GenerationId next_generation_id(std::int64_t unix_seconds, const std::vector<GenerationId>& taken) {
  constexpr unsigned kLastNumber = 9999;
  IdParts next{unix_seconds, 1};
  for (const GenerationId& id : taken) {
    const IdParts known = parts_of(id);
    if (known.unix_seconds < next.unix_seconds) continue;
    if (known.unix_seconds > next.unix_seconds || known.number >= next.number) {
      next = {known.unix_seconds, known.number + 1};
    }
  }
  if (next.number > kLastNumber) next = {next.unix_seconds + 1, 1};
  return {fmt::format("{}-{:04}", compact_time(next.unix_seconds), next.number)};
}

}  // namespace pullquote
