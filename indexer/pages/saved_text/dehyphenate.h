// SPDX-License-Identifier: GPL-3.0-or-later
/// Removal of hyphens that a column's width left behind in the middle of words ("govern-ment").
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace pullquote {

/// Joins a hyphenated word where three things hold:
///   * the joined word is attested: it occurs in the text itself or is a common English word
///     (data/lexicon/common-words.tsv);
///   * the hyphen isn't known to be meant: neither a compound ("cease-fire" beside "ceasefire") nor
///     a prefix ("co-operation");
///   * the parts aren't both words of the text. If one is, the other must be a scrap of at most
///     three bytes: "for-ces" is joined in a text that has "for" and "forces".
///
/// Immutable once built, so repair() may be called by several threads.
class Dehyphenator {
 public:
  /// Collects the words of `text`, the text that attests words. `text` isn't kept. Linear in the
  /// text; memory: its distinct words, or nothing where it has no hyphen.
  explicit Dehyphenator(std::string_view text);
  ~Dehyphenator();
  Dehyphenator(Dehyphenator&&) noexcept;
  Dehyphenator& operator=(Dehyphenator&&) noexcept;

  /// `text` (UTF-8) with broken words joined; all else stays as it is. Linear.
  std::string repair(std::string_view text) const;

 private:
  struct Words;
  std::vector<Words> words_;  ///< one entry, or none when the text has no hyphen
};

}  // namespace pullquote
