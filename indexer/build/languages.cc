// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/build/languages.h"

#include <algorithm>

namespace pullquote {

std::map<std::string, std::uint64_t> count_languages(std::span<const SpooledArticle> articles) {
  std::map<std::string, std::uint64_t> languages;
  for (const SpooledArticle& article : articles) {
    const auto& code = article.language;
    ++languages[std::string(code.begin(), std::find(code.begin(), code.end(), '\0'))];
  }
  return languages;
}

}  // namespace pullquote
