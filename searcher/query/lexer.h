// SPDX-License-Identifier: GPL-3.0-or-later
/// Query text to lexemes: the characters' level of the grammar in docs/query-language.md. It
/// settles quotation marks, brackets, limits, and which colons, signs and carets are syntax, so
/// that the parser meets whole words and balanced brackets only.
#pragma once

#include <cstddef>
#include <string_view>
#include <variant>
#include <vector>

#include "pullquote/query.h"

namespace pullquote {

inline constexpr std::size_t kMaxQueryBytes = 64 * 1024;
inline constexpr std::size_t kMaxQueryClauses = 1024;
/// Of these: what is answered from positions, quotes, or the words of the index.
inline constexpr std::size_t kMaxCostlyClauses = 64;
inline constexpr std::size_t kMaxQueryDepth = 64;
inline constexpr unsigned kDefaultDistance = 10;
inline constexpr unsigned kMaxDistance = 1000;
inline constexpr double kMinBoost = 0.001;
inline constexpr double kMaxBoost = 1000;

struct Lexeme {
  enum class Kind {
    Word,    ///< `text`, suffixes * and ~ included; without commas but inside numbers and URLs
    Phrase,  ///< `text` is the inside of the marks; not blank
    Open,    ///< always balanced
    Close,
    Plus,  ///< directly before what it applies to
    Minus,
    Equals,  ///< directly before a Word
    Field,   ///< `text` is a known name; directly before a Word, Phrase, Open or Equals
    Boost,   ///< `number`; directly after a Word, Phrase or Close
    And,
    Or,
    Not,
    Near,  ///< `number` is the distance
    Adjacent,
    End,  ///< the last one, and only there
  };
  Kind kind = Kind::End;
  ByteSpan span;
  std::string_view text;  ///< into the query's text
  double number = 0;
  bool joined = false;  ///< a Word that only a comma separates from the one before
};

std::variant<std::vector<Lexeme>, QueryError> lex_query(std::string_view text);

}  // namespace pullquote
