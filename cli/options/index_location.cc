// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/options/index_location.h"

namespace pullquote::cli {

void add_index_option(OptionTable& options, std::string& index) {
  options.text("index", "DIR",
               "The index (default: $PULLQUOTE_INDEX, else pullquote in the user's data folder)",
               index);
}

std::filesystem::path find_index(const std::string& index_option, const Context& context) {
  const auto set = [&](const char* name) {
    const char* value = context.environment(name);
    return std::string(value == nullptr ? "" : value);
  };
  if (!index_option.empty()) return index_option;
  if (const std::string index = set("PULLQUOTE_INDEX"); !index.empty()) return index;
  // The XDG specification asks to ignore relative paths.
  if (const std::filesystem::path data = set("XDG_DATA_HOME"); data.is_absolute()) {
    return data / "pullquote";
  }
  if (const std::string home = set("HOME"); !home.empty()) {
    return std::filesystem::path(home) / ".local" / "share" / "pullquote";
  }
  throw UsageError("no index is named: give --index DIR or set PULLQUOTE_INDEX");
}

}  // namespace pullquote::cli
