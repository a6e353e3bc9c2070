// SPDX-License-Identifier: GPL-3.0-or-later
/// Runs the subcommand that the arguments name, and turns errors into messages and exit statuses.
#pragma once

#include <string>
#include <vector>

#include "cli/options/command.h"

namespace pullquote::cli {

/// Runs `pullquote ARGUMENTS...`: a subcommand, or else the program `pullquote-NAME` from PATH,
/// which replaces this process. Prints every error on standard error. Throws nothing but ClosedPipe
/// and Interrupted.
ExitStatus run_program(const std::vector<std::string>& arguments, Context& context);

/// The text of `pullquote --help`, wrapped to `columns`.
std::string overview(std::size_t columns);

/// The text of `pullquote COMMAND --help`, wrapped to `columns`, at most 100.
std::string command_help(const Command& command, std::size_t columns);

}  // namespace pullquote::cli
