// SPDX-License-Identifier: GPL-3.0-or-later
/// Phrases as patterns over word positions, and the search for their occurrences in one text.
///
/// A phrase is a row of places. Each place offers paths: one word, or several words in a row where
/// a compound may be written as one word or as two ("ceasefire", "cease fire"). Each word of a path
/// may have several spellings. Example: "cease fire talks" has the places {ceasefire | cease fire}
/// and {talks}.
///
/// Matching works on positions alone, so that searching (positions from the index) and highlighting
/// (positions from the text) agree by construction. It begins at the rarest place and extends each
/// occurrence to both sides. Cost: the positions of that place, and one binary search for each
/// further word.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace pullquote {

/// A half-open range of word positions, which count from 1.
struct WordSpan {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  friend auto operator<=>(const WordSpan&, const WordSpan&) = default;
};

/// What must stand in a row.
struct PhrasePattern {
  using Spellings = std::vector<std::size_t>;  ///< indexes into `terms`, alternatives of each other
  using Path = std::vector<Spellings>;         ///< words in a row
  using Place = std::vector<Path>;             ///< paths, alternatives of each other

  std::vector<std::string> terms;  ///< folded, without prefix, distinct
  std::vector<Place> places;       ///< in a row
  /// For each of `terms`, stored terms of its stems: every document that has the term in the field
  /// searched has one of these. An inner list is empty when the stems are unknown. The outer list
  /// is empty where the terms' own lists bring the candidates.
  std::vector<std::vector<std::string>> stems = {};

  friend bool operator==(const PhrasePattern&, const PhrasePattern&) = default;
};

/// The positions of a pattern's terms in one text, which may be read on demand.
class TermPositions {
 public:
  virtual ~TermPositions() = default;
  /// Distinct positions of terms[term] in rising order; empty when the text lacks the term. Valid
  /// until the next text.
  virtual const std::vector<std::uint32_t>& positions(std::size_t term) = 0;
};

/// Overwrites `spans` with all occurrences of `pattern`: distinct and rising.
/// @param order  a permutation of the places in which each place but the first is next to the
/// places before it: {2, 3, 1, 0}. It should begin with the rarest place, so that positions of
/// frequent words are rarely read.
void find_phrase(const PhrasePattern& pattern, std::span<const std::size_t> order,
                 TermPositions& text, std::vector<WordSpan>& spans);

/// An order for find_phrase() that begins with the cheapest place and goes on with the cheaper
/// neighbour.
/// @param costs  of each place, such as the number of its occurrences.
std::vector<std::size_t> evaluation_order(std::span<const std::uint64_t> costs);

}  // namespace pullquote
