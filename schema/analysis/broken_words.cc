// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/analysis/broken_words.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "lexicon/pullquote_schema.h"
#include "schema/analysis/inflections.h"
#include "schema/analysis/joined_word.h"
#include "schema/analysis/lexicon_rows.h"
#include "schema/analysis/text_arena.h"
#include "schema/analysis/word_table.h"

namespace pullquote {
namespace {

/// With their longest inflection; pieces that add up to more need not be looked up.
constexpr std::size_t kLongestWord = 24;

constexpr std::array<std::string_view, 12> kPrefixes{"anti", "co",  "de",  "dis", "ex", "mis",
                                                     "non",  "pre", "pro", "re",  "un", "up"};

class CommonWords {
 public:
  CommonWords() {
    for_each_row(lexicon::common_words, [this](const std::vector<std::string_view>& row) {
      if (row.size() != 2) return;
      for (const std::string& form : inflections(row[0], row[1])) {
        if (words_.find(form) == nullptr) words_.add(texts_.store(form), {});
      }
    });
  }

  /// As it is kept; empty when it is none of them.
  std::string_view find(std::string_view word) const {
    const auto* entry = words_.find(word);
    return entry == nullptr ? std::string_view{} : entry->word;
  }

 private:
  TextArena texts_;
  WordSet words_;
};

const CommonWords& common_words() {
  static const CommonWords words;
  return words;
}

}  // namespace

std::string_view find_broken_word(std::string_view first, std::string_view second) {
  if (first.size() < 2 || second.size() < 2) return {};
  if (first.size() + second.size() > kLongestWord) return {};
  if (std::find(kPrefixes.begin(), kPrefixes.end(), first) != kPrefixes.end()) return {};
  return common_words().find(JoinedWord<kLongestWord>(first, second).view());
}

}  // namespace pullquote
