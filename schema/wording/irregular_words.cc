// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/wording/irregular_words.h"

#include "schema/analysis/varying_words.h"
#include "schema/wording/plain_words.h"
#include "schema/wording/word_hash.h"

namespace pullquote {

const IrregularWords& IrregularWords::instance() {
  static const IrregularWords words;
  return words;
}

IrregularWords::IrregularWords() {
  const auto add = [this](std::string_view word) { words_.set(word_hash(word) % kWordBits); };
  for_each_plain_word(add);
  for_each_varying_word(add);
  for_each_compound(add);
  for_each_varying_ending([this](std::string_view ending) {
    if (ending.size() >= kEnding) endings_.set(ending_of(ending));
  });
}

}  // namespace pullquote
