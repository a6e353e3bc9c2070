// SPDX-License-Identifier: GPL-3.0-or-later
/// Joins segments to one glass database: every table written once, in key order.
#pragma once

#include <array>
#include <filesystem>
#include <map>
#include <stop_token>
#include <string>
#include <vector>

#include "indexer/build/glass/list_observer.h"
#include "indexer/build/glass/segment.h"

namespace pullquote::glass {

/// Writes the database folder `directory` (made; must not hold one) from segments in docid order,
/// which together cover the docids from 1 without a hole. Uses two threads. The result is a
/// function of the arguments: byte for byte the same each time.
/// @param metadata   user metadata, key to value
/// @param observers  called from the threads that write the tables
/// @return the table of documents' data (docdata.glass), with checksums.
/// @throws WriteFailed, Interrupted
TableTree write_database(const std::filesystem::path& directory, std::vector<Segment> segments,
                         const std::map<std::string, std::string>& metadata,
                         const std::array<unsigned char, 16>& uuid, const DatabaseOptions& options,
                         std::stop_token stop = {}, ListObservers observers = {});

}  // namespace pullquote::glass
