// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/analysis/languages.h"

#include <algorithm>
#include <array>
#include <span>

#include "pullquote/analyzer.h"
#include "schema/analysis/ascii.h"

namespace pullquote {
namespace {

// Two columns of one table, in alphabetical order of the codes. English is Snowball's revised
// Porter stemmer ("english", not "porter"), as in Xapian.
constexpr std::array<std::string_view, 28> kCodes{
    "ar", "ca", "da", "de", "el", "en", "es", "eu", "fi", "fr", "ga", "hi", "hu", "hy",
    "id", "it", "lt", "ne", "nl", "no", "pt", "ro", "ru", "sr", "sv", "ta", "tr", "yi"};
constexpr std::array<const char*, kCodes.size()> kAlgorithms{
    "arabic",     "catalan", "danish",     "german",  "greek", "english",   "spanish",
    "basque",     "finnish", "french",     "irish",   "hindi", "hungarian", "armenian",
    "indonesian", "italian", "lithuanian", "nepali",  "dutch", "norwegian", "portuguese",
    "romanian",   "russian", "serbian",    "swedish", "tamil", "turkish",   "yiddish"};
static_assert(std::is_sorted(kCodes.begin(), kCodes.end()));

}  // namespace

const char* stemmer_algorithm(std::string_view language) {
  const auto* const found = std::lower_bound(kCodes.begin(), kCodes.end(), language);
  if (found == kCodes.end() || *found != language) return nullptr;
  return kAlgorithms[static_cast<std::size_t>(found - kCodes.begin())];
}

std::string primary_language(std::string_view tag) {
  const std::string language = ascii_lower(tag.substr(0, tag.find_first_of("-_")));
  return language == "nb" || language == "nn" ? "no" : language;
}

std::span<const std::string_view> stemmed_languages() {
  return kCodes;
}

}  // namespace pullquote
