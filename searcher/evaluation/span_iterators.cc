// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/evaluation/span_iterators.h"

#include <algorithm>
#include <cstdint>

#include "searcher/evaluation/boolean_iterators.h"
#include "searcher/evaluation/proximity.h"
#include "searcher/evaluation/ranked_iterator.h"
#include "searcher/lists/term_cursor.h"

namespace pullquote {

namespace {

/// A posting list as a filter.
class ListIterator final : public DocIterator {
 public:
  explicit ListIterator(std::unique_ptr<PostingSource> postings) : cursor_(std::move(postings)) {}
  DocId seek(DocId target) override {
    cursor_.seek(target);
    return docid_ = cursor_.docid();
  }
  Weight weight() override { return 0; }
  Weight max_weight() const override { return 0; }
  std::uint64_t estimate() const override { return cursor_.termfreq(); }
  Explanation explain() override { return explain_filter(); }

 private:
  TermCursor cursor_;
};

/// Leapfrogs its operands and checks their distance on their spans.
class NearIterator final : public SpanIterator {
 public:
  NearIterator(std::vector<SpanIteratorPtr> operands, std::vector<std::size_t> order,
               unsigned distance, bool ordered, std::uint64_t doccount)
      : operands_(std::move(operands)),
        order_(std::move(order)),
        by_estimate_(pointers_to(operands_)),
        distance_(distance),
        ordered_(ordered),
        estimate_(estimate_all(by_estimate_, doccount)) {
    sort_by_estimate(by_estimate_);
  }

  DocId seek(DocId target) override { return docid_ = leapfrog(by_estimate_, target); }
  bool exact() const override { return order_.size() == 1 && operands_.front()->exact(); }

 protected:
  std::uint64_t candidates() const override { return estimate_; }
  void locate(std::vector<WordSpan>& spans) override {
    std::vector<std::vector<WordSpan>> occurrences;
    for (std::size_t operand : order_) {
      if (operands_[operand]->spans().empty()) return spans.clear();
      occurrences.push_back(operands_[operand]->spans());
    }
    find_near(occurrences, distance_, ordered_, spans);
  }

 private:
  std::vector<SpanIteratorPtr> operands_;
  std::vector<std::size_t> order_;
  std::vector<DocIterator*> by_estimate_;
  unsigned distance_;
  bool ordered_;
  std::uint64_t estimate_;
};

/// Unites the spans of the operands that match.
class SpanUnion final : public SpanIterator {
 public:
  SpanUnion(std::vector<SpanIteratorPtr> operands, std::uint64_t doccount)
      : operands_(std::move(operands)), estimate_(estimate_any(pointers_to(operands_), doccount)) {}

  DocId seek(DocId target) override {
    docid_ = kNoMoreDocs;
    for (const SpanIteratorPtr& operand : operands_) {
      docid_ = std::min(docid_, operand->seek(target));
    }
    return docid_;
  }
  bool exact() const override {
    return std::all_of(operands_.begin(), operands_.end(),
                       [](const SpanIteratorPtr& operand) { return operand->exact(); });
  }

 protected:
  std::uint64_t candidates() const override { return estimate_; }
  void locate(std::vector<WordSpan>& spans) override {
    spans.clear();
    for (const SpanIteratorPtr& operand : operands_) {
      if (operand->docid() != docid_) continue;
      spans.insert(spans.end(), operand->spans().begin(), operand->spans().end());
    }
    std::sort(spans.begin(), spans.end());
    spans.erase(std::unique(spans.begin(), spans.end()), spans.end());
  }

 private:
  std::vector<SpanIteratorPtr> operands_;
  std::uint64_t estimate_;
};

/// Matches like one clause and weighs like the sum of others.
class WeighedIterator final : public DocIterator {
 public:
  WeighedIterator(DocIteratorPtr matching, std::vector<DocIteratorPtr> weighing, std::string label)
      : matching_(std::move(matching)), weighing_(std::move(weighing)), label_(std::move(label)) {}

  DocId seek(DocId target) override { return docid_ = matching_->seek(target); }
  bool confirm() override { return matching_->confirm(); }
  bool exact() const override { return matching_->exact(); }
  Weight weight() override {
    Weight sum = 0;
    for (const DocIteratorPtr& leaf : weighing_) {
      if (matches_at(*leaf, docid_)) sum += leaf->weight();
    }
    return sum;
  }
  Weight max_weight() const override {
    Weight sum = 0;
    for (const DocIteratorPtr& leaf : weighing_) sum += leaf->max_weight();
    return sum;
  }
  std::uint64_t estimate() const override { return matching_->estimate(); }
  Explanation explain() override {
    Explanation explanation{label_, to_score(weight()), {}};
    for (const DocIteratorPtr& leaf : weighing_) {
      if (matches_at(*leaf, docid_)) explanation.parts.push_back(leaf->explain());
    }
    return explanation;
  }

 private:
  DocIteratorPtr matching_;
  std::vector<DocIteratorPtr> weighing_;
  std::string label_;
};

}  // namespace

SpanIteratorPtr make_near_iterator(std::vector<SpanIteratorPtr> operands,
                                   std::vector<std::size_t> order, unsigned distance, bool ordered,
                                   std::uint64_t doccount) {
  return std::make_unique<NearIterator>(std::move(operands), std::move(order), distance, ordered,
                                        doccount);
}

SpanIteratorPtr make_span_union(std::vector<SpanIteratorPtr> operands, std::uint64_t doccount) {
  if (operands.size() == 1) return std::move(operands.front());
  return std::make_unique<SpanUnion>(std::move(operands), doccount);
}

DocIteratorPtr make_weighed_iterator(DocIteratorPtr matching, std::vector<DocIteratorPtr> weighing,
                                     std::string label) {
  return std::make_unique<WeighedIterator>(std::move(matching), std::move(weighing),
                                           std::move(label));
}

DocIteratorPtr make_list_iterator(std::unique_ptr<PostingSource> postings) {
  return std::make_unique<ListIterator>(std::move(postings));
}

DocIteratorPtr make_list_iterator(const PartReader& part, const std::string& term) {
  const auto list = part.find(term);
  return list ? std::make_unique<RankedIterator>(*list) : make_nothing();
}

}  // namespace pullquote
