// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/quotes/mark_scanner.h"

#include <algorithm>
#include <optional>

#include "indexer/quotes/characters.h"
#include "indexer/quotes/marks.h"
#include "indexer/quotes/missing_close.h"
#include "indexer/quotes/single_marks.h"

namespace pullquote::quotes {
namespace {

constexpr std::size_t kMaxInnerMarks = 64;     // looked at for one inner pair, to stay linear
constexpr std::size_t kMinRepairedBytes = 12;  // shorter runs up to a stray mark are no speech

bool has_word(std::string_view inside) {
  for (std::size_t at = 0; at < inside.size();) {
    const CodePoint c = code_point_at(inside, at);
    if (is_letter(c.value) || is_digit(c.value)) return true;
    at += c.length;
  }
  return false;
}

/// Pairs the double marks and guillemets of a body, paragraph by paragraph.
class Pairing {
 public:
  Pairing(std::string_view body, const std::vector<Paragraph>& blocks, const Lexicon& lexicon)
      : body_(body), blocks_(blocks), lexicon_(lexicon) {
    first_mark_.reserve(blocks.size() + 1);
    for (const Paragraph block : blocks) {
      first_mark_.push_back(marks_.size());
      find_double_marks(body, block, marks_);
    }
    first_mark_.push_back(marks_.size());
  }

  std::vector<MarkedSpan> run() {
    for (std::size_t block = 0; block < blocks_.size(); ++block) pair_block(block);
    return std::move(spans_);
  }

 private:
  void pair_block(std::size_t block) {
    block_start_ = blocks_[block].start;
    block_end_ = blocks_[block].end;
    const std::size_t last = first_mark_[block + 1];
    std::size_t i = first_mark_[block];
    count_remaining(i, last);
    if (open_ && i < last && repeats_opening(block)) count(marks_[i++]);
    for (; i < last; ++i) {
      count(marks_[i]);
      take(i, last);
    }
    if (open_ && !continues_in(block + 1)) end_unclosed(blocks_[block].end);
    if (open_) open_->continued = true;
  }

  /// Keeps, by family, how many closing more than opening marks are still to come in the paragraph.
  void count_remaining(std::size_t first, std::size_t last) {
    surplus_[0] = surplus_[1] = 0;
    for (std::size_t i = first; i < last; ++i) surplus(marks_[i].family) += weight(marks_[i]);
  }
  void count(const Mark& mark) { surplus(mark.family) -= weight(mark); }
  int& surplus(MarkFamily family) { return surplus_[family == MarkFamily::Guillemet ? 1 : 0]; }
  static int weight(const Mark& mark) {
    return mark.side == MarkSide::Closes ? 1 : mark.side == MarkSide::Opens ? -1 : 0;
  }

  void take(std::size_t i, std::size_t last) {
    const Mark& mark = marks_[i];
    if (!open_) {
      if (mark.side == MarkSide::Closes) {
        open_missing(i, last);
      } else {
        begin(mark);
      }
      return;
    }
    if (mark.family != open_->family) return;
    if (mark.side == MarkSide::Opens) {
      if (surplus(mark.family) > depth_ || is_inner_pair(i, last)) {
        ++depth_;  // enough closing marks follow for both
      } else {
        end_unclosed(mark.at);
        begin(mark);
      }
    } else if (!is_inch_sign(i, last)) {
      if (--depth_ == 0) end(mark);
    }
  }

  /// "… “…” …": a pair of the other glyph inside a quotation that is closed or goes on.
  bool is_inner_pair(std::size_t i, std::size_t last) const {
    const Mark& mark = marks_[i];
    if (mark.directed == open_directed_ || i + 1 >= last) return false;
    const Mark& next = marks_[i + 1];
    if (next.side != MarkSide::Closes || next.directed != mark.directed) return false;
    const std::size_t end = std::min(last, i + kMaxInnerMarks);
    for (std::size_t k = i + 2; k < end; ++k) {
      if (marks_[k].directed == open_directed_) return marks_[k].side == MarkSide::Closes;
    }
    return last < marks_.size() && marks_[last].side == MarkSide::Opens &&
           marks_[last].directed == open_directed_;
  }

