// SPDX-License-Identifier: GPL-3.0-or-later
/// Boolean combinations of clauses (AND, OR, AND NOT), and the docid ranges that stand for dates,
/// ids and "all documents".
///
/// The combinations work document at a time: AND leapfrogs its children with the rarest first, OR
/// takes the lowest docid of its children. They prune nothing. The top level of a query is
/// evaluated in windows with upper bounds instead (part_query.h), so that only nested clauses get
/// here.
#pragma once

#include <span>
#include <vector>

#include "searcher/evaluation/doc_iterator.h"
#include "searcher/lists/part_columns.h"
#include "searcher/planning/plan.h"

namespace pullquote {

/// Borrowed pointers to `clauses`, in the same order. The clauses keep their owner.
template <class Iterator>
std::vector<DocIterator*> pointers_to(const std::vector<std::unique_ptr<Iterator>>& clauses) {
  std::vector<DocIterator*> pointers;
  for (const auto& clause : clauses) pointers.push_back(clause.get());
  return pointers;
}

/// Estimated number of documents, of `doccount`, that satisfy all clauses, or at least one of them.
/// Assumes that the clauses are independent: the shares of documents multiply.
std::uint64_t estimate_all(std::span<DocIterator* const> clauses, std::uint64_t doccount);
std::uint64_t estimate_any(std::span<DocIterator* const> clauses, std::uint64_t doccount);

/// The explanation of a clause that restricts the matches without adding weight.
inline Explanation explain_filter() {
  return {"passes the filter", 0, {}};
}

/// All documents of a docid range, with weight 0: a range of dates, one id, or every document for a
/// query that only excludes ("-aleppo").
class RangeIterator final : public DocIterator {
 public:
  explicit RangeIterator(DocRange range) : range_(range) {}
  DocId seek(DocId target) override;
  Weight weight() override { return 0; }
  Weight max_weight() const override { return 0; }
  std::uint64_t estimate() const override { return range_.size(); }
  std::optional<Weight> bound(DocId begin, DocId end) override {
    return range_.begin < end && begin < range_.end ? std::optional<Weight>(0) : std::nullopt;
  }
  Explanation explain() override { return explain_filter(); }

 private:
  DocRange range_;
};

/// A clause that matches no document.
inline DocIteratorPtr make_nothing() {
  return std::make_unique<RangeIterator>(DocRange{1, 1});
}

/// A clause that matches every document of a part with `doccount` documents.
inline DocIteratorPtr make_everything(std::uint64_t doccount) {
  return std::make_unique<RangeIterator>(DocRange{1, static_cast<DocId>(doccount + 1)});
}

/// Documents that satisfy all children; the weight is the sum of theirs. Leapfrogs, rarest child
/// first.
class AndIterator final : public DocIterator {
 public:
  /// @param children  at least one.
  /// @param doccount  documents of the part, for estimates.
  AndIterator(std::vector<DocIteratorPtr> children, std::uint64_t doccount);
  DocId seek(DocId target) override;
  bool confirm() override;
  bool exact() const override;
  Weight weight() override;
  Weight max_weight() const override;
  std::uint64_t estimate() const override { return estimate_all(by_estimate_, doccount_); }
  Explanation explain() override;

 private:
  std::vector<DocIteratorPtr> children_;
  /// The pointers of children_ by rising estimate, as estimated before the first seek().
  std::vector<DocIterator*> by_estimate_;
  std::uint64_t doccount_;
};

/// Documents that satisfy at least one child; no document when there are no children. `combination`
/// says whether the weights of several matching children are summed or the highest counts.
class OrIterator final : public DocIterator {
 public:
  OrIterator(std::vector<DocIteratorPtr> children, Combination combination, std::uint64_t doccount);
  DocId seek(DocId target) override;
  bool confirm() override;
  bool exact() const override;
  Weight weight() override;
  Weight max_weight() const override;
  std::uint64_t estimate() const override {
    return estimate_any(pointers_to(children_), doccount_);
  }
  Explanation explain() override;

 private:
  std::vector<DocIteratorPtr> children_;
  Combination combination_;
  std::uint64_t doccount_;
};

/// AND and OR over `children`. A single child is returned as it is.
/// @param children  at least one for all_of(); without any, any_of() matches nothing.
/// @param doccount  documents of the part, for estimates.
DocIteratorPtr all_of(std::vector<DocIteratorPtr> children, std::uint64_t doccount);
DocIteratorPtr any_of(std::vector<DocIteratorPtr> children, Combination combination,
                      std::uint64_t doccount);

/// Documents that match `required` and none of `prohibited`. The weight is that of `required` plus
/// the weights of the `optional` clauses that match the same document.
class ClausesIterator final : public DocIterator {
 public:
  ClausesIterator(DocIteratorPtr required, std::vector<DocIteratorPtr> optional,
                  std::vector<DocIteratorPtr> prohibited);
  DocId seek(DocId target) override { return docid_ = required_->seek(target); }
  bool confirm() override;
  bool exact() const override;
  Weight weight() override;
  Weight max_weight() const override;
  std::uint64_t estimate() const override { return required_->estimate(); }
  Explanation explain() override;

 private:
  DocIteratorPtr required_;
  std::vector<DocIteratorPtr> optional_;
  std::vector<DocIteratorPtr> prohibited_;
};

/// Moves `iterator` to `docid` and says whether it matches that document. `docid` must not lie
/// below the iterator's own.
inline bool matches_at(DocIterator& iterator, DocId docid) {
  return iterator.seek(docid) == docid && iterator.confirm();
}

/// Moves all clauses to the first docid of `target` or more that is a candidate of each, and
/// returns it; kNoMoreDocs when there is none.
/// @param clauses  at least one; rarest first is fastest.
DocId leapfrog(std::span<DocIterator* const> clauses, DocId target);

/// Sorts by rising estimate; equal estimates keep their order.
void sort_by_estimate(std::vector<DocIterator*>& clauses);

}  // namespace pullquote
