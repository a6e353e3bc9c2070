// SPDX-License-Identifier: GPL-3.0-or-later
/// Finds reporting verbs and their subjects.
#pragma once

#include <cstdint>
#include <optional>

#include "indexer/quotes/mention.h"
#include "indexer/quotes/tokens.h"

namespace pullquote::quotes {

/// A reporting verb with its auxiliaries, or what does its work ("according to", a colon).
struct Cue {
  TokenRange range;
  std::uint32_t verb = 0;
  bool strong = false;  ///< a verb of speech, not only one of judgement
  bool faint = false;   ///< a verb that seldom reports
};

/// Somebody whom somebody else quotes.
struct Quoted {
  Mention speaker;
  Cue cue;  ///< "saying"
};

/// "quoted Whitfield as saying" where `cue` is "quoted": not who quotes speaks but who is quoted.
std::optional<Quoted> quoted_object(const Document& document, const Cue& cue, std::uint32_t last);

/// The cue that begins at `first` (auxiliaries and adverbs may precede the verb).
std::optional<Cue> cue_at(const Document& document, std::uint32_t first, std::uint32_t last);

/// The cue nearest before `last`, not before `first`.
std::optional<Cue> cue_before(const Document& document, std::uint32_t last, std::uint32_t first);

/// Who does what the verb of `cue` says: looks left of it, not before `first`.
std::optional<Mention> subject_of(const Document& document, const Cue& cue, std::uint32_t first);

}  // namespace pullquote::quotes
