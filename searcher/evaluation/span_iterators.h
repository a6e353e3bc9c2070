// SPDX-License-Identifier: GPL-3.0-or-later
/// Iterators over documents that know where they match, and combinations of them by proximity.
///
/// They find candidates from posting lists and confirm them from positions. None of them weighs
/// anything; WeighedIterator gives a positional clause the weights of its words.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "searcher/evaluation/confirmed_share.h"
#include "searcher/evaluation/doc_iterator.h"
#include "searcher/lists/part_reader.h"
#include "searcher/planning/phrase_pattern.h"

namespace pullquote {

class SpanIterator : public DocIterator {
 public:
  /// Where the current candidate matches, rising and distinct; empty when it doesn't. Valid until
  /// the next seek.
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
  /// Finds the spans of the current candidate.
  virtual void locate(std::vector<WordSpan>& spans) = 0;

  /// About how many candidates there are in this part.
  virtual std::uint64_t candidates() const = 0;

 private:
  ConfirmedShare share_;
  DocId confirmed_ = 0;
  std::vector<WordSpan> spans_;
  DocId located_ = 0;
};

using SpanIteratorPtr = std::unique_ptr<SpanIterator>;

/// Articles where the operands are near each other; see proximity.h.
/// @param operands  at least one, all different. @param order  which of them stands at each side of
/// the operators; one may stand at several ("the NEAR/5 the").
SpanIteratorPtr make_near_iterator(std::vector<SpanIteratorPtr> operands,
                                   std::vector<std::size_t> order, unsigned distance, bool ordered,
                                   std::uint64_t doccount);

/// Articles with any of the operands.
SpanIteratorPtr make_span_union(std::vector<SpanIteratorPtr> operands, std::uint64_t doccount);

/// A clause that matches where `matching` does and weighs the sum of those `weighing` iterators
/// that have the article.
DocIteratorPtr make_weighed_iterator(DocIteratorPtr matching, std::vector<DocIteratorPtr> weighing,
                                     std::string label);

/// The articles of a posting list, without weight.
DocIteratorPtr make_list_iterator(std::unique_ptr<PostingSource> postings);
/// Those that have a stored term.
DocIteratorPtr make_list_iterator(const PartReader& part, const std::string& term);

}  // namespace pullquote
