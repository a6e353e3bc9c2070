// SPDX-License-Identifier: GPL-3.0-or-later
/// The few operations that publication consists of, behind an interface, so that tests can fail or
/// crash at every one of them.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string_view>

namespace pullquote {

/// All operations throw WriteFailed with path and reason. Thread-safe if the file system is.
class Filesystem {
 public:
  virtual ~Filesystem() = default;
  /// Forces every file and folder below `root` (a file or a folder) to the disk.
  virtual void sync_tree(const std::filesystem::path& root) = 0;
  /// Writes a whole file and forces its bytes to the disk. Its name still needs sync_directory().
  virtual void write_synced(const std::filesystem::path& file, std::string_view bytes) = 0;
  /// Atomic; replaces a file at `to`.
  virtual void rename(const std::filesystem::path& from, const std::filesystem::path& to) = 0;
  /// Forces the entries of a folder (names, not contents) to the disk.
  virtual void sync_directory(const std::filesystem::path& folder) = 0;
  /// Makes a folder and those above it; fine when it exists.
  virtual void create_directories(const std::filesystem::path& folder) = 0;
  /// Removes a file or a folder with all in it; fine when there is none.
  virtual void remove_tree(const std::filesystem::path& root) = 0;
  /// Free bytes of the disk that holds `folder`, for us.
  virtual std::uint64_t available_bytes(const std::filesystem::path& folder);
};

/// The operating system's.
Filesystem& real_filesystem();

}  // namespace pullquote
