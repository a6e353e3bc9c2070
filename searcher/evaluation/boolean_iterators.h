// SPDX-License-Identifier: GPL-3.0-or-later
/// Boolean combinations of iterators, and the ranges they are restricted by.
#pragma once

#include <span>
#include <vector>

#include "searcher/evaluation/doc_iterator.h"
#include "searcher/lists/part_columns.h"
#include "searcher/planning/plan.h"

namespace pullquote {

template <class Iterator>
std::vector<DocIterator*> pointers_to(const std::vector<std::unique_ptr<Iterator>>& clauses) {
  std::vector<DocIterator*> pointers;
  for (const auto& clause : clauses) pointers.push_back(clause.get());
  return pointers;
}

/// How many of `doccount` articles satisfy all, or any, of clauses that do not know each other.
std::uint64_t estimate_all(std::span<DocIterator* const> clauses, std::uint64_t doccount);
std::uint64_t estimate_any(std::span<DocIterator* const> clauses, std::uint64_t doccount);

/// Of a clause that weighs nothing.
inline Explanation explain_filter() {
  return {"passes the filter", 0, {}};
}

/// All articles of a range, without weight: dates, an id, "everything" of a purely negative query.
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

/// Matches nothing.
inline DocIteratorPtr make_nothing() {
  return std::make_unique<RangeIterator>(DocRange{1, 1});
}

/// Matches every article of a part with so many.
inline DocIteratorPtr make_everything(std::uint64_t doccount) {
  return std::make_unique<RangeIterator>(DocRange{1, static_cast<DocId>(doccount + 1)});
}

/// Articles that satisfy all children; their weights are summed. Leapfrogs, rarest child first.
class AndIterator final : public DocIterator {
 public:
  /// @param children   at least one. @param doccount  articles of the part, for estimates.
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
  std::vector<DocIterator*> by_estimate_;  ///< as they were estimated before the first candidate
  std::uint64_t doccount_;
};

/// Articles that satisfy at least one child; none without children.
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

/// All children, or any of them; one alone stands for itself.
/// @param children  at least one for all_of(); without any, any_of() matches nothing.
/// @param doccount  articles of the part, for estimates.
DocIteratorPtr all_of(std::vector<DocIteratorPtr> children, std::uint64_t doccount);
DocIteratorPtr any_of(std::vector<DocIteratorPtr> children, Combination combination,
                      std::uint64_t doccount);

/// Articles of the first iterator that no prohibited one matches, weighed by the first and by those
/// optional ones that match too.
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

/// Whether `iterator` matches exactly `docid`; moves it there.
inline bool matches_at(DocIterator& iterator, DocId docid) {
  return iterator.seek(docid) == docid && iterator.confirm();
}

/// The first docid of `target` or later that is a candidate of all clauses; moves them there.
/// @param clauses  at least one; rarest first is fastest.
DocId leapfrog(std::span<DocIterator* const> clauses, DocId target);

void sort_by_estimate(std::vector<DocIterator*>& clauses);

}  // namespace pullquote
