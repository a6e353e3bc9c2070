// SPDX-License-Identifier: GPL-3.0-or-later
/// Short blocks that say what they are ("Read more:", "Advertisement"), by the phrases of
/// data/lexicon/html-hints-phrases.tsv.
#pragma once

#include <string_view>

#include "indexer/pages/html/html_hints.h"

namespace pullquote::html {

/// The phrase that was found, by its meaning and place.
struct PhraseMatch {
  enum class Where : std::uint8_t {
    Whole,
    Start,
    Within
  };                       ///< the whole text, its start, or anywhere in it
  Hint hint = Hint::None;  ///< None: no phrase
  Where where = Where::Start;
};

/// The phrase that is all of `text`, else the longest at its start, else the first of the lexicon
/// that stands anywhere in it. Case, curly apostrophes, and ornaments in front are ignored. Of
/// texts above 500 bytes only the beginning (some 70 bytes) is searched. Thread-safe. Cost: 64 hash
/// lookups at most, and one search per "within" phrase.
PhraseMatch match_phrase(std::string_view text);

}  // namespace pullquote::html
