// SPDX-License-Identifier: GPL-3.0-or-later
// An article is taken to quote in single marks when more runs in single marks stand outside of
// double ones than the other way round. Within it, a run goes from an opening mark to the first
// closing one that is no apostrophe: after punctuation it surely closes; after a letter it closes
// unless the letter is an s or n (the residents' plan, goin' home) and another closing mark comes
// before the next opening one.
#include "indexer/quotes/single_marks.h"

#include <algorithm>
#include <cstddef>

#include "indexer/quotes/characters.h"
#include "indexer/quotes/marks.h"
#include "schema/analysis/ascii.h"

namespace pullquote::quotes {
namespace {

bool may_be_apostrophe(std::string_view body, const Mark& mark) {
  if (mark.at == 0) return false;
  const char before = ascii_lower(body[mark.at - 1]);
  return before == 's' || before == 'n' || before == 'z' || before == 'x';
}

bool can_close(const Mark& mark) {
  return mark.side != MarkSide::Opens;
}

/// A later mark can close the run before another one opens.
bool closes_later(const std::vector<Mark>& marks, std::size_t i, std::size_t last) {
  do {
    ++i;
  } while (i < last && marks[i].side == MarkSide::Either);  // the '60s
  return i < last && marks[i].side == MarkSide::Closes;
}

constexpr std::size_t kMaxContinuedParagraphs = 40;  // keeps unclosed chains linear

class SinglePairing {
 public:
  SinglePairing(std::string_view body, const std::vector<Paragraph>& blocks)
      : body_(body), blocks_(blocks) {
    first_mark_.reserve(blocks.size() + 1);
    for (const Paragraph block : blocks) {
      first_mark_.push_back(marks_.size());
      find_single_marks(body, block, marks_);
    }
    first_mark_.push_back(marks_.size());
  }

  std::vector<MarkedSpan> run() {
    std::vector<MarkedSpan> spans;
    for (std::size_t block = 0; block < blocks_.size(); ++block) {
      std::size_t i = std::max(first_mark_[block], next_);
      while (i < first_mark_[block + 1]) {
        if (!opens(block, i) || !pair(block, i, spans)) ++i;
        i = std::max(i, next_);
      }
    }
    return spans;
  }

 private:
  /// A clipped word may begin what is quoted ('Tis late,' he said): the mark of a paragraph that
  /// begins with it opens when another one closes after a comma or stop.
  bool opens(std::size_t block, std::size_t i) const {
    if (marks_[i].side == MarkSide::Opens) return true;
    return marks_[i].side == MarkSide::Either && marks_[i].at == blocks_[block].start &&
           i + 1 < first_mark_[block + 1] && marks_[i + 1].side == MarkSide::Closes &&
           marks_[i + 1].after_stop;
  }

  /// Pairs the opening mark `first` of `block`; true when `next_` is past its closing mark.
  bool pair(std::size_t block, std::size_t first, std::vector<MarkedSpan>& spans) {
    std::size_t continued = 0;
    for (std::size_t i = first + 1;; i = first_mark_[block] + 1) {
      const std::size_t close = closing(i, first_mark_[block + 1]);
      if (close < first_mark_[block + 1]) {
        add(marks_[first], marks_[close], continued > 0, spans);
        next_ = close + 1;
        return true;
      }
      if (!starts_with_opening(++block) || ++continued > kMaxContinuedParagraphs) return false;
    }
  }

  std::size_t closing(std::size_t i, std::size_t last) const {
    int depth = 1;
    for (; i < last; ++i) {
      if (!can_close(marks_[i])) {
        if (++depth > 2) break;
        continue;
      }
      if (marks_[i].side == MarkSide::Either) continue;
      if (!marks_[i].after_stop && may_be_apostrophe(body_, marks_[i]) &&
          closes_later(marks_, i, last)) {
        continue;
      }
      if (--depth == 0) return i;
    }
    return last;
  }

  bool starts_with_opening(std::size_t block) const {
    return block < blocks_.size() && first_mark_[block] < first_mark_[block + 1] &&
           marks_[first_mark_[block]].at == blocks_[block].start &&
           marks_[first_mark_[block]].side == MarkSide::Opens;
  }

  static void add(const Mark& open, const Mark& close, bool continued,
                  std::vector<MarkedSpan>& spans) {
    MarkedSpan span;
    span.outer_start = open.at;
    span.start = open.at + open.length;
    span.end = close.at;
    span.outer_end = close.at + close.length;
    span.family = MarkFamily::Single;
    span.continued = continued;
    if (span.start < span.end) spans.push_back(span);
  }

  std::string_view body_;
  const std::vector<Paragraph>& blocks_;
  std::vector<Mark> marks_;
  std::vector<std::size_t> first_mark_;
  std::size_t next_ = 0;  // marks before this one are used
};

bool contains(const MarkedSpan& outer, const MarkedSpan& inner) {
  return outer.outer_start <= inner.outer_start && inner.outer_end <= outer.outer_end;
}

/// How many of `spans` lie in none of `others`; both in order.
std::size_t count_outside(const std::vector<MarkedSpan>& spans,
                          const std::vector<MarkedSpan>& others) {
  std::size_t outside = 0;
  auto other = others.begin();
  for (const MarkedSpan& span : spans) {
    while (other != others.end() && other->outer_end <= span.outer_start) ++other;
    if (other == others.end() || !contains(*other, span)) ++outside;
  }
  return outside;
}

}  // namespace

std::vector<MarkedSpan> with_single_marks(std::string_view body,
                                          const std::vector<Paragraph>& blocks,
                                          std::vector<MarkedSpan> doubles) {
  std::vector<MarkedSpan> singles = SinglePairing(body, blocks).run();
  if (singles.empty()) return doubles;
  if (count_outside(singles, doubles) <= count_outside(doubles, singles)) return doubles;
  std::vector<MarkedSpan> all = std::move(doubles);
  all.insert(all.end(), singles.begin(), singles.end());
  std::sort(all.begin(), all.end(), [](const MarkedSpan& a, const MarkedSpan& b) {
    return a.outer_start != b.outer_start ? a.outer_start < b.outer_start
                                          : a.outer_end > b.outer_end;
  });
  std::vector<MarkedSpan> outermost;
  for (const MarkedSpan& span : all) {
    if (outermost.empty() || span.outer_start >= outermost.back().outer_end)
      outermost.push_back(span);
  }
  return outermost;
}

}  // namespace pullquote::quotes
