// SPDX-License-Identifier: GPL-3.0-or-later
/// A file system in memory that loses power at the step chosen. It distinguishes what was written
/// from what has reached the disk: bytes of a file reach it when the file is synced, names (new
/// files, renames) when the folder that holds them is synced.
///
/// After a power loss either only that is left ("strict"), or names have reached the disk early and
/// bytes have not ("eager"): both happen in practice, and a correct order of steps survives both.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "schema/io/filesystem.h"

namespace pullquote::testing {

/// Thrown instead of going on.
struct PowerLoss {};

class CrashingFilesystem final : public Filesystem {
 public:
  using Path = std::filesystem::path;

  /// @param crashing_step  from 1; 0: never.
  explicit CrashingFilesystem(unsigned crashing_step = 0) : crashing_step_(crashing_step) {}

  unsigned steps() const { return steps_; }

  /// A file as a writer leaves it that syncs nothing.
  void write(const Path& file, std::string_view bytes) { now_[file] = {std::string(bytes), ""}; }

  /// Everything written so far reaches the disk.
  void settle() {
    for (auto& [path, file] : now_) file.on_disk = file.bytes;
    names_on_disk_ = now_;
  }

  /// Path to bytes, as found after the power came back.
  std::map<Path, std::string> survivors(bool eager) const {
    std::map<Path, std::string> found;
    for (const auto& [path, file] : eager ? now_ : names_on_disk_) found[path] = file.on_disk;
    return found;
  }

  void sync_tree(const Path& root) override {
    step();
    for (auto& [path, file] : now_) {
      if (!is_below(path, root)) continue;
      file.on_disk = file.bytes;
      names_on_disk_[path] = file;
    }
  }
  void write_synced(const Path& file, std::string_view bytes) override {
    step();
    now_[file] = {std::string(bytes), std::string(bytes)};
    if (names_on_disk_.contains(file)) names_on_disk_[file] = now_[file];
  }
  void rename(const Path& from, const Path& to) override {
    step();
    move(from, to, now_);
    unsynced_renames_.emplace_back(from, to);
  }
  void sync_directory(const Path& folder) override {
    step();
    std::erase_if(unsynced_renames_, [&](const auto& rename) {
      if (rename.second.parent_path() != folder) return false;
      move(rename.first, rename.second, names_on_disk_);
      return true;
    });
    for (const auto& [path, file] : now_) {
      if (path.parent_path() == folder) names_on_disk_[path] = file;
    }
  }
  void create_directories(const Path&) override { step(); }
  void remove_tree(const Path& root) override {
    step();
    std::erase_if(now_, [&](const auto& entry) { return is_below(entry.first, root); });
  }

 private:
  struct File {
    std::string bytes;
    std::string on_disk;
  };
  using Files = std::map<Path, File>;

  static bool is_below(const Path& path, const Path& root) {
    return path == root || path.native().starts_with(root.native() + "/");
  }

  static void move(const Path& from, const Path& to, Files& files) {
    Files moved;
    std::erase_if(files, [&](const auto& entry) {
      if (!is_below(entry.first, from)) return false;
      moved[entry.first == from ? to : to / entry.first.lexically_relative(from)] = entry.second;
      return true;
    });
    for (auto& [path, file] : moved) files[path] = file;
  }

  void step() {
    if (++steps_ == crashing_step_) throw PowerLoss{};
  }

  const unsigned crashing_step_;
  unsigned steps_ = 0;
  Files now_;
  Files names_on_disk_;
  std::vector<std::pair<Path, Path>> unsynced_renames_;
};

}  // namespace pullquote::testing
