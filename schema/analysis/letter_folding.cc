// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/analysis/letter_folding.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include <cstdint>
#include <string_view>

#include "schema/analysis/characters.h"
#include "schema/analysis/folding.h"
#include "schema/analysis/utf8.h"

namespace pullquote {
namespace {

/// ICU's normalisers are singletons; data that cannot be loaded is a broken installation.
const icu::Normalizer2& nfc() {
  UErrorCode status = U_ZERO_ERROR;
  return *icu::Normalizer2::getNFCInstance(status);
}
const icu::Normalizer2& nfkc_casefold() {
  UErrorCode status = U_ZERO_ERROR;
  return *icu::Normalizer2::getNFKCCasefoldInstance(status);
}

/// Letters that no decomposition takes apart; empty for all others.
std::string_view special_letter(char32_t c) {
  switch (c) {
    case U'ß':
      return "ss";
    case U'æ':
      return "ae";
    case U'œ':
      return "oe";
    case U'ø':
      return "o";
    case U'ł':
      return "l";
    case U'đ':
    case U'ð':
      return "d";
    case U'þ':
      return "th";
    case U'ħ':
      return "h";
    case U'ı':
      return "i";
    case U'ё':
    case U'ѐ':
      return "е";  // Cyrillic
    case U'ѝ':
      return "и";
    case U'آ':
    case U'أ':
    case U'إ':
    case U'ٱ':
      return "ا";
    case U'ى':
    case U'ی':
      return "ي";
    case U'ک':
      return "ك";
    default:
      return {};
  }
}

/// What compatibility forms may leave behind: tatweel, and letters that only stand for an
/// apostrophe
/// ("ŉ"). In a text these are no letters to begin with (class_of()).
constexpr bool is_silent(char32_t c) {
  return c == 0x640 || (c >= 0x2BB && c <= 0x2BF);
}

bool keeps_its_composition(char32_t c) {
  return c >= 0x400 && c < 0x1E00;
}

/// Folds a letter that NFKC_Casefold has been applied to.
void append_casefolded(char32_t c, std::string& out) {
  if (const std::string_view letters = special_letter(c); !letters.empty()) {
    out += letters;
    return;
  }
  if (is_silent(c) || c == ' ') return;
  if (const std::int32_t digit = u_charDigitValue(static_cast<UChar32>(c)); digit >= 0) {
    out += static_cast<char>('0' + digit);
    return;
  }
  icu::UnicodeString parts;
  if (keeps_its_composition(c) || !loses_marks(c) ||
      !nfc().getDecomposition(static_cast<UChar32>(c), parts)) {
    append_code_point(out, c);
    return;
  }
  for (std::int32_t i = 0; i < parts.length(); i = parts.moveIndex32(i, 1)) {
    const auto part = static_cast<char32_t>(parts.char32At(i));
    if (is_combining(part)) continue;
    // The base of a decomposition may itself be special: ǿ is ø with an acute.
    const std::string_view letters = special_letter(part);
    if (letters.empty()) {
      append_code_point(out, part);
    } else {
      out += letters;
    }
  }
}

/// Compatibility forms that are better left alone: ² is not 2, ½ not 1/2, and Thai and Lao am is
/// one letter to the dictionaries of words.
bool stays_as_it_is(char32_t c) {
  return u_charType(static_cast<UChar32>(c)) == U_OTHER_NUMBER || c == 0x0E33 || c == 0x0EB3;
}

}  // namespace

void append_folded_letter(char32_t c, std::string& out) {
  if (stays_as_it_is(c)) return append_code_point(out, c);
  if (c == U'Ŀ' || c == U'ŀ') {  // would leave its dot
    out += 'l';
    return;
  }
  icu::UnicodeString folded;
  UErrorCode status = U_ZERO_ERROR;
  nfkc_casefold().normalize(icu::UnicodeString(static_cast<UChar32>(c)), folded, status);
  bool drop_marks = false;  // İ casefolds to i and a combining dot
  for (std::int32_t i = 0; i < folded.length(); i = folded.moveIndex32(i, 1)) {
    const auto part = static_cast<char32_t>(folded.char32At(i));
    const bool mark = is_combining(part);
    if (mark && drop_marks) continue;
    if (!mark) drop_marks = loses_marks(part);
    append_casefolded(part, out);
  }
}

bool loses_marks(char32_t c) {
  UErrorCode status = U_ZERO_ERROR;
  switch (uscript_getScript(static_cast<UChar32>(c), &status)) {
    case USCRIPT_LATIN:
    case USCRIPT_GREEK:
    case USCRIPT_CYRILLIC:
    case USCRIPT_ARABIC:
    case USCRIPT_HEBREW:
      return true;
    default:
      return false;
  }
}

}  // namespace pullquote
