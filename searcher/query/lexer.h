// SPDX-License-Identifier: GPL-3.0-or-later
/// Splits the text of a query into lexemes: the level of characters of the grammar in
/// docs/query-language.md.
///
/// The lexer settles quotation marks, brackets, limits, and which colons, signs and carets are
/// syntax. So the parser meets whole words and balanced brackets only. Time is linear in the text.
#pragma once

#include <cstddef>
#include <string_view>
#include <variant>
#include <vector>

#include "pullquote/query.h"

namespace pullquote {

/// Limits of a query: bytes of its text, and words, phrases and filters in it.
inline constexpr std::size_t kMaxQueryBytes = 64 * 1024;
inline constexpr std::size_t kMaxQueryClauses = 1024;
/// Of the clauses at most this many may need positions, stored quotes, or the words of the index.
inline constexpr std::size_t kMaxCostlyClauses = 64;
/// Brackets inside each other.
inline constexpr std::size_t kMaxQueryDepth = 64;
/// The distance of NEAR and ADJ without a number, and the highest one, in words.
inline constexpr unsigned kDefaultDistance = 10;
inline constexpr unsigned kMaxDistance = 1000;

/// A piece of the query's text with a meaning of its own.
struct Lexeme {
  enum class Kind {
    Word,    ///< `text` with suffixes * and ~; has commas only inside numbers and URLs
    Phrase,  ///< `text` is what stands inside the marks; not blank
    Open,    ///< brackets are always balanced
    Close,
    Plus,    ///< directly before the clause that it applies to
    Minus,   ///< likewise
    Equals,  ///< directly before a Word
    Field,   ///< `text` is a known name; directly before a Word, Phrase, Open or Equals
    Boost,   ///< `number` is the weight; directly behind a Word, Phrase or Close
    And,
    Or,
    Not,
    Near,      ///< `number` is the distance
    Adjacent,  ///< likewise
    End,       ///< the last lexeme, always there
  };
  Kind kind = Kind::End;
  ByteSpan span;          ///< bytes of the query's text
  std::string_view text;  ///< a view into the query's text; empty for kinds that name none
  double number = 0;      ///< for Boost, Near and Adjacent
  bool joined = false;    ///< a Word that only a comma separates from the Word before it
};

/// The lexemes of `text`, ending with End; or the first error. The lexemes hold views of `text`.
std::variant<std::vector<Lexeme>, QueryError> lex_query(std::string_view text);

}  // namespace pullquote
