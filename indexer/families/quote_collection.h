// SPDX-License-Identifier: GPL-3.0-or-later
/// All quotes of a generation in the few bytes each that finding their families needs: 16 and four
/// a word, equal wordings stored once.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "indexer/families/speaker_table.h"
#include "pullquote/article.h"
#include "schema/wording/wording.h"

namespace pullquote {

/// Numbers of texts count from 0 in the order of their first quotes.
inline constexpr std::uint32_t kNoText = UINT32_MAX;

/// Distinct wordings, one after another.
class WordingTable final {
 public:
  WordingTable();

  /// The number of a wording, new or known; kNoText for an empty one.
  std::uint32_t add(std::span<const WordKey> keys);

  std::uint32_t size() const { return static_cast<std::uint32_t>(begins_.size() - 1); }
  std::uint64_t words() const { return keys_.size(); }
  std::span<const WordKey> operator[](std::uint32_t text) const {
    return std::span(keys_).subspan(begins_[text], begins_[text + 1] - begins_[text]);
  }

  /// Gives back what only add() needs.
  void freeze();

 private:
  void grow();

  std::vector<WordKey> keys_;
  std::vector<std::uint64_t> begins_;
  std::vector<std::uint32_t> slots_;  // open addressing: number + 1, 0 is empty
};

struct QuoteRow {
  std::uint32_t article = 0;
  std::uint32_t speaker = 0;     ///< of SpeakerTable
  std::uint32_t text = kNoText;  ///< kNoText: it quotes nobody, or has no words
  std::uint32_t words = 0;
};

/// What one worker has read of some articles in a row, for add().
struct QuoteBatch {
  struct Row {
    std::uint32_t words = 0;  ///< of `keys`, in turn
    bool quotes_somebody = false;
    std::string speaker;
  };
  struct ArticleRow {
    std::string outlet;
    std::string language;
    std::int64_t published = 0;  ///< unix seconds; kUnknownTime
    std::vector<Row> quotes;
  };
  std::vector<ArticleRow> articles;
  std::vector<WordKey> keys;

  void add(const Article& article, WordingReader& reader);

 private:
  Wording wording_;
};

/// One thread at a time.
struct QuoteCollection {
  std::vector<QuoteRow> quotes;
  std::vector<std::uint32_t> article_outlet;
  std::vector<std::int64_t> article_published;
  std::vector<std::string> outlets{""};
  SpeakerTable speakers;
  WordingTable texts;

  /// Appends articles in their order.
  void add(const QuoteBatch& batch);

  std::int64_t published(std::uint32_t quote) const {
    return article_published[quotes[quote].article];
  }

 private:
  std::uint32_t outlet_number(const std::string& name);

  std::unordered_map<std::string, std::uint32_t> outlet_numbers_;  // by folded name
};

}  // namespace pullquote
