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
/// The file has the format of ranked.postings, without impacts. Its terms are the frequent words,
/// each with a single posting that means nothing, and all pairs that occur.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "pullquote/field.h"

namespace pullquote {

/// No term of a pair is longer: two terms and what separates them.
inline constexpr std::size_t kMostPairTermBytes = 2 * kMaxTermBytes + 1;

/// The term of a pair. The separator sorts before everything in a word, so that pairs sort as their
/// words do.
inline std::string pair_term(std::string_view first, std::string_view second) {
  std::string term(first);
  term += '\x01';
  term += second;
  return term;
}

}  // namespace pullquote
