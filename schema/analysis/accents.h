// SPDX-License-Identifier: GPL-3.0-or-later
/// Accents that a stemmer needs, put back into a folded term.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace pullquote {

/// For one language. Immutable.
class AccentRestorer {
 public:
  /// @param language ISO 639-1 code. Most languages have no rules: their stemmers know the
  /// unaccented forms, or take accents off themselves.
  explicit AccentRestorer(std::string_view language);

  bool has_rules() const { return harmony_ || !endings_.empty(); }

  /// `term` as its language writes it, as far as the stemmer cares: the longest ending of
  /// data/lexicon/stem-endings.tsv, and for Turkish the dotless ı that vowel harmony demands.
  std::string restored(std::string_view term) const;

 private:
  std::vector<std::pair<std::string_view, std::string_view>> endings_;  // longest first
  bool harmony_ = false;
};

}  // namespace pullquote
