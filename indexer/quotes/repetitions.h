// SPDX-License-Identifier: GPL-3.0-or-later
/// Tells what an article says a second time: pages repeat a sentence of theirs in large type.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <unordered_set>

#include "pullquote/article.h"

namespace pullquote::quotes {

/// The runs of four words of a body outside of its block quotations. Linear to make and to ask.
class Repetitions {
 public:
  Repetitions(std::string_view body, std::span<const BlockQuote> block_quotes);

  /// Most runs of words in `text` stand in the body, too, in whatever case and punctuation.
  bool contain(std::string_view text) const;

 private:
  std::unordered_set<std::uint64_t> runs_;
};

}  // namespace pullquote::quotes
