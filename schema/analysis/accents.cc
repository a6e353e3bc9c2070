// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/analysis/accents.h"

#include <algorithm>

#include "lexicon/pullquote_schema.h"
#include "schema/analysis/lexicon_rows.h"

namespace pullquote {
namespace {

/// Turkish i after a or ı is ı: the four-way harmony of nearly all suffixes. The other way round
/// nothing can be told: a folded u is u or ü as the stem's vowel is o or ö, u or ü.
std::string with_dotless_i(std::string_view term) {
  std::string restored;
  bool back = false;
  for (const char c : term) {
    if (c == 'i' && back) {
      restored += "ı";
    } else {
      restored += c;
      if (std::string_view("aeiou").find(c) != std::string_view::npos) back = c == 'a';
    }
  }
  return restored;
}

}  // namespace

AccentRestorer::AccentRestorer(std::string_view language) : harmony_(language == "tr") {
  if (language.empty()) return;  // made for every query that is parsed
  for_each_row(lexicon::stem_endings, [&](const std::vector<std::string_view>& row) {
    if (row.size() == 3 && row[0] == language) endings_.emplace_back(row[1], row[2]);
  });
  std::stable_sort(endings_.begin(), endings_.end(),
                   [](const auto& a, const auto& b) { return a.first.size() > b.first.size(); });
}

std::string AccentRestorer::restored(std::string_view term) const {
  if (harmony_) return with_dotless_i(term);
  for (const auto& [folded, written] : endings_) {
    if (!term.ends_with(folded)) continue;
    return std::string(term.substr(0, term.size() - folded.size())).append(written);
  }
  return std::string(term);
}

}  // namespace pullquote
