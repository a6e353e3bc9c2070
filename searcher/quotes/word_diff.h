// SPDX-License-Identifier: GPL-3.0-or-later
/// Compares two printings of a quotation word by word: the longest common row of words, with runs
/// of removed and added words between its parts.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pullquote/quotes.h"
#include "schema/wording/wording.h"

namespace pullquote {

/// Keeps its buffers. One thread at a time.
class WordComparer final {
 public:
  /// The runs of words that are the same, removed or added, from `before` to `after`, in order.
  /// Capitals and punctuation make no difference. Another spelling does, although it is the same
  /// word: it counts as removed and added.
  std::vector<WordDiff> compare(std::string_view before, std::string_view after);

  /// A key that is equal for two texts exactly if compare() finds no difference between them.
  std::string identity(std::string_view text);

 private:
  WordingReader reader_;
  Wording before_;
  Wording after_;
};

}  // namespace pullquote
