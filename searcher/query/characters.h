// SPDX-License-Identifier: GPL-3.0-or-later
/// Characters with a meaning in the query language: white space, separators and quotation marks of
/// any script. Functions that take a position take a byte offset inside `text`; all accept any
/// bytes, ill-formed UTF-8 included.
#pragma once

#include <cstddef>
#include <string_view>

namespace pullquote {

/// The length in bytes of the separator at `position`: ASCII or Unicode white space, a control
/// character or NUL. 0 when there is none.
std::size_t separator_length(std::string_view text, std::size_t position);

/// The length in bytes of a mark at `position` that separates words even without a blank: a comma,
/// semicolon, ellipsis or dash of any script, or "|". 0 when there is none, and between two digits
/// ("1,000").
std::size_t comma_length(std::string_view text, std::size_t position);

/// A double quotation mark. Copied texts mix the marks, so that a phrase ends at the next mark of
/// the family that opened it, whichever mark of the family that is.
struct QuotationMark {
  enum class Family { None, Inverted, Angle };  // " “ ” „ ‟ ＂ and « »
  Family family = Family::None;
  std::size_t length = 0;  ///< in bytes; 0: there is no mark
};

/// The mark at `position`, if there is one.
QuotationMark quotation_mark_at(std::string_view text, std::size_t position);

/// Whether every character of `word` is ASCII or general punctuation, as in a dash between two
/// blanks. True for the empty word.
bool is_punctuation(std::string_view word);

/// The number of characters in `word` except ASCII punctuation.
std::size_t count_letters(std::string_view word);

}  // namespace pullquote
