// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/quotes/block_quotes.h"

#include <algorithm>
#include <optional>

#include "indexer/quotes/characters.h"
#include "indexer/quotes/cue_finder.h"
#include "indexer/quotes/repetitions.h"
#include "indexer/quotes/source_lines.h"
#include "indexer/quotes/tokens.h"

namespace pullquote::quotes {
namespace {

using namespace word_class;

constexpr std::uint32_t kMaxIntroBytes = 4000;  // looked at above a block quotation
constexpr std::size_t kFewParagraphs = 4;       // fewer are never a page's whole text
constexpr int kMaxCues = 3;

using Spans = std::vector<MarkedSpan>;

bool overlaps(const MarkedSpan& span, std::uint32_t start, std::uint32_t end) {
  return span.outer_start < end && start < span.outer_end;
}

class BlockQuoteFinder {
 public:
  BlockQuoteFinder(std::string_view body, const std::vector<Paragraph>& blocks,
                   const Lexicon& lexicon, std::span<const BlockQuote> given, Spans marked)
      : body_(body),
        blocks_(blocks),
        lexicon_(lexicon),
        given_(given),
        marked_(std::move(marked)) {}

  Spans run() {
    std::uint32_t from = 0;
    std::size_t inside = 0;
    for (const BlockQuote& quote : given_) {
      if (!is_sound(quote, from) || !find_paragraphs(quote.span)) continue;
      from = std::max(quote.span.end, quote.attribution.end);
      read(quote);
      inside += candidate_.blocks;
      candidates_.push_back(candidate_);
    }
    is_layout_ = inside >= kFewParagraphs && inside * 4 > blocks_.size() * 3;
    for (std::size_t i = 0; i < candidates_.size(); ++i) decide(i);
    return merged();
  }

 private:
  struct QuoteCandidate {
    MarkedSpan span;
    std::size_t first_block = 0;
    std::size_t blocks = 0;
    bool set_apart = false;
    bool accepted = false;
    bool dropped = false;  // with whatever is marked in it
  };

  bool is_sound(const BlockQuote& quote, std::uint32_t from) const {
    const auto lies_well = [&](ByteSpan span, std::uint32_t first) {
      return first <= span.start && span.start < span.end && span.end <= body_.size();
    };
    const bool named = quote.attribution.end != 0;
    return lies_well(quote.span, from) && (!named || lies_well(quote.attribution, quote.span.end));
  }

  /// The paragraphs of a span, into first_ and last_.
  bool find_paragraphs(ByteSpan span) {
    const auto begin = std::lower_bound(
        blocks_.begin(), blocks_.end(), span.start,
        [](const Paragraph& block, std::uint32_t byte) { return block.end <= byte; });
    const auto end = std::lower_bound(
        begin, blocks_.end(), span.end,
        [](const Paragraph& block, std::uint32_t byte) { return block.start < byte; });
    if (begin == end || begin->start < span.start || (end - 1)->end > span.end) return false;
    first_ = static_cast<std::size_t>(begin - blocks_.begin());
    last_ = static_cast<std::size_t>(end - blocks_.begin()) - 1;
    return true;
  }

  std::string_view text_of(Paragraph block) const {
    return body_.substr(block.start, block.end - block.start);
  }

  // --- what is said, and who it says below ------------------------------------------------------

  void read(const BlockQuote& quote) {
    candidate_ = {};
    candidate_.set_apart = quote.set_apart;
    candidate_.first_block = first_;
    MarkedSpan& span = candidate_.span;
    span.family = MarkFamily::Block;
    span.start = blocks_[first_].start;
    span.end = blocks_[last_].end;
    if (quote.attribution.end != 0) {
      sign({quote.attribution.start, quote.attribution.end}, true);
    } else if (last_ > first_ && starts_with_dash(text_of(blocks_[last_])) &&
               sign(blocks_[last_], false)) {
      span.end = blocks_[--last_].end;
    } else if (const auto line = source_line_within(body_, lexicon_, blocks_[last_])) {
      sign(*line, false);
      span.end = line->start;
    } else if (last_ + 1 < blocks_.size() && starts_with_dash(text_of(blocks_[last_ + 1]))) {
      sign(blocks_[last_ + 1], false);
    }
    trim(span);
    span.outer_start = span.start;
    span.outer_end = span.end;
    span.continued = last_ > first_;
    candidate_.blocks = last_ - first_ + 1;
  }

  /// Takes a line for the one that says who is quoted, if it reads so.
  bool sign(Paragraph line, bool surely) {
    if (!is_source_line(body_, lexicon_, line, surely)) return false;
    candidate_.span.source_start = line.start;
    candidate_.span.source_end = line.end;
    return true;
  }

  /// Without white space at its ends and addresses behind what is said, as posts have them.
  void trim(MarkedSpan& span) const {
    const auto trim_end = [&] {
      while (span.end > span.start && is_ascii_space(body_[span.end - 1])) --span.end;
    };
    trim_end();
    for (;;) {
      const std::string_view text = body_.substr(span.start, span.end - span.start);
      const std::size_t space = text.find_last_of(" \n");
      if (space == std::string_view::npos) return;
      const std::string_view word = text.substr(space + 1);
      const std::size_t address = word.starts_with("pic.") ? 0 : word.find("http");
      if (address == std::string_view::npos) return;
      span.end = span.start + static_cast<std::uint32_t>(space + 1 + address);
      trim_end();
    }
  }

