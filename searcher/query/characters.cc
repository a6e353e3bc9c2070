// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/query/characters.h"

#include <algorithm>
#include <array>

#include "schema/analysis/ascii.h"
#include "schema/analysis/utf8.h"

namespace pullquote {
namespace {

using namespace std::string_view_literals;

constexpr std::array kInvertedMarks{"\""sv,     "\u201C"sv, "\u201D"sv,
                                    "\u201E"sv, "\u201F"sv, "\uFF02"sv};
constexpr std::array kAngleMarks{"\u00AB"sv, "\u00BB"sv};

/// Whether `what` stands at `position`.
bool starts_at(std::string_view text, std::size_t position, std::string_view what) {
  return text.compare(position, what.size(), what) == 0;
}

/// The length of the first candidate that stands at `position`; 0 when none does.
std::size_t length_of_first(const auto& candidates, std::string_view text, std::size_t position) {
  for (std::string_view candidate : candidates) {
    if (starts_at(text, position, candidate)) return candidate.size();
  }
  return 0;
}

constexpr bool is_ascii_punctuation(unsigned char c) {
  return c < 0x80 && !is_ascii_letter(static_cast<char>(c)) &&
         !is_ascii_digit(static_cast<char>(c));
}

/// Whether the bytes begin a character of U+2000 to U+207F: dashes, dots, primes and other general
/// punctuation.
constexpr bool is_general_punctuation(unsigned char first, unsigned char second) {
  return first == 0xE2 && (second == 0x80 || second == 0x81);
}

constexpr bool is_ascii(char c) {
  return static_cast<unsigned char>(c) < 0x80;
}

}  // namespace

std::size_t separator_length(std::string_view text, std::size_t position) {
  const auto byte = static_cast<unsigned char>(text[position]);
  if (byte <= 0x20 || byte == 0x7F) return 1;
  if (byte < 0xC2) return 0;
  static constexpr std::array kSpaces{"\u0085"sv, "\u00A0"sv, "\u1680"sv, "\u2000"sv, "\u2001"sv,
                                      "\u2002"sv, "\u2003"sv, "\u2004"sv, "\u2005"sv, "\u2006"sv,
                                      "\u2007"sv, "\u2008"sv, "\u2009"sv, "\u200A"sv, "\u2028"sv,
                                      "\u2029"sv, "\u202F"sv, "\u205F"sv, "\u3000"sv, "\uFEFF"sv};
  return length_of_first(kSpaces, text, position);
}

std::size_t comma_length(std::string_view text, std::size_t position) {
  static constexpr std::array kCommas{","sv,      ";"sv,      "|"sv,      "\u2014"sv, "\u2026"sv,
                                      "\u060C"sv, "\u061B"sv, "\u3001"sv, "\uFF0C"sv, "\uFF1B"sv};
  if (const char c = text[position]; is_ascii(c) && c != ',' && c != ';' && c != '|') return 0;
  const std::size_t length = length_of_first(kCommas, text, position);
  const bool between_digits = position > 0 && is_ascii_digit(text[position - 1]) &&
                              position + length < text.size() &&
                              is_ascii_digit(text[position + length]);
  return between_digits ? 0 : length;
}

QuotationMark quotation_mark_at(std::string_view text, std::size_t position) {
  using Family = QuotationMark::Family;
  if (is_ascii(text[position]) && text[position] != '"') return {};
  if (const auto length = length_of_first(kInvertedMarks, text, position)) {
    return {Family::Inverted, length};
  }
  if (const auto length = length_of_first(kAngleMarks, text, position)) {
    return {Family::Angle, length};
  }
  return {};
}

bool is_punctuation(std::string_view word) {
  for (std::size_t i = 0; i < word.size();) {
    const auto byte = static_cast<unsigned char>(word[i]);
    if (is_ascii_punctuation(byte)) {
      ++i;
    } else if (i + 2 < word.size() &&
               is_general_punctuation(byte, static_cast<unsigned char>(word[i + 1]))) {
      i += 3;
    } else {
      return false;
    }
  }
  return true;
}

std::size_t count_letters(std::string_view word) {
  return static_cast<std::size_t>(std::count_if(word.begin(), word.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return !is_ascii_punctuation(byte) && !is_continuation(byte);
  }));
}

}  // namespace pullquote
