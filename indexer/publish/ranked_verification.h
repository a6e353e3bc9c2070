// SPDX-License-Identifier: GPL-3.0-or-later
/// Whether the ranked files of a part say what its database says.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "indexer/publish/verification.h"
#include "pullquote/generation.h"

namespace pullquote {

/// Adds what is wrong to `faults`; at most one line for each file and kind of fault. Nothing is
/// wrong with a part that has none of the files. Streams.
///
/// A sample looks up the words of some headlines and the ids of these articles. In full, every list
/// is compared posting by posting with the database's: docids, wdfs, impacts with the lengths in
/// the columns, positions (which the database of a lean index lacks), and every id with its record.
/// @throws IndexUnavailable, IndexCorrupt, Xapian::Error
void check_ranked(const std::filesystem::path& folder, const GenerationPart& part,
                  const Manifest& manifest, Depth depth, std::vector<std::string>& faults);

}  // namespace pullquote
