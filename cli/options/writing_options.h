// SPDX-License-Identifier: GPL-3.0-or-later
/// What the commands share that write a generation: `build` and `reindex`.
#pragma once

#include <string>

#include "cli/options/command.h"
#include "pullquote/reindexer.h"

namespace pullquote::cli {

/// Describes --threads, --memory, --unchecked-space, --compression, --xapian, --keep, --weights,
/// --k1 and --b. What is not set yet has no default.
void add_writing_options(OptionTable& options, ReindexOptions& writing);

/// Prints the report of a generation that is published already.
/// @throws WriteFailed that says so
void print_report(const std::string& report, const GenerationId& published, Context& context);

}  // namespace pullquote::cli
