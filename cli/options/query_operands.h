// SPDX-License-Identifier: GPL-3.0-or-later
/// QUERY...: several operands as one text.
#pragma once

#include <string>
#include <vector>

namespace pullquote::cli {

inline std::string joined_by_spaces(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) {
    if (!text.empty()) text += ' ';
    text += word;
  }
  return text;
}

}  // namespace pullquote::cli
