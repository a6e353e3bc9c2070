// SPDX-License-Identifier: GPL-3.0-or-later
/// Finds the families that a pasted text belongs to.
///
/// Two steps, as in near-duplicate detection. First, the quotes that share the rarest words of the
/// text (by stem) are scored by the sum of the words' idf; the best are candidates. Second, each
/// candidate is aligned with the text under the rules by which the build groups quotations
/// (schema/wording/kinship.h). The limits at the head of tracer.cc bound the cost whatever the
/// text.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "schema/wording/comparison.h"
#include "searcher/planning/planner.h"
#include "searcher/quotes/quote_store.h"

namespace pullquote {

/// A family that the text belongs to, with the values that it is ranked by.
struct FamilyTrace {
  std::uint32_t family = 0;
  std::uint32_t article_count = 0;  ///< articles that print the family
  bool strong = false;              ///< the wording alone proves that the text belongs here
  std::uint32_t matched = 0;  ///< words of the text that the best quotation has in the same order
};

/// Keep it for several texts: it keeps its tables and the words it has met. One thread at a time.
class Tracer final {
 public:
  /// @param store, planner  must outlive this.
  Tracer(const QuoteStore& store, QueryPlanner& planner) : store_(store), planner_(planner) {}

  /// At most `limit` families, best first. Throws IndexCorrupt.
  std::vector<FamilyTrace> trace(std::string_view text, std::size_t limit);

  /// The number of words in the text that was traced last.
  std::size_t words() const { return text_.keys.size(); }

 private:
  /// A word of the text with its stems as stored terms.
  struct Word {
    std::vector<std::string> stems;  ///< as stored
    std::uint64_t termfreq = 0;      ///< quotes with one of the stems, summed over the stems
  };
  /// A quote to be aligned with the text.
  struct TraceCandidate {
    std::uint32_t quote = 0;
    std::uint32_t family = 0;
  };
  class Best;

  /// The rarest words of the text that occur in quotes, within the limits of tracer.cc.
  std::vector<Word> rarest_words(std::string_view text);
  /// Fills scores_ with the sum of the words' idf for each quote, and touched_.
  void add_scores(const std::vector<Word>& words);
  /// The quotes with the highest scores, a few of each family, by falling score.
  std::vector<TraceCandidate> candidates(const std::vector<Word>& words);
  /// Aligns a candidate with the text and offers its family to `best`.
  void verify(const TraceCandidate& candidate, Best& best);

  const QuoteStore& store_;
  QueryPlanner& planner_;
  std::vector<float> scores_;           ///< by quote; 0 for quotes that are not in touched_
  std::vector<std::uint32_t> touched_;  ///< quotes with a score
  WordingReader reader_;
  Wording text_;   ///< the text being traced
  Wording quote_;  ///< the quotation it is compared with
  WordingComparer comparer_;
};

}  // namespace pullquote
