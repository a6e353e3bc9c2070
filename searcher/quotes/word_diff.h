// SPDX-License-Identifier: GPL-3.0-or-later
/// What differs between two printings of a quotation, word by word.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pullquote/quotes.h"
#include "schema/wording/wording.h"

namespace pullquote {

/// Compares texts; one thread at a time.
class WordComparer final {
 public:
  /// From `before` to `after`: runs of words that are the same, removed or added, in order.
  /// Capitals and punctuation are no difference; a spelling is one, although both are the same
  /// word.
  std::vector<WordDiff> compare(std::string_view before, std::string_view after);

  /// Equal for texts between which compare() finds no difference.
  std::string identity(std::string_view text);

 private:
  WordingReader reader_;
  Wording before_;
  Wording after_;
};

}  // namespace pullquote