  // --- whether it quotes somebody ---------------------------------------------------------------

  void decide(std::size_t i) {
    QuoteCandidate& candidate = candidates_[i];
    MarkedSpan& span = candidate.span;
    const bool is_signed = span.source_end != 0;
    const bool is_whole_page =
        candidate.blocks >= kFewParagraphs && candidate.blocks * 4 > blocks_.size() * 3;
    const bool quotes = is_signed ? !is_whole_page : !candidate.set_apart && is_introduced(i);
    if (!quotes && !candidate.set_apart) return;
    if (!repetitions_) repetitions_.emplace(body_, given_);
    candidate.dropped = repetitions_->contain(body_.substr(span.start, span.end - span.start));
    if (!quotes || candidate.dropped) return;
    candidate.accepted = !is_marked(candidate);
  }

  /// By the paragraph above, or with the block quotation right above.
  bool is_introduced(std::size_t i) const {
    const std::size_t first = candidates_[i].first_block;
    if (first == 0) return false;
    if (i > 0) {
      const QuoteCandidate& above = candidates_[i - 1];
      if (above.first_block + above.blocks == first) {
        return above.accepted && above.span.source_end == 0;
      }
    }
    Paragraph intro = blocks_[first - 1];
    const std::string_view text = text_of(intro);
    if (text.ends_with(':')) return true;
    if (is_layout_) return false;
    if (text.size() > kMaxIntroBytes) intro.start = intro.end - kMaxIntroBytes;
    return reports(part_of(body_, lexicon_, intro, marked_before(intro.end)));
  }

  /// The marked spans that may lie in a paragraph that ends at `end`.
  Spans marked_before(std::uint32_t end) const {
    const auto last = std::lower_bound(
        marked_.begin(), marked_.end(), end,
        [](const MarkedSpan& span, std::uint32_t byte) { return span.outer_start < byte; });
    auto first = last;
    while (first != marked_.begin() && (first - 1)->outer_end + kMaxIntroBytes > end) --first;
    return {first, last};
  }

  /// Its last sentence reports what somebody says.
  static bool reports(const Document& document) {
    if (document.sentences.empty()) return false;
    const TokenRange range = document.sentences.back().range;
    if (document.tokens[range.first].is(kPointing)) return true;  // "Here is how she put it."
    std::uint32_t end = range.last;
    for (int tries = 0; tries < kMaxCues && end > range.first; ++tries) {
      const auto cue = cue_before(document, end, range.first);
      if (!cue) return false;
      end = cue->range.first;
      if (!cue->strong) continue;
      const bool source = document.tokens[cue->verb].is(kAccording);
      if (source || subject_of(document, *cue, range.first)) return true;
      if (mention_at(document, cue->range.last, range.last)) return true;  // "…," said Whitfield
    }
    return false;
  }

  /// Marks enclose what is said: all of it, or its beginning, or a good part.
  bool is_marked(const QuoteCandidate& candidate) {
    const MarkedSpan& block = candidate.span;
    std::uint32_t bytes = 0;
    bool from_start = false;
    for (auto span = first_marked(block.start);
         span != marked_.end() && span->outer_start < block.end; ++span) {
      from_start = from_start || span->outer_start <= block.start;
      bytes += span->outer_end - span->outer_start;
      if (block.source_end != 0 && span->source_end == 0 && from_start &&
          span->outer_end + 2 >= block.end) {
        span->source_start = block.source_start;
        span->source_end = block.source_end;
      }
    }
    return from_start || bytes * 5 > block.end - block.start;
  }

  Spans::iterator first_marked(std::uint32_t byte) {
    return std::lower_bound(
        marked_.begin(), marked_.end(), byte,
        [](const MarkedSpan& span, std::uint32_t start) { return span.outer_end <= start; });
  }

  Spans merged() const {
    Spans spans;
    auto next = marked_.begin();
    for (const QuoteCandidate& candidate : candidates_) {
      const MarkedSpan& block = candidate.span;
      if (!candidate.accepted && !candidate.dropped) continue;
      while (next != marked_.end() && next->outer_end <= block.start) spans.push_back(*next++);
      if (next != marked_.end() && next->outer_start < block.start) continue;  // runs into it
      while (next != marked_.end() && overlaps(*next, block.start, block.end)) ++next;
      if (candidate.accepted) spans.push_back(block);
    }
    spans.insert(spans.end(), next, marked_.end());
    return spans;
  }

  std::string_view body_;
  const std::vector<Paragraph>& blocks_;
  const Lexicon& lexicon_;
  std::span<const BlockQuote> given_;
  Spans marked_;
  std::vector<QuoteCandidate> candidates_;
  std::optional<Repetitions> repetitions_;  // made when first asked
  bool is_layout_ = false;                  // nearly all of the page is indented
  QuoteCandidate candidate_;                // that is being read
  std::size_t first_ = 0;                   // its paragraphs
  std::size_t last_ = 0;
};

}  // namespace

std::vector<MarkedSpan> with_block_quotes(std::string_view body,
                                          const std::vector<Paragraph>& blocks,
                                          const Lexicon& lexicon,
                                          std::span<const BlockQuote> block_quotes,
                                          std::vector<MarkedSpan> marked) {
  return BlockQuoteFinder(body, blocks, lexicon, block_quotes, std::move(marked)).run();
}

}  // namespace pullquote::quotes