  /// 6'2": a digit before the mark, and the next mark closes as well.
  bool is_inch_sign(std::size_t i, std::size_t last) const {
    return marks_[i].after_digit && !marks_[i].directed && i + 1 < last &&
           marks_[i + 1].family == marks_[i].family && marks_[i + 1].side == MarkSide::Closes;
  }

  void begin(const Mark& mark) {
    open_.emplace();
    open_->outer_start = mark.at;
    open_->start = mark.at + mark.length;
    open_->family = mark.family;
    open_directed_ = mark.directed;
    depth_ = 1;
  }

  void end(const Mark& mark) { finish(mark.at, mark.at + mark.length); }

  void end_unclosed(std::uint32_t bound) {
    open_->repaired = true;
    const std::uint32_t from = std::max(open_->start, block_start_);
    const auto close = missing_close(body_.substr(from, bound - from), lexicon_);
    const std::uint32_t at = close ? from + static_cast<std::uint32_t>(*close) : bound;
    finish(at, at);
  }

  /// Foo," he said: the first mark of a paragraph closes what the paragraph began, and text
  /// follows.
  void open_missing(std::size_t i, std::size_t last) {
    const Mark& mark = marks_[i];
    const bool first_in_block = i == 0 || marks_[i - 1].at < block_start_;
    const bool text_follows = i + 1 < last || mark.at + mark.length < block_end_;
    if (!first_in_block || !text_follows || !mark.after_stop) return;
    if (mark.at < block_start_ + kMinRepairedBytes) return;
    open_.emplace();
    open_->outer_start = open_->start = block_start_;
    open_->family = mark.family;
    open_->repaired = true;
    end(mark);
  }

  void finish(std::uint32_t inside_end, std::uint32_t outer_end) {
    MarkedSpan span = *open_;
    open_.reset();
    span.end = inside_end;
    span.outer_end = outer_end;
    trim(span);
    if (has_word(body_.substr(span.start, span.end - span.start))) spans_.push_back(span);
  }

  void trim(MarkedSpan& span) const {
    const std::string_view inside = body_.substr(0, span.end);
    while (span.start < span.end) {
      const CodePoint c = code_point_at(inside, span.start);
      if (!is_space(c.value)) break;
      span.start += c.length;
    }
    while (span.end > span.start) {
      const CodePoint c = code_point_before(body_, span.end);
      if (!is_space(c.value)) break;
      span.end -= c.length;
    }
    span.end = std::max(span.end, span.start);
  }

  bool repeats_opening(std::size_t block) const {
    const Mark& mark = marks_[first_mark_[block]];
    return mark.family == open_->family && mark.at == blocks_[block].start;
  }

  /// The paragraph goes on with the quotation: it starts with the mark again, or its first mark
  /// closes one. A paragraph that already ended in a cue has only lost its mark.
  bool continues_in(std::size_t next) const {
    if (next >= blocks_.size() || first_mark_[next] == first_mark_[next + 1]) return false;
    const Mark& mark = marks_[first_mark_[next]];
    if (mark.family != open_->family) return false;
    const bool repeated = mark.at == blocks_[next].start;
    if (!repeated && (mark.side != MarkSide::Closes || mark.after_digit)) return false;
    const std::uint32_t from = std::max(open_->start, blocks_[next - 1].start);
    return !missing_close(body_.substr(from, blocks_[next - 1].end - from), lexicon_);
  }

  std::string_view body_;
  const std::vector<Paragraph>& blocks_;
  const Lexicon& lexicon_;
  std::vector<Mark> marks_;              // of all paragraphs
  std::vector<std::size_t> first_mark_;  // by paragraph, and one past the last
  std::vector<MarkedSpan> spans_;
  std::optional<MarkedSpan> open_;
  std::uint32_t block_start_ = 0;
  std::uint32_t block_end_ = 0;
  int depth_ = 0;
  bool open_directed_ = false;  // the glyph that opened has a direction
  int surplus_[2] = {0, 0};
};

}  // namespace

std::vector<MarkedSpan> scan_marks(std::string_view body, const std::vector<Paragraph>& blocks,
                                   const Lexicon& lexicon) {
  std::vector<MarkedSpan> spans = Pairing(body, blocks, lexicon).run();
  return with_single_marks(body, blocks, std::move(spans));
}

}  // namespace pullquote::quotes
