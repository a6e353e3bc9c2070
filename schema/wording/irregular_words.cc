// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/wording/irregular_words.h"

#include <algorithm>

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
  for_each_varying_word(add);
  for_each_compound(add);
  add_plain_words();
  add_endings();
}

/// Those whose slot is taken, and those that are irregular besides, are known as irregular only.
void IrregularWords::add_plain_words() {
  const auto free_slot = [](std::size_t slot) { return static_cast<std::uint32_t>(slot + 1); };
  for (std::size_t slot = 0; slot < kPlainSlots; ++slot) plain_[slot] = free_slot(slot);
  for_each_plain_word([&](std::string_view word) {
    const std::uint32_t hash = word_hash(word);
    const std::size_t slot = hash % kPlainSlots;
    if (words_[hash % kWordBits] || plain_[slot] == hash) return;
    if (plain_[slot] == free_slot(slot)) {
      plain_[slot] = hash;
    } else {
      words_.set(hash % kWordBits);
    }
  });
}

void IrregularWords::add_endings() {
  for_each_varying_ending([this](std::string_view ending) {
    if (ending.size() < kEnding) return;
    last_bytes_.set(ending_of(ending));
    endings_[ending_of(ending) % endings_.size()].emplace_back(ending);
  });
}

bool IrregularWords::has_varying_ending(std::string_view folded) const {
  const auto& endings = endings_[ending_of(folded) % endings_.size()];
  return std::any_of(endings.begin(), endings.end(),
                     [&](const std::string& ending) { return folded.ends_with(ending); });
}

}  // namespace pullquote
