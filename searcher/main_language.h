// SPDX-License-Identifier: GPL-3.0-or-later
/// The language of an index.
#pragma once

#include <string>

#include "pullquote/generation.h"

namespace pullquote {

/// The language that most articles are written in, ties by code, English when none is known; see
/// Manifest.
inline std::string main_language(const Manifest& manifest) {
  std::string most_frequent = "en";
  std::uint64_t articles = 0;
  for (const auto& [language, count] : manifest.languages) {
    if (language.empty() || count <= articles) continue;
    most_frequent = language;
    articles = count;
  }
  return most_frequent;
}

}  // namespace pullquote
