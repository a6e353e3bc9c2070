// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/analysis/broken_words.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_set>
#include <vector>

#include "lexicon/pullquote_schema.h"
#include "schema/analysis/inflections.h"
#include "schema/analysis/lexicon_rows.h"

namespace pullquote {
namespace {

/// With their longest inflection; pieces that add up to more need not be looked up.
constexpr std::size_t kLongestWord = 24;

constexpr std::array<std::string_view, 12> kPrefixes{"anti", "co",  "de",  "dis", "ex", "mis",
                                                     "non",  "pre", "pro", "re",  "un", "up"};

const std::unordered_set<std::string>& common_words() {
  static const std::unordered_set<std::string> words = [] {
    std::unordered_set<std::string> all;
    for_each_row(lexicon::common_words, [&all](const std::vector<std::string_view>& row) {
      if (row.size() != 2) return;
      for (std::string& form : inflections(row[0], row[1])) all.insert(std::move(form));
    });
    return all;
  }();
  return words;
}

}  // namespace

std::string_view find_broken_word(std::string_view first, std::string_view second) {
  if (first.size() < 2 || second.size() < 2) return {};
  if (first.size() + second.size() > kLongestWord) return {};
  if (std::find(kPrefixes.begin(), kPrefixes.end(), first) != kPrefixes.end()) return {};
  const auto word = common_words().find(std::string(first).append(second));
  return word == common_words().end() ? std::string_view{} : std::string_view{*word};
}

}  // namespace pullquote
