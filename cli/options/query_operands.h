// SPDX-License-Identifier: GPL-3.0-or-later
/// Operands that form one text: "pullquote search harbour strike" searches for "harbour strike".
#pragma once

#include <string>
#include <vector>

namespace pullquote::cli {

/// The words with one blank between them.
inline std::string joined_by_spaces(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) {
    if (!text.empty()) text += ' ';
    text += word;
  }
  return text;
}

}  // namespace pullquote::cli
