// SPDX-License-Identifier: GPL-3.0-or-later
/// The words and stems that an inverter has met, with what would else be worked out anew in every
/// article: a word's stem, the terms that are made of them, and the numbers of those terms in the
/// lists of the segment at work.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/build/glass/inverted_document.h"
#include "indexer/build/ranked/frequent_words.h"
#include "indexer/build/term_table.h"
#include "pullquote/analyzer.h"
#include "schema/analysis/text_arena.h"

namespace pullquote {

/// Words and stems have numbers 0, 1, 2, ... each. They, and all views, hold until begin_article().
/// One thread at a time. Takes some 30 MB at most between articles
/// (MemoryBudget::kVocabularyBytes), and what the words of the article at work need.
class Vocabulary {
 public:
  /// More words or stems are forgotten: most of them will hardly come again.
  static constexpr std::size_t kMostWords = std::size_t{1} << 17;

  /// The terms that are made of a word or stem.
  enum Use : std::uint8_t { kAnywhere, kInHeadline, kInQuotes };
  static constexpr std::size_t kUses = 3;

  /// What is known of a word or stem. A table's row, so it is kept small.
  struct Known {
    std::array<const char*, kUses> names{};  ///< of its terms, behind their length; null: not made
    std::array<glass::TermNumber, kUses> numbers;
    glass::TermNumber in_quote_lists;  ///< of a stem's term for kAnywhere
    std::uint32_t article = 0;         ///< the last one that has it, by the inverter's count
    std::uint32_t row = 0;             ///< there, in the inverter's rows
  };

  /// @param analyzer  that stems; must outlive this. @param most_words  fewer in tests
  explicit Vocabulary(Analyzer& analyzer, std::size_t most_words = kMostWords)
      : analyzer_(analyzer), most_words_(most_words) {}

  /// Forgets all words when they are too many, or too long, to be kept.
  void begin_article();

  /// Before terms go to other lists.
  void forget_numbers();

  /// The numbers of words, appended to `numbers`; new ones are taken up.
  void find_words(std::span<const std::string_view> words, std::vector<std::uint32_t>& numbers) {
    words_.find_or_add(words, numbers);
  }
  /// The number of a word's stem in the analyser's language.
  std::uint32_t stem_of(std::uint32_t word);

  std::string_view word(std::uint32_t number) const { return words_.text(number); }
  /// Valid until the next word, or stem, is taken up.
  Known& known_word(std::uint32_t number) { return words_[number]; }
  Known& known_stem(std::uint32_t number) { return stems_[number]; }

  /// @param frequent  the same in all calls.
  std::optional<std::uint16_t> frequent_number(std::uint32_t word, const FrequentWords& frequent);

  /// The term of a word, or of a stem, for a use (schema/terms/term_rules.h).
  std::string_view word_term(std::uint32_t word, Use use);
  std::string_view stem_term(std::uint32_t stem, Use use);

 private:
  struct KnownWord : Known {
    std::uint32_t stem = 0;      ///< in the language of this number, if that is not 0
    std::uint32_t language = 0;  ///< in languages_
    std::optional<std::uint16_t> frequent;
    bool asked_whether_frequent = false;
  };
  static_assert(sizeof(Known) == 48 && sizeof(KnownWord) == 64);

  std::uint32_t language();
  const char* keep_term();

  Analyzer& analyzer_;
  const std::size_t most_words_;
  std::map<std::string, std::uint32_t, std::less<>> languages_;  ///< to 1, 2, 3, ...
  std::string last_language_;
  std::uint32_t last_number_ = 0;  ///< of last_language_
  TermTable<KnownWord> words_;
  TermTable<Known> stems_;
  TextArena names_;
  std::size_t name_bytes_ = 0;
  std::string term_;
};

}  // namespace pullquote
