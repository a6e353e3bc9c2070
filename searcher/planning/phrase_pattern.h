// SPDX-License-Identifier: GPL-3.0-or-later
/// Which words must stand in a row, and where in a text they do.
///
/// A phrase is a row of places. Each place offers paths: one word, or several words in a row where
/// a compound may be written as one word or as two ("ceasefire", "cease fire"). Each word of a path
/// may have several spellings. All of it works on positions alone, so that searching (positions
/// from the index) and highlighting (positions from the text) agree by construction.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace pullquote {

/// A half-open range of word positions.
struct WordSpan {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  friend auto operator<=>(const WordSpan&, const WordSpan&) = default;
};

struct PhrasePattern {
  using Spellings = std::vector<std::size_t>;  ///< indexes into `terms`; any of them
  using Path = std::vector<Spellings>;         ///< words in a row
  using Place = std::vector<Path>;             ///< any of them

  std::vector<std::string> terms;  ///< folded, without prefix, distinct
  std::vector<Place> places;       ///< in a row
  /// Of each term, stored terms of which every document has one that has the term where it is
  /// looked for; none: not known. Empty where the terms' own lists say as much.
  std::vector<std::vector<std::string>> stems = {};

  friend bool operator==(const PhrasePattern&, const PhrasePattern&) = default;
};

/// Where the terms of a pattern stand in one text.
class TermPositions {
 public:
  virtual ~TermPositions() = default;
  /// Rising and distinct; empty when the text lacks the term. Valid until the next text.
  virtual const std::vector<std::uint32_t>& positions(std::size_t term) = 0;
};

/// All occurrences of `pattern`, rising and distinct, into `spans`.
/// @param order  all places, each but the first next to those before it: the one to begin with
///               should be the rarest, so that positions of frequent words are rarely asked for.
void find_phrase(const PhrasePattern& pattern, std::span<const std::size_t> order,
                 TermPositions& text, std::vector<WordSpan>& spans);

/// An order for find_phrase() that begins with the place of least cost and goes on with the cheaper
/// neighbour. @param costs  one a place.
std::vector<std::size_t> evaluation_order(std::span<const std::uint64_t> costs);

}  // namespace pullquote
