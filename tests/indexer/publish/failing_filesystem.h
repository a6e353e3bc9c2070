// SPDX-License-Identifier: GPL-3.0-or-later
/// The operating system's file system, but throwing at the step chosen.
#pragma once

#include <filesystem>
#include <string_view>

#include "pullquote/error.h"
#include "schema/io/filesystem.h"

namespace pullquote::testing {

class FailingFilesystem final : public Filesystem {
 public:
  using Path = std::filesystem::path;

  /// @param failing_step  from 1; 0: never.
  explicit FailingFilesystem(unsigned failing_step) : failing_step_(failing_step) {}

  unsigned steps() const { return steps_; }

  void sync_tree(const Path& root) override {
    step();
    real_filesystem().sync_tree(root);
  }
  void write_synced(const Path& file, std::string_view bytes) override {
    step();
    real_filesystem().write_synced(file, bytes);
  }
  void rename(const Path& from, const Path& to) override {
    step();
    real_filesystem().rename(from, to);
  }
  void sync_directory(const Path& folder) override {
    step();
    real_filesystem().sync_directory(folder);
  }
  void create_directories(const Path& folder) override {
    step();
    real_filesystem().create_directories(folder);
  }
  void remove_tree(const Path& root) override {
    step();
    real_filesystem().remove_tree(root);
  }

 private:
  void step() {
    if (++steps_ == failing_step_) throw WriteFailed("the disk is full (as the test asks)");
  }

  const unsigned failing_step_;
  unsigned steps_ = 0;
};

}  // namespace pullquote::testing
