// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/evaluation/quote_places.h"

#include <algorithm>

namespace pullquote {

std::span<const WordSpan> QuotePlaces::of(DocId article) {
  if (quotes_ == nullptr || article == article_) return ranges_;
  ranges_.clear();
  article_ = 0;
  const std::uint32_t end = quotes_->first_quote(article + 1);
  for (std::uint32_t quote = quotes_->first_quote(article); quote < end; ++quote) {
    const QuoteWords words = quotes_->words(quote);
    if (words.empty()) continue;
    if (!ranges_.empty() && words.begin <= ranges_.back().end) {
      ranges_.back().end = std::max(ranges_.back().end, words.end);
    } else {
      ranges_.push_back({words.begin, words.end});
    }
  }
  article_ = article;
  return ranges_;
}

}  // namespace pullquote
