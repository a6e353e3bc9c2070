// SPDX-License-Identifier: GPL-3.0-or-later
/// A cache of planned words.
///
/// Planning a word stems it in each language of the index, does the same for its other spellings,
/// and looks up each of these terms. The same words come again in query after query.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "schema/analysis/string_hash.h"
#include "searcher/planning/plan.h"

namespace pullquote {

/// For one generation. One thread at a time.
class KnownWords {
 public:
  /// The plan of a word, for any boost.
  struct Word {
    LeafPlan leaf;                        ///< with boost 1
    std::vector<std::string> expansions;  ///< other spellings whose lists are in `leaf`
  };

  /// The word remembered under `key`; null when there is none. Valid until the next call of
  /// remember().
  const Word* find(std::string_view key) const {
    const auto found = words_.find(key);
    return found == words_.end() ? nullptr : &found->second;
  }

  /// Stores `word` under `key` and returns the stored copy.
  const Word& remember(std::string key, Word word) {
    if (words_.size() >= kMostWords) words_.clear();
    return words_.insert_or_assign(std::move(key), std::move(word)).first->second;
  }

 private:
  /// The cache is emptied when it holds this many words, some ten megabytes.
  static constexpr std::size_t kMostWords = 1 << 14;

  StringMap<Word> words_;
};

}  // namespace pullquote
