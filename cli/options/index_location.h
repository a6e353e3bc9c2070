// SPDX-License-Identifier: GPL-3.0-or-later
/// The option --index, and the folder of the index that a command works on.
#pragma once

#include <filesystem>
#include <string>

#include "cli/options/command.h"

namespace pullquote::cli {

/// Describes --index DIR. `index` stays empty when the option is not given.
void add_index_option(OptionTable& options, std::string& index);

/// The folder of the index: `index_option`, or else the variable PULLQUOTE_INDEX, or else the
/// user's data folder ($XDG_DATA_HOME/pullquote or ~/.local/share/pullquote). It need not exist.
/// @throws UsageError  not even HOME is set.
std::filesystem::path find_index(const std::string& index_option, const Context& context);

}  // namespace pullquote::cli
