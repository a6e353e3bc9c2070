// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/results/snippet.h"

#include <algorithm>

#include "searcher/results/code_points.h"

namespace pullquote {

namespace {

constexpr std::string_view kEllipsis = "…";

// Bounds for the length of a snippet, in code points.
constexpr std::size_t kShortest = 40;
constexpr std::size_t kLongest = 4096;

/// An end of the passage is moved by up to this many bytes to a gap between words; then it is cut
/// inside a word.
constexpr std::size_t kWordSearch = 48;

bool is_space(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

/// A half-open range of bytes of the text.
struct Passage {
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// The value of a run: each distinct clause counts once by its importance; each further occurrence
/// counts a little, so that of otherwise equal runs the one with more matches wins.
class RunValue {
 public:
  explicit RunValue(const std::vector<HighlightClause>& clauses)
      : clauses_(clauses), counts_(clauses.size()) {}
  void add(const Occurrence& occurrence) {
    if (counts_[occurrence.clause]++ == 0) distinct_ += importance(occurrence);
    ++occurrences_;
  }
  void remove(const Occurrence& occurrence) {
    if (--counts_[occurrence.clause] == 0) distinct_ -= importance(occurrence);
    --occurrences_;
  }
  double value() const { return distinct_ + 0.001 * occurrences_; }

 private:
  double importance(const Occurrence& occurrence) const {
    return clauses_[occurrence.clause].importance + 0.1;
  }
  const std::vector<HighlightClause>& clauses_;
  std::vector<std::uint32_t> counts_;
  double distinct_ = 0;
  int occurrences_ = 0;
};

/// Translates byte offsets into code points, for offsets that rise. Reads the text once.
class Beginnings {
 public:
  explicit Beginnings(std::string_view text) : text_(text) {}

  /// The number of code points before `start`.
  /// @param start  in bytes; must not fall from call to call.
  std::size_t of(std::size_t start) {
    count_ += code_points(text_, counted_, start);
    counted_ = start;
    return count_;
  }

 private:
  std::string_view text_;
  std::size_t counted_ = 0;  ///< bytes
  std::size_t count_ = 0;
};

/// The run of highest value that fits `characters`; of equal runs the first. A single occurrence is
/// a run even if it is longer.
Passage best_run(std::string_view text, std::span<const Occurrence> occurrences,
                 const std::vector<HighlightClause>& clauses, std::size_t characters) {
  Passage best;
  double best_value = -1;
  RunValue value(clauses);
  Beginnings of_first(text);
  Beginnings of_last(text);
  std::size_t first = 0;
  for (std::size_t last = 0; last < occurrences.size(); ++last) {
    const ByteSpan& span = occurrences[last].span;
    const std::size_t end = of_last.of(span.start) + code_points(text, span.start, span.end);
    value.add(occurrences[last]);
    while (first < last && end - of_first.of(occurrences[first].span.start) > characters) {
      value.remove(occurrences[first++]);
    }
    if (value.value() > best_value + 1e-9) {
      best_value = value.value();
      best = {occurrences[first].span.start, span.end};
    }
  }
  return best;
}

/// The last beginning of a sentence or paragraph in [from, to]; `to` + 1 when there is none.
std::size_t sentence_start(std::string_view text, std::size_t from, std::size_t to) {
  for (std::size_t at = to + 1; at-- > from;) {
    if (at == 0) return 0;
    if (!is_space(text[at - 1]) || is_space(text[at])) continue;
    const std::size_t gap = text.find_last_not_of(" \n\t\r", at - 1);
    if (gap == std::string_view::npos) return at;
    const bool paragraph = text.substr(gap, at - gap).find("\n\n") != std::string_view::npos;
    if (paragraph || text[gap] == '.' || text[gap] == '!' || text[gap] == '?') return at;
  }
  return to + 1;
}

/// The first beginning of a word at `from` or behind it, within kWordSearch bytes and not behind
/// `to`; else the next code point.
std::size_t word_start(std::string_view text, std::size_t from, std::size_t to) {
  if (from == 0) return 0;
  for (std::size_t at = from; at <= to && at < from + kWordSearch; ++at) {
    if (is_space(text[at - 1]) && !is_space(text[at])) return at;
  }
  while (from < to && is_continuation(text[from])) ++from;
  return from;
}

/// The last end of a word at `to` or before it, within kWordSearch bytes and not before `from`;
/// else the end of the code point before.
std::size_t word_end(std::string_view text, std::size_t from, std::size_t to) {
  if (to >= text.size()) return text.size();
  for (std::size_t at = to; at >= from && at + kWordSearch > to; --at) {
    if (is_space(text[at]) && at > 0 && !is_space(text[at - 1])) return at;
    if (at == 0) break;
  }
  while (to > from && is_continuation(text[to])) --to;
  return to;
}

/// The run with text around it, about `characters` long and cut between words.
Passage surround(std::string_view text, const Passage& run, std::size_t characters) {
  // A very long occurrence is cut.
  const std::size_t run_end = std::min(run.end, code_points_after(text, run.begin, 2 * characters));
  const std::size_t length = code_points(text, run.begin, run_end);
  const std::size_t room = characters > length ? characters - length : 0;
  // Half of the room goes before the run and half behind it. Room that is not needed behind,
  // because the text ends there, goes before it, too.
  const std::size_t half = code_points_before(text, run.begin, room / 2);
  const std::size_t behind = room - code_points(text, half, run.begin);
  const std::size_t used = code_points(text, run_end, code_points_after(text, run_end, behind));
  const std::size_t earliest = code_points_before(text, run.begin, room - used);
  Passage passage;
  passage.begin = sentence_start(text, earliest, run.begin);
  if (passage.begin > run.begin) passage.begin = word_start(text, earliest, run.begin);
  // If the passage begins later than it might, the room saved is used behind the run.
  const std::size_t end = std::max(run_end, code_points_after(text, passage.begin, characters));
  passage.end = word_end(text, run_end, end);
  return passage;
}

/// Copies a passage with single blanks, and moves the marked spans to where their text is copied.
class Copy {
 public:
  Copy(std::string_view text, const Passage& passage) : text_(text), passage_(passage) {
    if (passage.begin > 0) snippet_.text += kEllipsis;
  }

  /// Marks a span of the text. Spans must come by rising start.
  void mark(const ByteSpan& span) {
    const std::size_t start = std::max<std::size_t>(span.start, passage_.begin);
    const std::size_t end = std::min<std::size_t>(span.end, passage_.end);
    if (start >= end) return;
    copy_until(start);
    const auto from = static_cast<std::uint32_t>(snippet_.text.size());
    copy_until(end);
    snippet_.matches.push_back({from, static_cast<std::uint32_t>(snippet_.text.size())});
  }

  /// Copies the rest of the passage.
  Snippet finish() {
    copy_until(passage_.end);
    while (!snippet_.text.empty() && snippet_.text.back() == ' ') snippet_.text.pop_back();
    if (passage_.end < text_.size()) snippet_.text += kEllipsis;
    return std::move(snippet_);
  }

 private:
  /// Copies up to the byte `end` of the text.
  void copy_until(std::size_t end) {
    for (; at() < end; ++copied_) {
      const char c = text_[at()];
      if (!is_space(c)) {
        snippet_.text += c;
      } else if (!snippet_.text.empty() && snippet_.text.back() != ' ' && !(copied_ == 0)) {
        snippet_.text += ' ';
      }
    }
  }
  std::size_t at() const { return passage_.begin + copied_; }

  std::string_view text_;
  Passage passage_;
  std::size_t copied_ = 0;  ///< bytes of the passage
  Snippet snippet_;
};

}  // namespace

Snippet make_snippet(std::string_view text, std::span<const Occurrence> occurrences,
                     const std::vector<HighlightClause>& clauses, std::size_t characters) {
  characters = std::clamp(characters, kShortest, kLongest);
  const Passage run =
      occurrences.empty() ? Passage{} : best_run(text, occurrences, clauses, characters);
  Copy copy(text, surround(text, run, characters));
  for (const ByteSpan& span : joined_spans(occurrences)) copy.mark(span);
  return copy.finish();
}

}  // namespace pullquote
