// SPDX-License-Identifier: GPL-3.0-or-later
/// Short blocks that say what they are ("Read more:", "Advertisement"), from
/// data/lexicon/html-hints-phrases.tsv.
#pragma once

#include <string_view>

#include "indexer/pages/html/html_hints.h"

namespace pullquote::html {

struct PhraseMatch {
  enum class Where : std::uint8_t { Whole, Start, Within };
  Hint hint = Hint::None;  ///< None: no phrase
  Where where = Where::Start;
};

/// Phrases at the beginning of `text`, the longest; in texts of up to 500 bytes, anywhere in it.
PhraseMatch match_phrase(std::string_view text);

}  // namespace pullquote::html
