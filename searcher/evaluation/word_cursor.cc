// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/evaluation/word_cursor.h"

#include <algorithm>

namespace pullquote {

namespace {

/// How many of `positions` lie in `ranges`; both are rising.
std::size_t count_inside(std::span<const std::uint32_t> positions,
                         std::span<const WordSpan> ranges) {
  std::size_t count = 0;
  for (std::uint32_t position : positions) {
    while (!ranges.empty() && ranges.front().end <= position) ranges = ranges.subspan(1);
    if (ranges.empty()) break;
    count += ranges.front().begin <= position ? 1 : 0;
  }
  return count;
}

}  // namespace

PlaceWeights place_weights(RankedField field, const FieldWeights& weights) {
  if (field == RankedField::Headline) return {.headline = 1, .quotes = 0, .rest = 0};
  if (field == RankedField::Quote) return {.headline = 0, .quotes = 1, .rest = 0};
  return {.headline = field == RankedField::Body ? 0u : weights.headline,
          .quotes = weights.quote,
          .rest = weights.body};
}

WordCursor::WordCursor(const RankedList& word, StemsInField in_headlines, StemsInField in_quotes,
                       const PlaceWeights& weights, const PartReader& part)
    : word_(word),
      in_headlines_(std::move(in_headlines)),
      in_quotes_(std::move(in_quotes)),
      weights_(weights),
      highest_weight_(std::max({weights.headline, weights.quotes, weights.rest})),
      columns_(part.columns()),
      quotes_(weights.quotes != weights.rest ? part.quote_columns() : nullptr) {
  find_candidate();
}

void WordCursor::find_candidate() {
  while (docid() != ListCursor::kEnd) {
    DocId possible = docid();
    if (is_in_headlines_alone()) possible = next_in(in_headlines_, possible);
    if (is_in_quotes_alone()) possible = next_in(in_quotes_, possible);
    if (possible == docid()) return;
    word_.seek(possible);
  }
}

std::uint32_t WordCursor::wdf() {
  std::uint64_t in_headline = 0;
  std::uint64_t in_quotes = 0;
  const bool quotes = quotes_matter();
  if (headline_matters() || quotes) {
    word_.read_positions(positions_);
    std::span<const std::uint32_t> rest = positions_;
    const auto end = std::upper_bound(rest.begin(), rest.end(), columns_.headline_length(docid()));
    in_headline = static_cast<std::uint64_t>(end - rest.begin());
    if (quotes) in_quotes = count_inside(rest.subspan(in_headline), quotes_.of(docid()));
  }
  const std::uint64_t wdf = in_headline * weights_.headline + in_quotes * weights_.quotes +
                            (word_.wdf() - in_headline - in_quotes) * weights_.rest;
  return static_cast<std::uint32_t>(std::min<std::uint64_t>(wdf, UINT32_MAX));
}

std::uint32_t WordCursor::wdf_bound() {
  std::uint64_t most = weights_.rest;
  if (headline_matters()) most = std::max<std::uint64_t>(most, weights_.headline);
  if (quotes_matter()) most = std::max<std::uint64_t>(most, weights_.quotes);
  return static_cast<std::uint32_t>(std::min<std::uint64_t>(most * word_.wdf(), UINT32_MAX));
}

std::uint64_t WordCursor::termfreq() const {
  const StemsInField& only = is_in_headlines_alone() ? in_headlines_ : in_quotes_;
  const bool limited = only && (is_in_headlines_alone() || is_in_quotes_alone());
  return limited ? std::min(word_.termfreq(), only->estimate()) : word_.termfreq();
}

std::uint32_t WordCursor::max_wdf() const {
  const std::uint64_t bound = std::uint64_t{highest_weight_} * word_.max_wdf();
  return static_cast<std::uint32_t>(std::min<std::uint64_t>(bound, UINT32_MAX));
}

std::size_t WordPostings::read(std::span<Posting> out) {
  std::size_t count = 0;
  for (; count < out.size() && cursor_.docid() != kNoMoreDocs; cursor_.next()) {
    if (const std::uint32_t wdf = cursor_.wdf()) out[count++] = {cursor_.docid(), wdf};
  }
  return count;
}

}  // namespace pullquote
