// SPDX-License-Identifier: GPL-3.0-or-later
/// The words and stems that an inverter has met, with what would else be worked out anew in every
/// article: a word's stem, the terms that are made of them, and the numbers of those terms in the
/// lists of the segment at work.
#pragma once

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

/// Words and stems have numbers 0, 1, 2, ... each, which hold until forget_numbers(). One thread at
/// a time; some 30 MB at most for ordinary news.
class Vocabulary {
 public:
  /// A term that is made of a word or stem.
  struct Term {
    std::string_view name;  ///< empty until it is asked for
    glass::TermNumber number;
  };
  /// What is known of a word or stem.
  struct Known {
    Term anywhere;
    Term in_headline;
    Term in_quotes;
    glass::TermNumber in_quote_database;  ///< of `anywhere`
    std::uint32_t article = 0;            ///< the last one that has it, by the inverter's count
    std::uint32_t row = 0;                ///< there, in the inverter's rows
  };

  /// @param analyzer  that stems; must outlive this.
  explicit Vocabulary(Analyzer& analyzer) : analyzer_(analyzer) {}

  /// Before terms go to other lists. Forgets all when that is more than a table should hold.
  void forget_numbers();

  /// The numbers of words, appended to `numbers`; new ones are taken up.
  void find_words(std::span<const std::string_view> words, std::vector<std::uint32_t>& numbers) {
    words_.find_or_add(words, numbers);
  }
  /// The number of a word's stem in the analyser's language.
  std::uint32_t stem_of(std::uint32_t word);

  std::string_view word(std::uint32_t number) const { return words_.text(number); }
  std::string_view stem(std::uint32_t number) const { return stems_.text(number); }
  /// Valid until the next word, or stem, is taken up.
  Known& known_word(std::uint32_t number) { return words_[number]; }
  Known& known_stem(std::uint32_t number) { return stems_[number]; }

  /// @param frequent  the same in all calls.
  std::optional<std::uint16_t> frequent_number(std::uint32_t word, const FrequentWords& frequent);

  /// Gives the term its name, unless it has one: of the prefix and the word, or of "Z", the prefix
  /// and the stem (schema/terms/term_rules.h).
  void name(Term& term, std::string_view prefix, std::string_view word);
  void name_by_stem(Term& term, std::string_view prefix, std::string_view stem);

 private:
  struct KnownWord : Known {
    std::uint32_t stem = 0;      ///< in the language of this number, if that is not 0
    std::uint32_t language = 0;  ///< in languages_
    bool asked_whether_frequent = false;
    std::optional<std::uint16_t> frequent;
  };

  std::uint32_t language();

  Analyzer& analyzer_;
  std::map<std::string, std::uint32_t, std::less<>> languages_;  ///< to 1, 2, 3, ...
  std::string last_language_;
  std::uint32_t last_number_ = 0;  ///< of last_language_
  TermTable<KnownWord> words_;
  TermTable<Known> stems_;
  TextArena names_;
  std::string name_buffer_;
};

}  // namespace pullquote
