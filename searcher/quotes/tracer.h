// SPDX-License-Identifier: GPL-3.0-or-later
/// From a pasted text to the families that it belongs to.
///
/// Candidates come from the quotes' lists: quotations that share the stems of the text's rarest
/// words, in whatever spelling. The best are then aligned with the text under the same rules that
/// the build groups by.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "schema/wording/comparison.h"
#include "searcher/planning/planner.h"
#include "searcher/quotes/quote_store.h"

namespace pullquote {

struct FamilyTrace {
  std::uint32_t family = 0;
  std::uint32_t article_count = 0;
  bool strong = false;        ///< the words alone prove it
  std::uint32_t matched = 0;  ///< words of the text
};

/// Keeps its tables and the words it has met, so keep it. One thread at a time.
class Tracer final {
 public:
  /// @param store, planner  outlive this.
  Tracer(const QuoteStore& store, QueryPlanner& planner) : store_(store), planner_(planner) {}

  /// At most `limit` families, the best fitting first.
  std::vector<FamilyTrace> trace(std::string_view text, std::size_t limit);

  /// Words of the text last traced.
  std::size_t words() const { return text_.keys.size(); }

 private:
  struct Word {
    std::vector<std::string> stems;  ///< as stored
    std::uint64_t termfreq = 0;
  };
  /// A quote and its family.
  struct TraceCandidate {
    std::uint32_t quote = 0;
    std::uint32_t family = 0;
  };
  class Best;

  std::vector<Word> rarest_words(std::string_view text);
  void add_scores(const std::vector<Word>& words);
  std::vector<TraceCandidate> candidates(const std::vector<Word>& words);
  void verify(const TraceCandidate& candidate, Best& best);

  const QuoteStore& store_;
  QueryPlanner& planner_;
  std::vector<float> scores_;  ///< by quote; zero but for touched_
  std::vector<std::uint32_t> touched_;
  WordingReader reader_;
  Wording text_;
  Wording quote_;
  WordingComparer comparer_;
};

}  // namespace pullquote
