// SPDX-License-Identifier: GPL-3.0-or-later
/// The files of one generation, opened: what a Generation keeps.
#pragma once

#include <filesystem>
#include <memory>
#include <vector>

#include "pullquote/generation.h"
#include "schema/store/generation_lock.h"
#include "searcher/lists/part_files.h"

namespace pullquote {

/// Immutable and thread-safe.
class GenerationFiles final {
 public:
  /// @param folder  of the generation.
  /// @throws IndexUnavailable, SchemaMismatch, IndexCorrupt
  explicit GenerationFiles(const std::filesystem::path& folder);

  const Manifest& manifest() const { return manifest_; }
  const std::filesystem::path& folder() const { return folder_; }
  const std::vector<std::unique_ptr<const PartFiles>>& parts() const { return parts_; }

 private:
  std::filesystem::path folder_;
  GenerationHold hold_;  ///< before what is opened, so that it stays on the disk
  Manifest manifest_;
  std::vector<std::unique_ptr<const PartFiles>> parts_;
};

}  // namespace pullquote
