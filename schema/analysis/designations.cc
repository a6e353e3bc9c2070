// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/analysis/designations.h"

#include <algorithm>

#include "schema/analysis/ascii.h"
#include "schema/analysis/char_table.h"

namespace pullquote {
namespace {

/// Longer pieces name nothing; they are keys and addresses.
constexpr std::size_t kLongestDesignation = 32;

/// The short letters of aircraft, tanks and rifles: with them "T-90s" are several, with longer ones
/// ("mid-90s") a decade.
constexpr std::size_t kMostTypeLetters = 2;

/// Whether `word` is of letters, and of ASCII digits with `digits`. No infix, which would separate
/// beside a digit, and no script without spaces, which does so too.
bool consists_of_letters(std::string_view word, bool digits) {
  for (std::size_t at = 0; at < word.size();) {
    const Decoded here = decode(word, at);
    const bool letter = here.kind == CharClass::Letter && here.c != U'_';
    if (!letter && !(digits && is_ascii_digit(word[at]))) return false;
    at += here.bytes;
  }
  return true;
}

bool is_one_character(std::string_view word) {
  return decode(word, 0).bytes == word.size();
}

}  // namespace

bool make_designation(std::string_view letters, std::string_view number) {
  if (letters.empty() || number.empty() || !is_ascii_digit(number.front())) return false;
  if (letters.size() + number.size() > kLongestDesignation) return false;
  return consists_of_letters(letters, false) && consists_of_letters(number, true);
}

std::size_t number_in_designation(std::string_view term) {
  const auto digit = std::find_if(term.begin(), term.end(), is_ascii_digit);
  const auto at = static_cast<std::size_t>(digit - term.begin());
  return make_designation(term.substr(0, at), term.substr(at)) ? at : 0;
}

bool may_stand_apart(std::string_view letters) {
  if (letters.empty() || !is_one_character(letters)) return !letters.empty();
  return letters.size() == 1 && std::string_view("aeiouy").find(letters) == std::string_view::npos;
}

std::string_view singular_designation(std::string_view term) {
  if (term.size() < 3 || term.back() != 's') return term;
  const std::string_view singular = term.substr(0, term.size() - 1);
  const std::size_t at = number_in_designation(singular);
  if (at == 0 || !std::all_of(singular.begin() + static_cast<std::ptrdiff_t>(at), singular.end(),
                              is_ascii_digit)) {
    return term;
  }
  return at > kMostTypeLetters && singular.back() == '0' ? term : singular;
}

}  // namespace pullquote
