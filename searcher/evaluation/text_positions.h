// SPDX-License-Identifier: GPL-3.0-or-later
/// Word positions in a text at hand, found as a search finds them in the index: said:(...) checks
/// stored quotes with them, and highlighting marks passages.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "pullquote/analyzer.h"
#include "searcher/planning/phrase_pattern.h"
#include "searcher/planning/plan.h"

namespace pullquote {

/// The positions of each word of a text: of its folded form and, where that differs, of the form as
/// written.
class WordPositions {
 public:
  /// @param tokens  by rising position; must outlive this.
  explicit WordPositions(std::span<const Token> tokens);

  /// Distinct positions of `word` in rising order; empty when the text lacks it.
  const std::vector<std::uint32_t>& of(std::string_view word) const;

 private:
  std::unordered_map<std::string_view, std::vector<std::uint32_t>> positions_;
};

/// Overwrites `found` with the spans of a positional clause in a text: distinct and rising.
void find_spans(const SpanPlan& spans, const WordPositions& text, std::vector<WordSpan>& found);

}  // namespace pullquote
