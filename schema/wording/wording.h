// SPDX-License-Identifier: GPL-3.0-or-later
/// The words of a quotation as far as two printings of it agree on them.
///
/// One outlet writes "finalise", the next "finalize"; one has curly marks, one a misprinted
/// capital, one
/// "[to ensure]" in brackets. So a quotation is compared as a sequence of word keys: case, accents,
/// glyphs, punctuation, ellipses and bracketed insertions are gone, British and American spellings
/// share a key, and known compounds are their parts ("ceasefire" is "cease fire"). Pieces at
/// apostrophes and hyphens are words of their own, so that "we've" and "we have" differ in one
/// word.
///
/// Keys are hashes: equal words have equal keys, and different ones have the same key about once in
/// two thousand million pairs, which no comparison of whole quotations notices.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "pullquote/quote.h"

namespace pullquote {

class IrregularWords;

/// The lowest bit is set for words that carry content: all but those of
/// data/lexicon/plain-words.tsv.
using WordKey = std::uint32_t;

constexpr bool carries_content(WordKey key) {
  return (key & 1U) != 0;
}

/// Keys and the bytes of the text that they stand for, in order. Parts of a compound share a span.
struct Wording {
  std::vector<WordKey> keys;
  std::vector<ByteSpan> spans;

  void clear() {
    keys.clear();
    spans.clear();
  }
};

/// Whether what stands in square brackets counts. Not for telling whether two texts are one
/// quotation; but whoever shows their differences shows it.
enum class Brackets : std::uint8_t { Skip, Keep };

/// Reads texts into wordings. Remembers words, so keep it; one thread at a time.
class WordingReader final {
 public:
  WordingReader();

  /// Replaces `wording` by that of `text`, any bytes of up to 4 GiB.
  void read(std::string_view text, Wording& wording, Brackets brackets = Brackets::Skip);

 private:
  /// What a word, by its plain hash, became.
  struct Known {
    std::uint32_t hash = 0;
    std::uint32_t count = 0;  ///< of keys; 0: an empty slot
    std::array<WordKey, 3> keys{};
  };

  const Known& known(std::uint32_t hash, std::string_view folded);
  void add_word(std::uint32_t hash, std::string_view folded, ByteSpan span, Wording& wording);

  const IrregularWords& irregular_;
  std::vector<Known> cache_;
};

/// How many of the keys carry content.
std::uint32_t content_words(std::span<const WordKey> keys);

/// Three neighbouring words as one number, the unit by which candidates are found; 0 when none of
/// them carries content.
inline std::uint64_t shingle_of(WordKey first, WordKey second, WordKey third) {
  if (((first | second | third) & 1U) == 0) return 0;
  std::uint64_t hash = first;
  hash = (hash ^ (hash >> 29)) * 0xBF58476D1CE4E5B9ULL + second;
  hash = (hash ^ (hash >> 32)) * 0x94D049BB133111EBULL + third;
  hash = (hash ^ (hash >> 29)) * 0xBF58476D1CE4E5B9ULL;
  return hash ^ (hash >> 32);
}

/// Words in a shingle.
inline constexpr std::size_t kShingleWords = 3;

}  // namespace pullquote
