// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/planning/phrase_pattern.h"

#include <algorithm>
#include <cassert>

namespace pullquote {

namespace {

/// Sorts unless the spans are in order already, as they mostly are.
void sort_distinct(std::vector<WordSpan>& spans) {
  const auto out_of_order = [](const WordSpan& a, const WordSpan& b) { return a >= b; };
  if (std::adjacent_find(spans.begin(), spans.end(), out_of_order) == spans.end()) return;
  std::sort(spans.begin(), spans.end());
  spans.erase(std::unique(spans.begin(), spans.end()), spans.end());
}

/// Whether one of the spellings stands at `position`.
bool stands_at(const PhrasePattern::Spellings& word, std::uint32_t position, TermPositions& text) {
  return std::any_of(word.begin(), word.end(), [&](std::size_t term) {
    const std::vector<std::uint32_t>& positions = text.positions(term);
    return std::binary_search(positions.begin(), positions.end(), position);
  });
}

/// Whether the words of `path`, from index `first` on, stand in a row from `position` on.
bool stands_at(const PhrasePattern::Path& path, std::size_t first, std::uint32_t position,
               TermPositions& text) {
  for (std::size_t i = first; i < path.size(); ++i, ++position) {
    if (!stands_at(path[i], position, text)) return false;
  }
  return true;
}

/// All occurrences of one place.
void find_place(const PhrasePattern::Place& place, TermPositions& text,
                std::vector<WordSpan>& spans) {
  for (const PhrasePattern::Path& path : place) {
    const auto width = static_cast<std::uint32_t>(path.size());
    for (std::size_t term : path.front()) {
      for (std::uint32_t position : text.positions(term)) {
        if (stands_at(path, 1, position + 1, text)) spans.push_back({position, position + width});
      }
    }
  }
  sort_distinct(spans);
}

/// On which side of a span a place follows.
enum class Side : std::uint8_t { Before, After };

/// Extends a span by a path; false when the words of the path do not stand there.
bool extend(const PhrasePattern::Path& path, Side side, TermPositions& text, WordSpan& span) {
  const auto width = static_cast<std::uint32_t>(path.size());
  if (side == Side::After) {
    if (!stands_at(path, 0, span.end, text)) return false;
    span.end += width;
  } else {
    if (span.begin < width || !stands_at(path, 0, span.begin - width, text)) return false;
    span.begin -= width;
  }
  return true;
}

/// Extends each span by `place` in every possible way; drops the spans that cannot be extended.
void extend(const PhrasePattern::Place& place, Side side, TermPositions& text,
            std::vector<WordSpan>& spans) {
  if (place.size() == 1) {
    std::size_t kept = 0;
    for (WordSpan span : spans) {
      if (extend(place.front(), side, text, span)) spans[kept++] = span;
    }
    spans.resize(kept);
    return;
  }
  std::vector<WordSpan> extended;
  for (const WordSpan& span : spans) {
    for (const PhrasePattern::Path& path : place) {
      WordSpan longer = span;
      if (extend(path, side, text, longer)) extended.push_back(longer);
    }
  }
  spans = std::move(extended);
  sort_distinct(spans);
}

}  // namespace

void find_phrase(const PhrasePattern& pattern, std::span<const std::size_t> order,
                 TermPositions& text, std::vector<WordSpan>& spans) {
  assert(order.size() == pattern.places.size());
  spans.clear();
  if (order.empty()) return;
  find_place(pattern.places[order.front()], text, spans);
  std::size_t last = order.front();
  for (std::size_t place : order.subspan(1)) {
    if (spans.empty()) return;
    extend(pattern.places[place], place > last ? Side::After : Side::Before, text, spans);
    last = std::max(last, place);
  }
}

std::vector<std::size_t> evaluation_order(std::span<const std::uint64_t> costs) {
  if (costs.empty()) return {};
  const auto cheapest =
      static_cast<std::size_t>(std::min_element(costs.begin(), costs.end()) - costs.begin());
  std::vector<std::size_t> order{cheapest};
  std::size_t left = cheapest;
  std::size_t right = cheapest + 1;
  while (order.size() < costs.size()) {
    const bool go_left = right == costs.size() || (left > 0 && costs[left - 1] <= costs[right]);
    order.push_back(go_left ? --left : right++);
  }
  return order;
}

}  // namespace pullquote
