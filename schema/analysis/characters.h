// SPDX-License-Identifier: GPL-3.0-or-later
/// What a character does to word boundaries.
///
/// The classes are those of Xapian 1.4's TermGenerator (word characters by Unicode category,
/// infixes between letters, separators between digits, the suffixes + and #), so that stock
/// QueryParser splits a query as this project splits a text. Added to them: more apostrophes,
/// hyphens (for known compounds), characters that cannot be seen, and the scripts that are written
/// without spaces.
#pragma once

#include <array>
#include <cstdint>

namespace pullquote {

enum class CharClass : std::uint8_t {
  Letter,      ///< letters, marks, letter-like and other numbers, connectors such as '_'
  Digit,       ///< decimal digits of any script
  Dictionary,  ///< a word character of a script without spaces: Han, Kana, Thai, Lao, Khmer,
               ///< Myanmar
  Invisible,   ///< soft hyphen, zero-width and bidirectional controls: skipped inside a word
  Apostrophe,  ///< joins two word characters, unless both are digits; stored as '
  Infix,       ///< the same, stored as it is: & and middle dots
  DigitInfix,  ///< joins two digits: . , ; and their like
  Suffix,      ///< + and #: up to three may end a word ("C++")
  Hyphen,      ///< separates, but for known compounds
  Other,       ///< separates
  NonAscii,    ///< in kByteClass only: see char_info()
};

constexpr bool is_word(CharClass c) {
  return c <= CharClass::Dictionary;
}

namespace detail {
constexpr CharClass ascii_class(unsigned c) {
  if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_') return CharClass::Letter;
  if (c >= '0' && c <= '9') return CharClass::Digit;
  if (c == '\'') return CharClass::Apostrophe;
  if (c == '&') return CharClass::Infix;
  if (c == '.' || c == ',' || c == ';') return CharClass::DigitInfix;
  if (c == '+' || c == '#') return CharClass::Suffix;
  if (c == '-') return CharClass::Hyphen;
  return c < 0x80 ? CharClass::Other : CharClass::NonAscii;
}
constexpr std::array<CharClass, 256> byte_classes() {
  std::array<CharClass, 256> table{};
  for (unsigned c = 0; c < 256; ++c) table[c] = ascii_class(c);
  return table;
}
}  // namespace detail

/// Class of an ASCII byte; NonAscii for bytes from 0x80.
inline constexpr std::array<CharClass, 256> kByteClass = detail::byte_classes();
constexpr CharClass byte_class(char c) {
  return kByteClass[static_cast<unsigned char>(c)];
}

/// Class of any code point from Unicode's properties; never NonAscii. char_info() remembers it.
CharClass classify(char32_t c);

/// A combining mark (category Mn, Mc or Me), from Unicode's properties.
bool is_combining(char32_t c);

}  // namespace pullquote
