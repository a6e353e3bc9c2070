// SPDX-License-Identifier: GPL-3.0-or-later
/// Clauses that know at which word positions they match, and their combination by proximity.
///
/// Candidates come from posting lists and are confirmed from positions. Span iterators add no
/// weight; make_weighed_iterator() adds the weights of the words to a positional clause.
#pragma once

#include <cmath>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "searcher/evaluation/doc_iterator.h"
#include "searcher/lists/part_reader.h"
#include "searcher/planning/phrase_pattern.h"

namespace pullquote {

/// Estimates how many candidates of an expensive check match, from those checked so far.
/// The candidates of a phrase contain its words; whether the words stand in a row is known only for
/// the candidates that were confirmed. The estimated share is (matched + 1) / (checked + 1). So an
/// estimate before the first check is "all candidates", and a first failure does not make it zero.
class MatchRate {
 public:
  /// Notes the outcome of one check.
  void add(bool matched) {
    ++checked_;
    confirmed_ += matched ? 1 : 0;
  }

  /// Estimated number of matches among `candidates` candidates.
  std::uint64_t of(std::uint64_t candidates) const {
    const double share = static_cast<double>(confirmed_ + 1) / static_cast<double>(checked_ + 1);
    return static_cast<std::uint64_t>(std::llround(share * static_cast<double>(candidates)));
  }

 private:
  std::uint64_t checked_ = 0;
  std::uint64_t confirmed_ = 0;
};

/// A clause with positions. Derived classes implement seek(), locate() and candidates(). One thread
/// at a time.
class SpanIterator : public DocIterator {
 public:
  /// Where the current candidate matches: distinct spans in rising order; none when it does not
  /// match. Valid until the next call of seek().
  const std::vector<WordSpan>& spans() {
    if (located_ != docid_) {
      locate(spans_);
      located_ = docid_;
    }
    return spans_;
  }

  bool confirm() override {
    if (exact()) return true;
    const bool matched = !spans().empty();
    if (confirmed_ != docid_) share_.add(matched);
    confirmed_ = docid_;
    return matched;
  }
  std::uint64_t estimate() const final { return share_.of(candidates()); }
  Weight weight() override { return 0; }
  Weight max_weight() const override { return 0; }
  Explanation explain() override { return {"the words stand as asked for", 0, {}}; }

 protected:
  /// Overwrites `spans` with the spans of the current candidate.
  virtual void locate(std::vector<WordSpan>& spans) = 0;

  /// Estimated number of candidates in the part.
  virtual std::uint64_t candidates() const = 0;

 private:
  MatchRate share_;
  DocId confirmed_ = 0;  ///< the last candidate counted in share_
  std::vector<WordSpan> spans_;
  DocId located_ = 0;  ///< the candidate that spans_ belong to
};

using SpanIteratorPtr = std::unique_ptr<SpanIterator>;

/// Documents where the operands are near each other; see proximity.h.
/// @param operands  at least one, all different.
/// @param order     indexes into `operands` in the order of the query; an operand may come more
/// than once ("the NEAR/5 the": {0, 0}).
/// @param doccount  documents of the part, for estimates.
SpanIteratorPtr make_near_iterator(std::vector<SpanIteratorPtr> operands,
                                   std::vector<std::size_t> order, unsigned distance, bool ordered,
                                   std::uint64_t doccount);

/// Documents that match at least one of the operands. The spans are those of all operands.
SpanIteratorPtr make_span_union(std::vector<SpanIteratorPtr> operands, std::uint64_t doccount);

/// Documents that match `matching`; the weight is the sum of the `weighing` clauses that match the
/// same document. `label` describes the clause in explanations.
DocIteratorPtr make_weighed_iterator(DocIteratorPtr matching, std::vector<DocIteratorPtr> weighing,
                                     std::string label);

/// The documents of a posting list, with weight 0.
DocIteratorPtr make_list_iterator(std::unique_ptr<PostingSource> postings);
/// The documents of a stored term, with weight 0; none when the part lacks the term.
DocIteratorPtr make_list_iterator(const PartReader& part, const std::string& term);

}  // namespace pullquote
