// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/quotes/word_diff.h"

#include <algorithm>

#include "schema/analysis/char_table.h"
#include "schema/wording/alignment.h"

namespace pullquote {
namespace {

using Kind = WordDiff::Kind;

/// Lower case in any script. Accents stay, because they are a matter of spelling.
std::string lowered(std::string_view text) {
  std::string low;
  low.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const Decoded next = decode(text, at);
    const CharInfo info = char_info(next.c);
    const bool known = next.c != 0 && info.lowered_bytes > 0;
    low += known ? std::string_view(info.lowered.data(), info.lowered_bytes)
                 : text.substr(at, next.bytes);
    at += next.bytes;
  }
  return low;
}

std::string_view slice(std::string_view text, const ByteSpan& span) {
  return text.substr(span.start, span.end - span.start);
}

/// The lower-cased words of a text, each followed by a blank.
std::string identity_of(std::string_view text, const Wording& wording) {
  std::string words;
  ByteSpan last;
  for (const ByteSpan& span : wording.spans) {
    // The span belongs to the same compound as the one before.
    if (span == last && !words.empty()) continue;
    last = span;
    words += lowered(slice(text, span));
    words += ' ';
  }
  return words;
}

/// Gathers neighbouring words of one kind into runs. Each run is a piece of its text.
class Runs {
 public:
  void add(Kind kind, std::string_view text, const ByteSpan& span) {
    const bool goes_on = !runs_.empty() && runs_.back().kind == kind && text.data() == text_.data();
    if (!goes_on) {
      finish();
      runs_.push_back({kind, {}});
      text_ = text;
      start_ = span.start;
    }
    end_ = span.end;
  }

  std::vector<WordDiff> take() {
    finish();
    return std::move(runs_);
  }

 private:
  void finish() {
    if (!runs_.empty()) runs_.back().text = text_.substr(start_, end_ - start_);
  }

  std::vector<WordDiff> runs_;
  std::string_view text_;
  std::uint32_t start_ = 0;
  std::uint32_t end_ = 0;
};

}  // namespace

std::vector<WordDiff> WordComparer::compare(std::string_view before, std::string_view after) {
  reader_.read(before, before_, Brackets::Keep);
  reader_.read(after, after_, Brackets::Keep);
  Runs runs;
  if (identity_of(before, before_) == identity_of(after, after_)) {
    for (const ByteSpan& span : after_.spans) runs.add(Kind::Same, after, span);
    return runs.take();
  }
  std::size_t i = 0;
  std::size_t j = 0;
  const auto differ_until = [&](std::size_t i_end, std::size_t j_end) {
    for (; i < i_end; ++i) runs.add(Kind::Removed, before, before_.spans[i]);
    for (; j < j_end; ++j) runs.add(Kind::Added, after, after_.spans[j]);
  };
  for (const auto& [a, b] : common_words(before_.keys, after_.keys)) {
    const bool same =
        lowered(slice(before, before_.spans[a])) == lowered(slice(after, after_.spans[b]));
    // The words differ in spelling only: both sides are shown with the next difference.
    if (!same) continue;
    differ_until(a, b);
    runs.add(Kind::Same, after, after_.spans[b]);
    ++i;
    ++j;
  }
  differ_until(before_.keys.size(), after_.keys.size());
  return runs.take();
}

std::string WordComparer::identity(std::string_view text) {
  reader_.read(text, after_, Brackets::Keep);
  return identity_of(text, after_);
}

}  // namespace pullquote
