// SPDX-License-Identifier: GPL-3.0-or-later
/// Whether the ranked files of a part say what its database says.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "indexer/publish/verification.h"
#include "pullquote/generation.h"

namespace pullquote {

/// Adds what is wrong to `faults`. Nothing is wrong with a part that has none of the files.
/// Streams.
///
/// A sample looks up the words of some headlines and the ids of these articles, and adds a line for
/// each that is wrong. In full, every list is compared posting by posting with the database's:
/// docids, wdfs and impacts with the lengths in the columns, and every id with its record; every
/// pair with the positions of its words. Positions are read of all articles and compared of up to
/// 2,048, evenly spread, for the database is slow to give them; that of a lean index has none. A
/// file is left at its first fault.
/// @throws IndexUnavailable, IndexCorrupt, Xapian::Error
void check_ranked(const std::filesystem::path& folder, const GenerationPart& part,
                  const Manifest& manifest, Depth depth, std::vector<std::string>& faults);

}  // namespace pullquote
