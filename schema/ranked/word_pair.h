// SPDX-License-Identifier: GPL-3.0-or-later
/// Which words in a row have a list of their own: ranked.pairs.
///
/// A phrase of rare words is quick: few articles have them. Where all its words are frequent, most
/// articles do, and looking up positions in each takes milliseconds. So two frequent words in a row
/// have a list of the articles where they stand so in the combined text. Pairs with a rare word
/// would be most of all pairs and save next to nothing (docs/design/0005-ranked-index.md). The
/// exception are the parts of known compounds ("cease fire"), which a search for the joined word
/// ("ceasefire") looks for as well: they have lists too, so that such a search costs no more than
/// any other.
///
/// A pair that stands in a headline, or in quotes, has a second list of the articles where it
/// does. These lists take a tenth of the bytes that lists of the positions there would take, and
/// answer a phrase of two such words without reading any position.
///
/// Terms of the file are all pairs that occur; its members are the frequent words.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "pullquote/field.h"

namespace pullquote {

/// Where the two words stand.
enum class PairPlace : std::uint8_t {
  Headline,
  Quote,     ///< both in quotes
  Anywhere,  ///< in the combined text
};
inline constexpr std::size_t kPairPlaces = 3;

/// No term of a pair is longer: two terms, what separates them, and the place.
inline constexpr std::size_t kMostPairTermBytes = 2 * kMaxTermBytes + 2;

/// The term of a pair. Place and separator sort before everything in a word, so that pairs sort as
/// their places and then as their words do.
inline std::string pair_term(PairPlace place, std::string_view first, std::string_view second) {
  std::string term;
  if (place == PairPlace::Headline) term += '\x02';
  if (place == PairPlace::Quote) term += '\x03';
  term += first;
  term += '\x01';
  term += second;
  return term;
}

}  // namespace pullquote
