// SPDX-License-Identifier: GPL-3.0-or-later
// Each code point folds by itself (letter_folding.cc). Only the fate of a combining mark depends on
// its base: it goes with letters of the scripts that lose diacritics, and stays with all others.
#include "schema/analysis/folding.h"

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <cstdint>

#include "schema/analysis/char_table.h"
#include "schema/analysis/letter_folding.h"

namespace pullquote {

void append_folded(std::u32string_view word, std::string& out) {
  bool drop_marks = true;  // a mark without a base means nothing
  for (const char32_t c : word) {
    const CharInfo info = char_info(c);
    if (info.mark && drop_marks) continue;
    if (!info.mark) drop_marks = info.loses_marks;
    if (info.folded_bytes != CharInfo::kLong) {
      out.append(info.folded.data(), info.folded_bytes);
    } else {
      append_folded_letter(c, out);
    }
  }
}

void append_lowered(std::u32string_view word, std::string& out) {
  for (const char32_t c : word) {
    const CharInfo info = char_info(c);
    out.append(info.lowered.data(), info.lowered_bytes);
  }
}

void compose(std::u32string& word) {
  const bool plain =
      std::none_of(word.begin(), word.end(), [](char32_t c) { return char_info(c).may_compose; });
  if (plain) return;
  // Half-width kana keep their voicing marks apart, so these words are brought into NFKC.
  const bool half_width =
      std::any_of(word.begin(), word.end(), [](char32_t c) { return c >= 0xFF66 && c <= 0xFF9F; });
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2& form = half_width ? *icu::Normalizer2::getNFKCInstance(status)
                                            : *icu::Normalizer2::getNFCInstance(status);
  const icu::UnicodeString text = icu::UnicodeString::fromUTF32(
      reinterpret_cast<const UChar32*>(word.data()), static_cast<std::int32_t>(word.size()));
  const icu::UnicodeString composed = form.normalize(text, status);
  word.clear();
  for (std::int32_t i = 0; i < composed.length(); i = composed.moveIndex32(i, 1)) {
    word += static_cast<char32_t>(composed.char32At(i));
  }
}

}  // namespace pullquote
