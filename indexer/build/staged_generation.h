// SPDX-License-Identifier: GPL-3.0-or-later
/// What every writer of a generation does alike: it takes the lock, writes below staging/,
/// describes the files in a manifest, has them verified and publishes them.
#pragma once

#include <filesystem>
#include <stop_token>

#include "indexer/publish/writer_lock.h"
#include "pullquote/generation.h"
#include "pullquote/reporter.h"
#include "schema/io/filesystem.h"
#include "schema/store/layout.h"

namespace pullquote {

/// One thread at a time. The file system must outlive it.
class StagedGeneration final {
 public:
  /// Takes the lock of the index, removes what crashed writers left, and makes the folder of a
  /// generation with a new id. @throws LockHeld, WriteFailed, IndexUnavailable
  StagedGeneration(Filesystem& filesystem, const std::filesystem::path& index);
  /// Removes the folder unless it was published; then it lets the lock go.
  ~StagedGeneration();
  StagedGeneration(const StagedGeneration&) = delete;
  StagedGeneration& operator=(const StagedGeneration&) = delete;

  const GenerationId& id() const { return id_; }
  const std::filesystem::path& folder() const { return folder_; }

  /// Adds size and checksum of a file to the manifest.
  /// @param path  relative to folder(). @throws IndexUnavailable
  void describe(const std::filesystem::path& path, Manifest& manifest) const;

  /// Fills in what is the same for every writer (id, time, program, schema) and writes the file.
  /// @throws WriteFailed
  void write_manifest(Manifest& manifest) const;

  /// @throws BuildRefused when the generation does not hold what its manifest claims; Interrupted
  void check(Reporter& reporter, const std::stop_token& stop) const;

  /// Makes this the generation that new searchers see, and removes all but `keep`. What cannot be
  /// removed is reported and stays. @throws WriteFailed when it was not published.
  void publish(unsigned keep, Reporter& reporter);

 private:
  void remove_old(unsigned keep, Reporter& reporter) const;

  Filesystem& filesystem_;
  const StoreLayout store_;
  const WriterLock lock_;
  GenerationId id_;
  std::filesystem::path folder_;
  bool published_ = false;
};

}  // namespace pullquote
