// SPDX-License-Identifier: GPL-3.0-or-later
/// A family by its number as what the public header promises.
#pragma once

#include <cstdint>

#include "pullquote/quotes.h"
#include "searcher/quotes/quote_store.h"
#include "searcher/quotes/word_diff.h"

namespace pullquote {

/// One thread at a time.
class FamilyReader final {
 public:
  /// @param store  outlives this and has a quote.
  explicit FamilyReader(const QuoteStore& store) : store_(store) {}

  /// @param occurrences  read at most; 0: the counts alone, and one variant.
  QuoteFamily read(std::uint32_t number, std::size_t occurrences);

 private:
  QuoteOccurrence occurrence(std::uint32_t member, std::uint32_t article);
  void add_speakers(std::span<const std::uint32_t> members, QuoteFamily& family) const;
  void add_variants(QuoteFamily& family);
  std::uint32_t article_of(std::uint32_t member) const;

  const QuoteStore& store_;
  WordComparer comparer_;
};

}  // namespace pullquote
