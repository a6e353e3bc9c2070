// SPDX-License-Identifier: GPL-3.0-or-later
/// reindex() with the file system of publication as an argument, so that tests can let it fail.
#pragma once

#include <stop_token>

#include "pullquote/reindexer.h"
#include "schema/io/filesystem.h"

namespace pullquote {

/// What reindex() says, publishing through `filesystem`.
ReindexReport reindex_generation(const ReindexOptions& options, Reporter& reporter,
                                 const std::stop_token& stop, Filesystem& filesystem);

}  // namespace pullquote
