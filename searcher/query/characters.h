// SPDX-License-Identifier: GPL-3.0-or-later
/// The characters with a meaning in the query language. All functions take a byte position inside
/// `text` and accept any bytes, ill-formed UTF-8 included.
#pragma once

#include <cstddef>
#include <string_view>

namespace pullquote {

/// Bytes of the separator at `position`: ASCII and Unicode white space, control characters and NUL;
/// 0 when there is none.
std::size_t separator_length(std::string_view text, std::size_t position);

/// Bytes of a comma, semicolon, ellipsis or dash of any script at `position`, or of |: a mark that
/// separates words even without a blank. 0 when there is none, and between two digits ("1,000").
std::size_t comma_length(std::string_view text, std::size_t position);

/// A double quotation mark. Texts copied from anywhere mix the marks, so a phrase that one mark
/// opens ends at the next mark of its family, whichever it is.
struct QuotationMark {
  enum class Family { None, Inverted, Angle };  // " “ ” „ ‟ ＂ and « »
  Family family = Family::None;
  std::size_t length = 0;  ///< bytes; 0: no mark here
};

QuotationMark quotation_mark_at(std::string_view text, std::size_t position);

/// Whether all of `word` is ASCII or general punctuation, such as a dash between two blanks.
bool is_punctuation(std::string_view word);

/// Characters of `word` that are no ASCII punctuation.
std::size_t count_letters(std::string_view word);

}  // namespace pullquote
