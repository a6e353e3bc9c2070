// SPDX-License-Identifier: GPL-3.0-or-later
/// rank_index() with the file system of publication as an argument, so that tests can let it fail.
#pragma once

#include <stop_token>

#include "indexer/publish/filesystem.h"
#include "pullquote/index_ranker.h"

namespace pullquote {

/// What rank_index() says, publishing through `filesystem`.
RankReport rank_generation(const RankOptions& options, Reporter& reporter,
                           const std::stop_token& stop, Filesystem& filesystem);

}  // namespace pullquote
