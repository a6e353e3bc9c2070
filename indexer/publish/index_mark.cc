// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/publish/index_mark.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <system_error>

#include "pullquote/error.h"
#include "schema/io/descriptor.h"
#include "schema/store/manifest.h"

namespace pullquote {
namespace {

namespace fs = std::filesystem;

/// What the mark says to people who look into the folder.
constexpr std::string_view kMark =
    "The folder of a Pullquote index: written, and cleared of what is old, by 'pullquote build'.\n";

/// Calls `visit` with each entry of a folder until it returns false; a missing folder has none.
/// @throws IndexUnavailable
template <class Visit>
void for_each_entry(const fs::path& folder, Visit visit) {
  std::error_code error;
  fs::directory_iterator entry(folder, error);
  for (const fs::directory_iterator end; !error && entry != end; entry.increment(error)) {
    if (!visit(*entry)) return;
  }
  if (error && error != std::errc::no_such_file_or_directory) {
    throw IndexUnavailable("cannot list " + folder.string() + ": " + error.message());
  }
}

/// Whether it is a folder, and no link to one.
bool is_real_folder(const fs::directory_entry& entry) {
  std::error_code ignored;
  return entry.symlink_status(ignored).type() == fs::file_type::directory;
}

/// An entry below `folder` that is not the folder of a generation; empty when there is none.
fs::path stranger_in(const fs::path& folder) {
  fs::path stranger;
  for_each_entry(folder, [&](const fs::directory_entry& entry) {
    if (is_real_folder(entry) && parse_generation_id(entry.path().filename().native())) return true;
    stranger = entry.path();
    return false;
  });
  return stranger;
}

/// Whether the file has the one line of CURRENT.
bool names_generation(const fs::path& file) {
  constexpr std::size_t kLongest = 64;
  const std::optional<std::string> text = read_regular_file(file, kLongest);
  return text && text->ends_with('\n') &&
         parse_generation_id(std::string_view(*text).substr(0, text->size() - 1));
}

/// An entry of the root, or below it, that an index without a mark would not have; empty when there
/// is none.
fs::path stranger_in(const StoreLayout& store) {
  bool has_generations = false;
  for_each_entry(store.generations(), [&](const fs::directory_entry&) {
    has_generations = true;
    return false;
  });
  fs::path stranger;
  for_each_entry(store.root, [&](const fs::directory_entry& entry) {
    const fs::path& path = entry.path();
    std::error_code ignored;
    if (path == store.generations() || path == store.staging()) {
      stranger = is_real_folder(entry) ? stranger_in(path) : path;
    } else if (path == store.current() || path == store.next_current()) {
      // In an index it may be damaged.
      if (!has_generations && !names_generation(path)) stranger = path;
    } else if (path != store.lock() || !entry.is_regular_file(ignored) ||
               entry.is_symlink(ignored)) {
      stranger = path;
    }
    return stranger.empty();
  });
  return stranger;
}

}  // namespace

void claim_index(Filesystem& filesystem, const StoreLayout& store) {
  std::error_code error;
  if (fs::is_regular_file(fs::symlink_status(store.mark(), error))) return;
  if (const fs::path stranger = stranger_in(store); !stranger.empty()) {
    throw IndexUnavailable(store.root.string() + " is neither empty nor an index: there is " +
                           stranger.string() + "; name another folder");
  }
  filesystem.write_synced(store.mark(), kMark);
}

}  // namespace pullquote
