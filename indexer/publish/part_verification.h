// SPDX-License-Identifier: GPL-3.0-or-later
/// Whether the files of one part are whole and agree with each other.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "indexer/publish/verification.h"
#include "pullquote/generation.h"

namespace pullquote {

/// Adds what is wrong to `faults`. Both depths look at counts and fingerprints, and at some
/// articles spread evenly: their records, ids, headlines and impacts. In full, everything of every
/// file is read once as well.
/// @throws IndexUnavailable, IndexCorrupt at damage that a reader meets; Xapian::Error
void check_part(const std::filesystem::path& generation, const GenerationPart& part,
                const Manifest& manifest, Depth depth, const Supervision& supervision,
                std::vector<std::string>& faults);

}  // namespace pullquote
