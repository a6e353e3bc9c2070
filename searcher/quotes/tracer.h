// SPDX-License-Identifier: GPL-3.0-or-later
/// From a pasted text to the families that it belongs to.
///
/// Candidates come from the quotes database: quotations that share the text's rarest words, in
/// whatever spelling. The best are then aligned with the text under the same rules that the build
/// groups by.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "schema/wording/comparison.h"
#include "searcher/matching/article_analyzer.h"
#include "searcher/matching/collection_statistics.h"
#include "searcher/quotes/quote_store.h"

namespace pullquote {

struct FamilyTrace {
  std::uint32_t family = 0;
  bool strong = false;        ///< the words alone prove it
  std::uint32_t matched = 0;  ///< words of the text
};

/// One thread at a time.
class Tracer final {
 public:
  /// @param store, statistics, analyzer  outlive this.
  Tracer(const QuoteStore& store, CollectionStatistics& statistics, ArticleAnalyzer& analyzer)
      : store_(store), statistics_(statistics), analyzer_(analyzer) {}

  /// The best fitting first.
  std::vector<FamilyTrace> trace(std::string_view text);

  /// Words of the text last traced.
  std::size_t words() const { return text_.keys.size(); }

 private:
  struct Word {
    std::vector<std::string> spellings;
    std::uint64_t termfreq = 0;
  };
  struct Candidate {
    std::uint32_t quote = 0;
    float score = 0;
  };

  std::vector<Word> rarest_words(std::string_view text);
  std::vector<Candidate> candidates(const std::vector<Word>& words) const;
  void verify(const Candidate& candidate, std::vector<FamilyTrace>& traces);

  const QuoteStore& store_;
  CollectionStatistics& statistics_;
  ArticleAnalyzer& analyzer_;
  WordingReader reader_;
  Wording text_;
  Wording quote_;
  WordingComparer comparer_;
};

}  // namespace pullquote
