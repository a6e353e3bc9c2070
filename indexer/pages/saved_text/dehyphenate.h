// SPDX-License-Identifier: GPL-3.0-or-later
/// Hyphens that a column's width left behind in the middle of words ("govern-ment").
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace pullquote {

/// Joins a hyphenated word where the joined word occurs in the text itself or is a common one
/// (data/lexicon/common-words.tsv) and the parts are not words of the text. One part may be
/// ("for-ces" beside "for" and "forces") when the other is a scrap of at most three letters. Known
/// compounds ("cease-fire" beside "ceasefire") and prefixes ("co-operation") stay as they are.
class Dehyphenator {
 public:
  /// `text` is what attests words; it is not kept.
  explicit Dehyphenator(std::string_view text);
  ~Dehyphenator();
  Dehyphenator(Dehyphenator&&) noexcept;
  Dehyphenator& operator=(Dehyphenator&&) noexcept;

  std::string repair(std::string_view text) const;

 private:
  struct Words;
  std::vector<Words> words_;  ///< one, or none when the text has no hyphen
};

}  // namespace pullquote
