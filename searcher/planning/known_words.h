// SPDX-License-Identifier: GPL-3.0-or-later
/// Words as they were planned before.
///
/// To plan a word it is stemmed in each language of the index, its spellings are tried in the same
/// way, and each of these terms is looked up; the same words come again in query after query.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "schema/analysis/string_hash.h"
#include "searcher/planning/plan.h"

namespace pullquote {

/// One thread at a time; of one generation.
class KnownWords {
 public:
  struct Word {
    LeafPlan leaf;                        ///< of boost 1
    std::vector<std::string> expansions;  ///< spellings that took part
  };

  /// Null: not known. Valid until the next call of remember().
  const Word* find(std::string_view key) const {
    const auto found = words_.find(key);
    return found == words_.end() ? nullptr : &found->second;
  }

  const Word& remember(std::string key, Word word) {
    if (words_.size() >= kMostWords) words_.clear();
    return words_.insert_or_assign(std::move(key), std::move(word)).first->second;
  }

 private:
  /// Forgets everything then: some ten megabytes.
  static constexpr std::size_t kMostWords = 1 << 14;

  StringMap<Word> words_;
};

}  // namespace pullquote
