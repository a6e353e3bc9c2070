// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/options/key_values.h"

#include <algorithm>

namespace pullquote::cli {

bool read_key_value(std::string_view text, std::map<std::string, std::string>& map) {
  const std::size_t equals = text.find('=');
  if (equals == 0 || equals == std::string_view::npos) return false;
  map[std::string(text.substr(0, equals))] = text.substr(equals + 1);
  return true;
}

bool read_key_values(std::string_view text, std::map<std::string, std::string>& map) {
  for (;;) {
    const std::size_t comma = text.find(',');
    if (!read_key_value(text.substr(0, comma), map)) return false;
    if (comma == std::string_view::npos) return true;
    text.remove_prefix(comma + 1);
  }
}

}  // namespace pullquote::cli
