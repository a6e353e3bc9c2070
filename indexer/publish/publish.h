// SPDX-License-Identifier: GPL-3.0-or-later
/// Making a generation the one that new searchers open, and letting old ones go.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "pullquote/generation.h"
#include "schema/io/filesystem.h"
#include "schema/store/layout.h"

namespace pullquote {

/// Moves staging/ID to generations/ID and makes CURRENT name it. A crash at any line leaves CURRENT
/// naming a complete generation, the old one or the new one. The caller holds the lock.
/// @return a warning for people when the generation is published, but may not outlive a power cut;
///         else empty.
/// @throws WriteFailed  it is not published.
std::string publish_staged(Filesystem& filesystem, const StoreLayout& store,
                           const GenerationId& id);

/// Takes a generation back whose publication failed, unless CURRENT names it. Whatever cannot be
/// removed either stays.
void withdraw(Filesystem& filesystem, const StoreLayout& store, const GenerationId& id) noexcept;

/// Makes CURRENT name a generation that is complete and on the disk already. Returns and throws
/// like publish_staged().
std::string publish_existing(Filesystem& filesystem, const StoreLayout& store,
                             const GenerationId& id);

/// The folders below generations/ with well-formed names, oldest first; empty when there are none.
/// @throws IndexUnavailable when the folder cannot be read.
std::vector<GenerationId> generations_on_disk(const StoreLayout& store);

/// What CURRENT names; empty when nothing is published or the file is damaged.
std::optional<GenerationId> published_generation(const StoreLayout& store);

/// The manifest of a generation that this program can read.
/// @throws IndexUnavailable, IndexCorrupt, SchemaMismatch
Manifest readable_manifest(const StoreLayout& store, const GenerationId& id);

/// Which generations go when `keep` (at least 1) stay: the oldest, never the published one.
std::vector<GenerationId> surplus_generations(const std::vector<GenerationId>& oldest_first,
                                              const std::optional<GenerationId>& published,
                                              unsigned keep);

/// Removes what surplus_generations() names, except what somebody reads (see generation_lock.h).
/// Each is moved out of generations/ first, so that a crash leaves no incomplete generation there.
/// @return those that stay because they are read; a later call removes them.
std::vector<GenerationId> remove_surplus(Filesystem& filesystem, const StoreLayout& store,
                                         unsigned keep);

/// Removes all that crashed or refused builds left behind: CURRENT.next, and below staging/ what is
/// named like a generation. Anything else there stays. The caller holds the lock.
void clear_staging(Filesystem& filesystem, const StoreLayout& store);

/// An id for a generation built at `unix_seconds`, greater than all of `taken` even when the clock
/// went back.
GenerationId next_generation_id(std::int64_t unix_seconds, const std::vector<GenerationId>& taken);

}  // namespace pullquote
