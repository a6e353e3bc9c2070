// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/results/highlighter.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "searcher/evaluation/text_positions.h"
#include "searcher/results/enclosing_ranges.h"

namespace pullquote {

namespace {

/// Translates positions of words into bytes of the text.
class TokenBytes {
 public:
  explicit TokenBytes(std::span<const Token> tokens) : tokens_(tokens) {}

  /// From the first byte of the span's first word to the last byte of its last word.
  ByteSpan of(const WordSpan& span) const {
    ByteSpan bytes{UINT32_MAX, 0};
    for (auto at = first_at(span.begin); at != tokens_.end() && at->position < span.end; ++at) {
      bytes.start = std::min(bytes.start, at->start);
      bytes.end = std::max(bytes.end, at->end);
    }
    return bytes;
  }

 private:
  /// The first token at `position` or behind it.
  std::span<const Token>::iterator first_at(std::uint32_t position) const {
    return std::partition_point(tokens_.begin(), tokens_.end(), [position](const Token& token) {
      return token.position < position;
    });
  }

  std::span<const Token> tokens_;
};

/// The spans to mark. For NEAR these are the operands inside the windows found, not the words
/// between them.
void marked_spans(const SpanPlan& plan, const WordPositions& text, std::vector<WordSpan>& marked) {
  std::vector<WordSpan> found;
  find_spans(plan, text, found);
  if (plan.kind != SpanPlan::Kind::Near) {
    marked.insert(marked.end(), found.begin(), found.end());
    return;
  }
  std::vector<Range> ranges;
  for (const WordSpan& window : found) ranges.push_back({window.begin, window.end});
  const EnclosingRanges windows(std::move(ranges));
  for (const SpanPlan& operand : plan.operands) {
    std::vector<WordSpan> candidates;
    marked_spans(operand, text, candidates);
    for (const WordSpan& candidate : candidates) {
      if (windows.enclose({candidate.begin, candidate.end})) marked.push_back(candidate);
    }
  }
}

/// The bytes of the body that belong to the quotes field.
EnclosingRanges quotes_field(const std::vector<Quote>& quotes) {
  std::vector<Range> ranges;
  for (const Quote& quote : quotes) {
    if (quotes_somebody(quote.kind)) ranges.push_back({quote.span.start, quote.span.end});
  }
  return EnclosingRanges(std::move(ranges));
}

bool starts_before(const Occurrence& a, const Occurrence& b) {
  return a.span.start < b.span.start;
}

}  // namespace

bool Highlighter::applies(const HighlightClause& clause, TextArea area) const {
  switch (clause.field) {
    case RankedField::Headline:
      return area == TextArea::Headline;
    case RankedField::Body:
      return area != TextArea::Headline;
    case RankedField::Quote:
      return area == TextArea::Body;
    case RankedField::Combined:
      break;
  }
  return true;
}

const Highlighter::Lookup& Highlighter::lookup(const std::string& language, Analyzer& analyzer) {
  const auto [entry, is_new] = lookups_.try_emplace(language);
  if (!is_new) return entry->second;
  for (std::uint32_t i = 0; i < clauses_.size(); ++i) {
    for (const std::string& word : clauses_[i].words) {
      auto& clauses = clauses_[i].exact ? entry->second.exact[word]
                                        : entry->second.stems[std::string(analyzer.stem(word))];
      if (clauses.empty() || clauses.back() != i) clauses.push_back(i);
    }
  }
  return entry->second;
}

std::vector<Occurrence> Highlighter::find(const Article& article, std::string_view text,
                                          TextArea area) {
  std::vector<Occurrence> occurrences;
  Analyzer& analyzer = analyzer_.in(article.language);
  const Lookup& words = lookup(article.language, analyzer);
  std::optional<EnclosingRanges> quotes;
  const auto add = [&](const ByteSpan& span, std::uint32_t clause) {
    if (clauses_[clause].field == RankedField::Quote) {
      if (!quotes) quotes.emplace(quotes_field(article.quotes));
      if (!quotes->enclose({span.start, span.end})) return;
    }
    occurrences.push_back({span, clause});
  };
  std::string key;
  const auto add_word = [&](const auto& lookup, std::string_view word, const Token& token) {
    if (lookup.empty() || word.empty()) return;
    key = word;
    const auto found = lookup.find(key);
    if (found == lookup.end()) return;
    for (std::uint32_t clause : found->second) {
      if (applies(clauses_[clause], area)) add({token.start, token.end}, clause);
    }
  };
  const std::span<const Token> tokens = analyzer.tokenize(text);
  for (const Token& token : tokens) {
    add_word(words.exact, token.term, token);
    add_word(words.exact, token.surface, token);
    if (!words.stems.empty()) add_word(words.stems, analyzer.stem(token.term), token);
  }
  const TokenBytes bytes(tokens);
  std::optional<WordPositions> positions;
  for (std::uint32_t i = 0; i < clauses_.size(); ++i) {
    if (!clauses_[i].words.empty() || !applies(clauses_[i], area)) continue;
    if (!positions) positions.emplace(tokens);
    std::vector<WordSpan> marked;
    marked_spans(clauses_[i].spans, *positions, marked);
    for (const WordSpan& span : marked) add(bytes.of(span), i);
  }
  std::stable_sort(occurrences.begin(), occurrences.end(), starts_before);
  return occurrences;
}

std::vector<ByteSpan> joined_spans(std::span<const Occurrence> occurrences) {
  std::vector<ByteSpan> spans;
  for (const Occurrence& occurrence : occurrences) {
    if (!spans.empty() && occurrence.span.start < spans.back().end) {
      spans.back().end = std::max(spans.back().end, occurrence.span.end);
    } else {
      spans.push_back(occurrence.span);
    }
  }
  return spans;
}

}  // namespace pullquote
