// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/quotes/missing_close.h"

#include "indexer/quotes/characters.h"

namespace pullquote::quotes {
namespace {

constexpr std::size_t kMaxTagBytes = 80;
constexpr int kMaxTagWords = 6;

/// "he said", "said Dana Whitfield on Monday": few words, a finite verb of speech among the first
/// three, no first person (that would still be the speaker).
bool reads_as_tag(std::string_view tag, const Lexicon& lexicon) {
  int words = 0;
  bool verb = false;
  for (std::size_t at = 0; at < tag.size();) {
    std::size_t end = at;
    while (end < tag.size() && !is_ascii_space(tag[end])) ++end;
    if (end > at) {
      char buffer[kMaxFoldedBytes];
      const WordClasses classes = lexicon.classes_of(fold_word(tag.substr(at, end - at), buffer));
      constexpr WordClasses kSpeech = word_class::kFinite | word_class::kStrong;
      if (++words <= 3) verb = verb || (classes & kSpeech) == kSpeech;
      if ((classes & word_class::kPlural) && (classes & word_class::kPronoun)) return false;
      if (end - at == 1 && tag[at] == 'I') return false;
    }
    at = end + 1;
  }
  return verb && words >= 2 && words <= kMaxTagWords;
}

}  // namespace

std::optional<std::size_t> missing_close(std::string_view text, const Lexicon& lexicon) {
  std::size_t end = text.size();
  while (end > 0 && (is_ascii_space(text[end - 1]) ||
                     ends_sentence(static_cast<unsigned char>(text[end - 1])))) {
    --end;
  }
  const std::size_t first = end > kMaxTagBytes ? end - kMaxTagBytes : 0;
  for (std::size_t at = end; at-- > first;) {
    const char c = text[at];
    if (c != ',' && c != '?' && c != '!') continue;
    if (at + 1 >= end || !is_ascii_space(text[at + 1])) continue;
    if (reads_as_tag(text.substr(at + 1, end - at - 1), lexicon)) return at + 1;
    if (c != ',') break;
  }
  return std::nullopt;
}

}  // namespace pullquote::quotes
