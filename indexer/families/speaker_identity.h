// SPDX-License-Identifier: GPL-3.0-or-later
/// What a speaker's name says about who that is, across articles.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace pullquote {

enum class SpeakerClass : std::uint8_t {
  Nobody,   ///< no name, or a pronoun that was not resolved
  Group,    ///< an organisation, a role, somebody without a name
  Surname,  ///< one capitalised word: a surname, if others bear it; else a group ("Hamas")
  Person,   ///< a name of two words or more
};

struct SpeakerIdentity {
  SpeakerClass kind = SpeakerClass::Nobody;
  std::string folded;     ///< the whole name, as the stored terms have it, without titles
  std::string surname;    ///< its last word, of Surname and Person
  bool initials = false;  ///< its first word is initials in one: "J.K. Rowling", "JD Vance"
};

/// @param name      as resolved in its article ("Mark Toner", "the ministry").
/// @param language  of the article, ISO 639-1; English rules when it has none.
SpeakerIdentity identify_speaker(std::string_view name, std::string_view language);

}  // namespace pullquote
