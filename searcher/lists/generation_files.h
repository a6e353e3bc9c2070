// SPDX-License-Identifier: GPL-3.0-or-later
/// The opened files of one generation, kept alive by a Generation and shared by all of its
/// searchers.
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
  /// Opens the manifest and the files of every part.
  /// @param folder  the generation's folder.
  /// @throws IndexUnavailable  a file is missing or cannot be read, or the generation is being
  /// removed.
  /// @throws SchemaMismatch    it was built with another field table, analyser or format.
  /// @throws IndexCorrupt      a file contradicts itself or the manifest.
  explicit GenerationFiles(const std::filesystem::path& folder);

  const Manifest& manifest() const { return manifest_; }
  const std::filesystem::path& folder() const { return folder_; }
  /// In the order of the manifest.
  const std::vector<std::unique_ptr<const PartFiles>>& parts() const { return parts_; }

 private:
  std::filesystem::path folder_;
  /// Keeps the generation on the disk; taken before any other file is opened.
  GenerationHold hold_;
  Manifest manifest_;
  std::vector<std::unique_ptr<const PartFiles>> parts_;
};

}  // namespace pullquote
