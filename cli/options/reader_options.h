// SPDX-License-Identifier: GPL-3.0-or-later
/// The options of `build` and `inspect` that decide how inputs are read.
#pragma once

#include "cli/options/options.h"
#include "pullquote/article_reader.h"

namespace pullquote::cli {

/// Describes --input-format, --map, --set, --path-fields, --file-times, --no-sidecars and --limits.
/// `reader` must outlive the table.
void add_reader_options(OptionTable& options, ReaderOptions& reader);

}  // namespace pullquote::cli
