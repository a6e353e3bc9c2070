// SPDX-License-Identifier: GPL-3.0-or-later
/// NEAR and ADJ by dynamic programming over partial choices of occurrences. A partial choice is
/// described by its slack (see Choice): of all choices of the same operands that have ended before
/// a word, the one with the least slack is the best to continue with. Under ADJ the operands chosen
/// so far are a prefix of the list; under NEAR they are any subset, of which there are 2^m.
#include "searcher/evaluation/proximity.h"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <optional>
#include <queue>

namespace pullquote {

namespace {

/// A partial choice: one occurrence of each operand so far. Appending an occurrence that begins at
/// p leaves p + slack words between the chosen ones. So of several choices that may be continued
/// the one with the least slack is best, whatever follows (dynamic programming).
struct Choice {
  std::int64_t slack = 0;   ///< words between the chosen occurrences, less the end of the last
  std::uint32_t begin = 0;  ///< of the first occurrence
  std::uint32_t end = 0;    ///< of the last occurrence
};

/// A choice of one occurrence.
Choice alone(const WordSpan& span) {
  return {-static_cast<std::int64_t>(span.end), span.begin, span.end};
}

/// `choice` continued by `span`. Empty when more than `limit` words lie between the chosen
/// occurrences.
std::optional<Choice> append(const Choice& choice, const WordSpan& span, std::int64_t limit) {
  const std::int64_t between = choice.slack + span.begin;
  if (between > limit) return std::nullopt;
  return Choice{between - span.end, choice.begin, span.end};
}

/// Least slack first; of equal slack the choice that begins later, which is shorter.
bool better(const Choice& a, const Choice& b) {
  return a.slack != b.slack ? a.slack < b.slack : a.begin > b.begin;
}

bool ends_before(const Choice& a, const Choice& b) {
  return a.end < b.end;
}

/// One occurrence of each operand, in the order of the operands. Adds one operand after the other
/// and keeps the best choice for each last occurrence.
void find_in_order(std::span<const std::vector<WordSpan>* const> operands, std::int64_t limit,
                   std::vector<WordSpan>& found) {
  std::vector<Choice> choices;
  for (const WordSpan& span : *operands.front()) choices.push_back(alone(span));
  for (const std::vector<WordSpan>* operand : operands.subspan(1)) {
    std::sort(choices.begin(), choices.end(), ends_before);
    std::vector<Choice> longer;
    std::optional<Choice> best;
    auto at = choices.begin();
    for (const WordSpan& span : *operand) {
      for (; at != choices.end() && at->end <= span.begin; ++at) {
        if (!best || better(*at, *best)) best = *at;
      }
      if (!best) continue;
      if (const auto choice = append(*best, span, limit)) longer.push_back(*choice);
    }
    choices = std::move(longer);
  }
  for (const Choice& choice : choices) found.push_back({choice.begin, choice.end});
}

/// An occurrence and the index of its operand.
struct Occurrence {
  WordSpan span;
  std::size_t operand;
};

/// The occurrences of all operands, sorted by where they begin.
std::vector<Occurrence> by_begin(std::span<const std::vector<WordSpan>> operands) {
  std::vector<Occurrence> occurrences;
  for (std::size_t i = 0; i < operands.size(); ++i) {
    for (const WordSpan& span : operands[i]) occurrences.push_back({span, i});
  }
  std::sort(occurrences.begin(), occurrences.end(),
            [](const Occurrence& a, const Occurrence& b) { return a.span.begin < b.span.begin; });
  return occurrences;
}

/// One occurrence of each operand, in any order. Walks through the text and keeps, for each subset
/// of the operands (a bit mask), the best choice that has ended before the current word.
void find_in_any_order(std::span<const std::vector<WordSpan>> operands, std::int64_t limit,
                       std::vector<WordSpan>& found) {
  struct Pending {
    Choice choice;
    std::size_t chosen;
  };
  const auto ends_later = [](const Pending& a, const Pending& b) {
    return a.choice.end > b.choice.end;
  };
  const std::size_t all = (std::size_t{1} << operands.size()) - 1;
  std::vector<std::optional<Choice>> best(all + 1);
  std::priority_queue<Pending, std::vector<Pending>, decltype(ends_later)> pending(ends_later);
  for (const Occurrence& occurrence : by_begin(operands)) {
    const WordSpan& span = occurrence.span;
    for (; !pending.empty() && pending.top().choice.end <= span.begin; pending.pop()) {
      std::optional<Choice>& known = best[pending.top().chosen];
      if (!known || better(pending.top().choice, *known)) known = pending.top().choice;
    }
    const std::size_t bit = std::size_t{1} << occurrence.operand;
    pending.push({alone(span), bit});
    for (std::size_t chosen = 1; chosen < all; ++chosen) {
      if ((chosen & bit) != 0 || !best[chosen]) continue;
      const auto choice = append(*best[chosen], span, limit);
      if (!choice) continue;
      if ((chosen | bit) == all) found.push_back({choice->begin, choice->end});
      pending.push({*choice, chosen | bit});
    }
  }
}

/// Windows that hold one occurrence of each operand, which may overlap. For each position where an
/// occurrence begins, the window of the latest occurrences of all operands.
void find_windows(std::span<const std::vector<WordSpan>> operands, std::int64_t limit,
                  std::vector<WordSpan>& found) {
  std::vector<std::optional<WordSpan>> last(operands.size());
  const std::vector<Occurrence> occurrences = by_begin(operands);
  for (std::size_t i = 0; i < occurrences.size(); ++i) {
    last[occurrences[i].operand] = occurrences[i].span;
    const bool more_here =
        i + 1 < occurrences.size() && occurrences[i + 1].span.begin == occurrences[i].span.begin;
    if (more_here) continue;
    if (!std::all_of(last.begin(), last.end(), [](const auto& span) { return span.has_value(); })) {
      continue;
    }
    WordSpan window{std::numeric_limits<std::uint32_t>::max(), 0};
    std::int64_t words = 0;
    for (const auto& span : last) {
      window = {std::min(window.begin, span->begin), std::max(window.end, span->end)};
      words += span->end - span->begin;
    }
    if (window.end - window.begin - words <= limit) found.push_back(window);
  }
}

}  // namespace

void find_near(std::span<const std::vector<WordSpan>> operands, unsigned distance, bool ordered,
               std::vector<WordSpan>& found) {
  found.clear();
  if (operands.empty()) return;
  const std::int64_t limit = std::int64_t{distance} - 1;
  if (operands.size() == 1) {
    found = operands.front();
  } else if (ordered || operands.size() == 2) {
    std::vector<const std::vector<WordSpan>*> in_order;
    for (const std::vector<WordSpan>& operand : operands) in_order.push_back(&operand);
    find_in_order(in_order, limit, found);
    if (!ordered) {
      std::reverse(in_order.begin(), in_order.end());
      find_in_order(in_order, limit, found);
    }
  } else if (operands.size() <= kDistinctNearOperands) {
    find_in_any_order(operands, limit, found);
  } else {
    find_windows(operands, limit, found);
  }
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
}

}  // namespace pullquote
