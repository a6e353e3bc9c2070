// SPDX-License-Identifier: GPL-3.0-or-later
/// Reads a family from the families file and the stored articles.
#pragma once

#include <cstdint>

#include "pullquote/quotes.h"
#include "searcher/quotes/quote_store.h"
#include "searcher/quotes/word_diff.h"

namespace pullquote {

/// One thread at a time.
class FamilyReader final {
 public:
  /// @param store  must outlive this; read() needs one with a quote.
  explicit FamilyReader(const QuoteStore& store) : store_(store) {}

  /// The family with this number, with QuoteFamily::score at 0. Decodes one stored article for each
  /// occurrence. Throws IndexCorrupt.
  /// @param occurrences  how many to read at most; 0: only the counts, and the representative as
  /// the one variant.
  QuoteFamily read(std::uint32_t number, std::size_t occurrences);

 private:
  /// One member of a family: a quote, or a passage without quotation marks (an echo).
  /// @param article  the number of its article.
  QuoteOccurrence occurrence(std::uint32_t member, std::uint32_t article);
  /// Fills QuoteFamily::speakers from the quotes among the members.
  void add_speakers(std::span<const std::uint32_t> members, QuoteFamily& family) const;
  /// Fills QuoteFamily::variants from the occurrences read, and points them to their variants.
  void add_variants(QuoteFamily& family);
  /// The article of a member. Members below the number of quotes are quotes; higher ones are
  /// echoes.
  std::uint32_t article_of(std::uint32_t member) const;

  const QuoteStore& store_;
  WordComparer comparer_;
};

}  // namespace pullquote
