// SPDX-License-Identifier: GPL-3.0-or-later
/// What Generation hides: where the parts lie, and their mapped columns.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "pullquote/searcher.h"
#include "schema/store/generation_lock.h"
#include "searcher/matching/part_columns.h"
#include "searcher/matching/ranked_lists.h"

namespace pullquote {

/// Immutable and thread-safe. Holds no Xapian object: those belong to searchers, which open them
/// when they come, so that the files must still be there then.
class OpenGeneration final : public Generation {
 public:
  struct Part {
    std::filesystem::path articles;
    std::unique_ptr<const PartColumns> columns;
    std::unique_ptr<const RankedLists> ranked;  ///< null: none, or it cannot be used
  };

  /// @param folder  of the generation.
  /// @throws IndexUnavailable, SchemaMismatch, IndexCorrupt
  explicit OpenGeneration(const std::filesystem::path& folder);

  const Manifest& manifest() const override { return manifest_; }
  const std::filesystem::path& folder() const { return folder_; }
  const std::vector<Part>& parts() const { return parts_; }
  /// Why the ranked index is not used although there is one; empty: it is.
  const std::string& ranked_fault() const { return ranked_fault_; }

 private:
  void open_ranked();

  std::filesystem::path folder_;
  GenerationHold hold_;  ///< before what is opened, so that it stays on the disk
  Manifest manifest_;
  std::vector<Part> parts_;
  std::string ranked_fault_;
};

}  // namespace pullquote
