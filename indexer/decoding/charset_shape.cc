// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/decoding/charset_shape.h"

#include <cstddef>

namespace pullquote {
namespace {

constexpr std::size_t kFewestThai = 20;  ///< bytes
constexpr std::size_t kFewestKana = 4;   ///< characters

bool is_high(char c) {
  return static_cast<unsigned char>(c) >= 0x80;
}
bool is_thai(unsigned char c) {
  return (c >= 0xA1 && c <= 0xDA) || (c >= 0xDF && c <= 0xFB);
}
/// Drawn above or below the consonant before it.
bool is_thai_mark(unsigned char c) {
  return c == 0xD1 || (c >= 0xD4 && c <= 0xDA) || (c >= 0xE7 && c <= 0xEE);
}
bool may_carry_mark(unsigned char c) {
  return (c >= 0xA1 && c <= 0xCE) || is_thai_mark(c);
}

/// Most bytes of EUC-KR's Hangul are also Thai letters and marks. But characters of two bytes leave
/// no half one at the end of a word, and Hangul's first bytes keep to a narrow range; every other
/// word of Thai has an odd length, and its letters are spread over all bytes.
bool is_hangul_text(std::string_view bytes) {
  std::size_t pairs = 0;
  std::size_t hangul = 0;
  std::size_t broken = 0;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    if (!is_high(bytes[i])) continue;
    const auto lead = static_cast<unsigned char>(bytes[i]);
    const auto trail = i + 1 < bytes.size() ? static_cast<unsigned char>(bytes[i + 1]) : 0;
    ++pairs;
    if (lead < 0xA1 || lead == 0xFF || trail < 0xA1 || trail == 0xFF) {
      ++broken;
      continue;
    }
    hangul += lead >= 0xB0 && lead <= 0xC8 ? 1 : 0;
    ++i;
  }
  return broken * 20 <= pairs && hangul * 4 >= pairs * 3;
}

bool is_thai_text(std::string_view bytes) {
  std::size_t high = 0;
  std::size_t marks = 0;
  std::size_t wrong = 0;
  unsigned char before = 0;
  for (const char signed_byte : bytes) {
    const auto c = static_cast<unsigned char>(signed_byte);
    if (c >= 0x80) {
      ++high;
      if (!is_thai(c)) ++wrong;
      if (is_thai_mark(c)) {
        ++marks;
        if (!may_carry_mark(before)) ++wrong;
      }
    }
    before = c;
  }
  return high >= kFewestThai && marks * 12 >= high && wrong * 50 <= high;
}

bool is_kana_text(std::string_view bytes) {
  std::size_t pairs = 0;
  std::size_t kana = 0;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    if (!is_high(bytes[i])) continue;
    const auto lead = static_cast<unsigned char>(bytes[i]);
    const auto trail = i + 1 < bytes.size() ? static_cast<unsigned char>(bytes[i + 1]) : 0;
    if (lead < 0xA1 || lead == 0xFF || trail < 0xA1 || trail == 0xFF) return false;
    ++pairs;
    kana += lead == 0xA4 || lead == 0xA5 ? 1 : 0;
    ++i;
  }
  return kana >= kFewestKana && kana * 5 >= pairs * 2;
}

}  // namespace

std::string_view charset_by_shape(std::string_view bytes) {
  if (is_kana_text(bytes)) return "EUC-JP";
  const bool is_thai = is_thai_text(bytes) && !is_hangul_text(bytes);
  return is_thai ? std::string_view("windows-874") : std::string_view();
}

}  // namespace pullquote
