// SPDX-License-Identifier: GPL-3.0-or-later
/// Generations of an index: list them, go back to one, check one, remove old ones.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "pullquote/generation.h"

namespace pullquote {

struct GenerationInfo {
  Manifest manifest;
  bool published = false;  ///< CURRENT names it
};

/// All complete generations, newest first. An index without any gives an empty list.
/// @throws IndexUnavailable when `index` is no readable folder.
std::vector<GenerationInfo> list_generations(const std::filesystem::path& index);

/// Publishes an older generation again: the one given, else the newest one before the published.
/// @return the id now published. @throws LockHeld, IndexUnavailable when there is none.
GenerationId rollback(const std::filesystem::path& index, std::optional<GenerationId> to = {});

/// Checks everything a generation claims: manifest, checksums, counts, fingerprints, Xapian's own
/// consistency. @return what is wrong, one line each; empty: nothing.
std::vector<std::string> verify_generation(const std::filesystem::path& index, const GenerationId& id);

}  // namespace pullquote
