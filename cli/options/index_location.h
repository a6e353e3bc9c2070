// SPDX-License-Identifier: GPL-3.0-or-later
/// Which index a command means.
#pragma once

#include <filesystem>
#include <string>

#include "cli/options/command.h"

namespace pullquote::cli {

/// --index DIR, described once for all commands.
void add_index_option(OptionTable& options, std::string& index);

/// --index, else PULLQUOTE_INDEX, else the user's data folder: $XDG_DATA_HOME/pullquote or
/// ~/.local/share/pullquote. @throws UsageError when not even HOME is set.
std::filesystem::path find_index(const std::string& index_option, const Context& context);

}  // namespace pullquote::cli
