// SPDX-License-Identifier: GPL-3.0-or-later
/// Finds the phrase that names a speaker: a pronoun, a name with or without titles, a role, an
/// organisation.
///
/// There is no parser: a phrase is the longest run of words that may stand in one, to the right or
/// to the left of a known edge (a reporting verb, a comma, a quotation). Function words, reporting
/// verbs and days are its borders. Within the phrase the last run of capitals is the name unless it
/// hangs on a preposition ("a spokesman for Whitfield"); titles before it are its role.
#pragma once

#include <cstdint>
#include <optional>

#include "indexer/quotes/tokens.h"

namespace pullquote::quotes {

enum class MentionKind : std::uint8_t {
  Pronoun,     ///< "he"
  Possessive,  ///< "his", before what was said
  Relative,    ///< "who"; `name` is what it refers to, if that is a name
  Person,      ///< a name
  Group,       ///< an organisation, a role or anybody else without a name
};

struct Mention {
  TokenRange range;  ///< the whole phrase
  TokenRange name;   ///< with its honorific; empty unless Person or Relative
  TokenRange role;   ///< "State Department spokesman"; may stand behind the name
  MentionKind kind = MentionKind::Group;

  /// What the article calls the speaker: the name, else the whole phrase.
  TokenRange written() const { return kind == MentionKind::Person ? name : range; }
};

/// The mention that begins at token `first` and lies before `last`.
std::optional<Mention> mention_at(const Document& document, std::uint32_t first,
                                  std::uint32_t last);

/// The mention that ends just before token `last` and lies at or after `first`.
std::optional<Mention> mention_before(const Document& document, std::uint32_t last,
                                      std::uint32_t first);

/// "Whitfield and Ruth Brand": `left` with the name that "and" joins to it; none if nothing does.
std::optional<Mention> joint_at(const Document& document, const Mention& left, std::uint32_t last);

/// The same where `right` is the second name, and the first begins its clause.
std::optional<Mention> joint_before(const Document& document, const Mention& right,
                                    std::uint32_t first);

/// The first mention in the range that can be the subject of its sentence: none that hangs on a
/// preposition, and what stands before the first comma only if it is no adverbial.
std::optional<Mention> main_subject(const Document& document, TokenRange range);

/// The run of capitals that begins at `first`, with the small words inside names; no nouns around
/// it.
std::optional<Mention> name_run_at(const Document& document, std::uint32_t first,
                                   std::uint32_t last);

/// May token `i` be part of a name: a capital that does not come from the sentence's start.
bool is_name_token(const Document& document, std::uint32_t i);

}  // namespace pullquote::quotes
