// SPDX-License-Identifier: GPL-3.0-or-later
/// Generations of an index: list them, go back to one, check one, remove old ones.
///
///     for (const GenerationInfo& info : list_generations("/srv/news")) {
///       std::cout << info.id.value << (info.published ? " *" : "") << '\n';
///     }
#pragma once

#include <filesystem>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "pullquote/generation.h"
#include "pullquote/reporter.h"

namespace pullquote {

struct GenerationInfo {
  GenerationId id;
  bool published = false;  ///< CURRENT names it
  /// Why this program cannot search it: "damaged: ...", "format 2: run 'pullquote reindex'", or
  /// "schema ..., not readable by this program"; empty: it can.
  std::string fault;
  Manifest manifest;  ///< nothing but its schema is set where there is a fault
};

/// All generations with a manifest, and the published one in any case; newest first. An index
/// without any gives an empty list.
/// @throws IndexUnavailable when `index` is no readable folder.
std::vector<GenerationInfo> list_generations(const std::filesystem::path& index);

/// The id of the published generation, whatever state that is in.
/// @throws IndexUnavailable when nothing is published, IndexCorrupt when CURRENT is damaged.
GenerationId current_generation(const std::filesystem::path& index);

/// Publishes an older generation again: the one given, else the newest one before the published
/// that this program can read; of all, when CURRENT is damaged.
/// @return the id now published. @throws LockHeld, WriteFailed, IndexUnavailable when there is
/// none; IndexCorrupt or SchemaMismatch when the one given cannot be read.
GenerationId rollback(const std::filesystem::path& index, std::optional<GenerationId> to = {},
                      Reporter& reporter = silent_reporter());

/// Checks everything a generation claims: manifest, checksums, counts, fingerprints, every list, and
/// Xapian's own consistency where its files may be written. Reads every byte, some seconds for a
/// gigabyte; writes nothing. Files whose checksum is wrong are not opened.
/// @return what is wrong, one line each; empty: nothing. @throws Interrupted
std::vector<std::string> verify_generation(const std::filesystem::path& index,
                                           const GenerationId& id,
                                           Reporter& reporter = silent_reporter(),
                                           std::stop_token stop = {});

}  // namespace pullquote
