// SPDX-License-Identifier: GPL-3.0-or-later
/// Positions of terms in a text at hand, as the index would hold them.
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

/// Where each word stands: folded forms and, where they differ, forms as written.
class WordPositions {
 public:
  /// @param tokens  must outlive this.
  explicit WordPositions(std::span<const Token> tokens);

  /// Rising and distinct.
  const std::vector<std::uint32_t>& of(std::string_view word) const;

 private:
  std::unordered_map<std::string_view, std::vector<std::uint32_t>> positions_;
};

/// Finds the spans of a positional clause in a text.
void find_spans(const SpanPlan& spans, const WordPositions& text, std::vector<WordSpan>& found);

}  // namespace pullquote
