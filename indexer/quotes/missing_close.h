// SPDX-License-Identifier: GPL-3.0-or-later
/// Where a closing mark was forgotten: "We are done, he said." closes before ", he said."
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "indexer/quotes/lexicon.h"

namespace pullquote::quotes {

/// `text` begins inside a quotation that nothing closes. Returns the offset where the quotation
/// must have ended, if its last sentence reads as speech and then a cue: a comma, question or
/// exclamation mark, at most six words with a verb of speech among them, and the sentence's end.
std::optional<std::size_t> missing_close(std::string_view text, const Lexicon& lexicon);

}  // namespace pullquote::quotes
