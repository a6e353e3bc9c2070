// SPDX-License-Identifier: GPL-3.0-or-later
/// Who may remove a generation: nobody while somebody reads it.
///
/// A reader opens the files of a generation one after another, and each searcher opens its
/// databases anew; both by name. So a reader holds a shared `flock` on the manifest, and who
/// removes the generation needs the exclusive one and keeps it until the folder has lost its name:
///
///     reader    open manifest, lock shared, is the manifest still there by its name? -> held
///     remover   open manifest, lock exclusive, rename the folder away, remove it, unlock
///
/// Either the remover finds the lock taken, or the reader finds it taken or the name gone. The
/// kernel drops the lock of a process that dies. Where a file system knows no locks, both go on
/// without: then a reader is safe only as long as `keep` covers the time for which it reads.
#pragma once

#include <filesystem>

#include "schema/io/descriptor.h"

namespace pullquote {

/// Keeps the generation in `folder` on the disk while it lives. Immutable.
class GenerationHold final {
 public:
  /// A folder without a manifest is no generation and is not held.
  /// @throws IndexUnavailable when it is being removed.
  explicit GenerationHold(const std::filesystem::path& folder);

 private:
  Descriptor manifest_;
};

/// The right to remove a generation, for the holder of the writer's lock. To be kept until the
/// folder is renamed.
class GenerationRemoval final {
 public:
  explicit GenerationRemoval(const std::filesystem::path& folder);

  /// False while somebody reads the generation.
  bool granted() const { return granted_; }

 private:
  Descriptor manifest_;
  bool granted_ = true;
};

}  // namespace pullquote
