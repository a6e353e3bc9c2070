// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <string_view>

#include "schema/io/filesystem.h"

namespace pullquote::testing {

/// The operating system's file system on a disk with so many free bytes.
class SmallDisk final : public Filesystem {
 public:
  using Path = std::filesystem::path;
  explicit SmallDisk(std::uint64_t free_bytes) : free_bytes_(free_bytes) {}

  void sync_tree(const Path& root) override { real_filesystem().sync_tree(root); }
  void write_synced(const Path& file, std::string_view bytes) override {
    real_filesystem().write_synced(file, bytes);
  }
  void rename(const Path& from, const Path& to) override { real_filesystem().rename(from, to); }
  void sync_directory(const Path& folder) override { real_filesystem().sync_directory(folder); }
  void create_directories(const Path& folder) override {
    real_filesystem().create_directories(folder);
  }
  void remove_tree(const Path& root) override { real_filesystem().remove_tree(root); }
  std::uint64_t available_bytes(const Path&) override { return free_bytes_; }

 private:
  const std::uint64_t free_bytes_;
};

}  // namespace pullquote::testing
