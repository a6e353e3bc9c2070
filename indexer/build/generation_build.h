// SPDX-License-Identifier: GPL-3.0-or-later
/// build_index() with the file system of publication as an argument, so that tests can let it fail.
#pragma once

#include <stop_token>

#include "pullquote/index_builder.h"
#include "schema/io/filesystem.h"

namespace pullquote {

/// What build_index() says, publishing through `filesystem`.
BuildReport build_generation(const BuildOptions& options, Reporter& reporter,
                             const std::stop_token& stop, Filesystem& filesystem);

}  // namespace pullquote
