// SPDX-License-Identifier: GPL-3.0-or-later
/// Options and output of the commands that write a generation: `build` and `reindex`.
#pragma once

#include <string>

#include "cli/options/command.h"
#include "pullquote/reindexer.h"

namespace pullquote::cli {

/// Describes --threads, --memory, --unchecked-space, --compression, --xapian, --keep, --weights,
/// --k1 and --b. The help shows the values in `writing` as defaults; a member that is not set has
/// no default, and then stays as it is in the index. `writing` must outlive the table.
void add_writing_options(OptionTable& options, ReindexOptions& writing);

/// Prints the report of a generation that has been published. Where it cannot be written, a warning
/// on standard error says so: the generation is published all the same.
void print_report(const std::string& report, const GenerationId& published, Context& context);

}  // namespace pullquote::cli
