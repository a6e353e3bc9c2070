// SPDX-License-Identifier: GPL-3.0-or-later
/// From arguments to a subcommand and its exit status.
#pragma once

#include <string>
#include <vector>

#include "cli/options/command.h"

namespace pullquote::cli {

/// Runs `pullquote ARGUMENTS...`: a subcommand of ours, else `pullquote-NAME` from PATH (which
/// replaces this process). Prints every error; throws ClosedPipe only, and Interrupted.
ExitStatus run_program(const std::vector<std::string>& arguments, Context& context);

/// The text of `pullquote --help`.
std::string overview(std::size_t columns);

/// The text of `pullquote COMMAND --help`.
std::string command_help(const Command& command, std::size_t columns);

}  // namespace pullquote::cli
