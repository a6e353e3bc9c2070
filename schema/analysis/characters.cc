// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/analysis/characters.h"

#include <unicode/uchar.h>

namespace pullquote {
namespace {

constexpr std::uint32_t kWordCategories =
    U_GC_L_MASK | U_GC_M_MASK | U_GC_ND_MASK | U_GC_NL_MASK | U_GC_NO_MASK | U_GC_PC_MASK;

/// Soft hyphen, joiners, bidirectional controls, variation selectors, fillers: a reader cannot see
/// them. The Arabic tatweel only makes a word longer, and vowel signs in presentation forms
/// (U+FC5E and so on) fold to nothing.
constexpr bool is_invisible(char32_t c) {
  return c == 0xAD || c == 0x640 || c == 0x34F || c == 0x61C || (c >= 0x200B && c <= 0x200F) ||
         (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x2064) ||
         (c >= 0x2066 && c <= 0x206F) || (c >= 0xFE00 && c <= 0xFE0F) || c == 0xFEFF ||
         c == 0x115F || c == 0x1160 || c == 0x3164 || c == 0xFFA0 || (c >= 0xFC5E && c <= 0xFC63) ||
         (c >= 0xFCF2 && c <= 0xFCF4) || (c >= 0xFE70 && c <= 0xFE7F && c != 0xFE73 && c != 0xFE75);
}

/// By block: every word character of these is segmented by dictionary.
constexpr bool is_dictionary_script(char32_t c) {
  if (c < 0x0E00) return false;
  if (c <= 0x0EFF) return true;                 // Thai, Lao
  if (c >= 0x1000 && c <= 0x109F) return true;  // Myanmar
  if (c >= 0x1780 && c <= 0x17FF) return true;  // Khmer
  if (c < 0x3005) return false;
  return c <= 0x3007 || (c >= 0x3021 && c <= 0x302F) || (c >= 0x3031 && c <= 0x303C) ||
         (c >= 0x3041 && c <= 0x30FF) || (c >= 0x31F0 && c <= 0x31FF) ||
         (c >= 0x3400 && c <= 0x4DBF) || (c >= 0x4E00 && c <= 0x9FFF) ||
         (c >= 0xA9E0 && c <= 0xA9FF) || (c >= 0xAA60 && c <= 0xAA7F) ||
         (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFF66 && c <= 0xFF9F) ||
         (c >= 0x20000 && c <= 0x3FFFF);
}

/// Punctuation with a meaning inside or around words; Other for the rest.
CharClass punctuation_class(char32_t c) {
  switch (c) {
    case 0x2018:  // a left quotation mark between letters is a mistyped apostrophe or an ayin
    case 0x2019:
    case 0x201B:
    case 0x02BB:  // modifier letters, in transliterations and by mistake
    case 0x02BC:
    case 0x02BD:
    case 0x02BE:
    case 0x02BF:
    case 0x055A:
    case 0xFF07:
      return CharClass::Apostrophe;
    case 0x00B7:
    case 0x05F4:
    case 0x2027:
      return CharClass::Infix;
    case 0x037E:  // the list of Unicode's word boundary rules, as in TermGenerator
    case 0x0589:
    case 0x060D:
    case 0x07F8:
    case 0x2044:
    case 0xFE10:
    case 0xFE13:
    case 0xFE14:
      return CharClass::DigitInfix;
    case 0x2010:
    case 0x2011:
      return CharClass::Hyphen;
    default:
      return CharClass::Other;
  }
}

}  // namespace

CharClass classify(char32_t c) {
  if (c < 0x80) return kByteClass[c];
  if (is_invisible(c)) return CharClass::Invisible;
  if (const CharClass punctuation = punctuation_class(c); punctuation != CharClass::Other) {
    return punctuation;
  }
  const std::uint32_t category = U_MASK(u_charType(static_cast<UChar32>(c)));
  if ((category & kWordCategories) == 0) return CharClass::Other;
  if (is_dictionary_script(c)) return CharClass::Dictionary;
  return category == U_GC_ND_MASK ? CharClass::Digit : CharClass::Letter;
}

bool is_combining(char32_t c) {
  return c >= 0x300 && (U_MASK(u_charType(static_cast<UChar32>(c))) & U_GC_M_MASK) != 0;
}

}  // namespace pullquote
