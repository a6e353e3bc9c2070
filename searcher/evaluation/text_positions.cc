// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/evaluation/text_positions.h"

#include <algorithm>

#include "searcher/evaluation/proximity.h"

namespace pullquote {

namespace {

/// The positions of a pattern's terms in the text.
class PatternPositions final : public TermPositions {
 public:
  PatternPositions(const PhrasePattern& pattern, const WordPositions& text)
      : pattern_(pattern), text_(text) {}
  const std::vector<std::uint32_t>& positions(std::size_t term) override {
    return text_.of(pattern_.terms[term]);
  }

 private:
  const PhrasePattern& pattern_;
  const WordPositions& text_;
};

/// The occurrences of a phrase; begins at the place with the fewest words in the text.
void find_pattern(const PhrasePattern& pattern, const WordPositions& text,
                  std::vector<WordSpan>& found) {
  std::vector<std::uint64_t> costs;
  for (const PhrasePattern::Place& place : pattern.places) {
    std::uint64_t cost = 0;
    for (const PhrasePattern::Path& path : place) {
      for (std::size_t term : path.front()) cost += text.of(pattern.terms[term]).size();
    }
    costs.push_back(cost);
  }
  PatternPositions positions(pattern, text);
  find_phrase(pattern, evaluation_order(costs), positions, found);
}

}  // namespace

WordPositions::WordPositions(std::span<const Token> tokens) {
  const auto add = [this](std::string_view word, std::uint32_t position) {
    std::vector<std::uint32_t>& positions = positions_[word];
    if (positions.empty() || positions.back() != position) positions.push_back(position);
  };
  for (const Token& token : tokens) {
    add(token.term, token.position);
    if (!token.surface.empty()) add(token.surface, token.position);
  }
}

const std::vector<std::uint32_t>& WordPositions::of(std::string_view word) const {
  static const std::vector<std::uint32_t> kNowhere;
  const auto found = positions_.find(word);
  return found == positions_.end() ? kNowhere : found->second;
}

void find_spans(const SpanPlan& spans, const WordPositions& text, std::vector<WordSpan>& found) {
  found.clear();
  if (spans.kind == SpanPlan::Kind::Phrase) return find_pattern(spans.pattern, text, found);
  std::vector<std::vector<WordSpan>> operands(spans.operands.size());
  for (std::size_t i = 0; i < operands.size(); ++i) {
    find_spans(spans.operands[i], text, operands[i]);
  }
  if (spans.kind == SpanPlan::Kind::Near) {
    return find_near(operands, spans.distance, spans.ordered, found);
  }
  for (const std::vector<WordSpan>& operand : operands) {
    found.insert(found.end(), operand.begin(), operand.end());
  }
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
}

}  // namespace pullquote
