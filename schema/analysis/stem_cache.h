// SPDX-License-Identifier: GPL-3.0-or-later
/// Snowball stems of one language, remembered.
///
/// News repeats itself: a few thousand words make up nearly all tokens, and looking a word up is
/// several times cheaper than stemming it. The table is open addressing over slots of half a cache
/// line that hold the word itself, so that a hit costs one line; most stems are the beginning of
/// their word and take no room of their own. The table is bounded: when it is full it starts again
/// from nothing, which costs milliseconds and happens once in some hundred thousand distinct words.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "schema/analysis/accents.h"

struct sb_stemmer;

namespace pullquote {

/// One thread at a time.
class StemCache {
 public:
  /// @param language ISO 639-1 code; without a stemmer for it every term is its own stem.
  explicit StemCache(std::string_view language);

  /// The stem of a folded term. The view lives until the next call. Terms with a digit, but for the
  /// plural of a designation ("f16s"), and terms longer than a word of any language are their own
  /// stem.
  std::string_view stem(std::string_view term);

 private:
  static constexpr std::size_t kSlotWord = 22;  ///< longer words are stemmed each time

  struct alignas(32) Slot {
    std::uint32_t hash = 0;         // 0: free
    std::uint32_t stem_offset = 0;  // in other_stems_, of a stem that is not the word's beginning
    std::uint8_t length = 0;
    std::uint8_t stem_length = 0;  // or kOther: it stands in other_stems_
    char word[kSlotWord] = {};
  };
  static_assert(sizeof(Slot) == 32);

  struct DeleteStemmer {
    void operator()(sb_stemmer* stemmer) const;
  };

  std::string_view compute(std::string_view term);
  std::string_view snowball(std::string_view term);
  std::string_view insert(std::string_view term, std::uint32_t hash);
  std::string_view stem_of(const Slot& slot) const;
  void grow_or_reset();
  Slot& free_slot(std::uint32_t hash);

  std::unique_ptr<sb_stemmer, DeleteStemmer> stemmer_;
  AccentRestorer accents_;
  std::string folded_stem_;  // where accents had been restored
  std::vector<Slot> slots_;
  std::size_t used_ = 0;
  std::string long_stem_;    // the last answer that no slot holds
  std::string other_stems_;  // each: one byte of length, then the stem
};

}  // namespace pullquote
