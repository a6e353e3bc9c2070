// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/evaluation/boolean_iterators.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace pullquote {

namespace {

/// An explanation with one part for each child that matches `docid`. Its value is left at 0.
Explanation explain_matching(const char* how, const std::vector<DocIteratorPtr>& children,
                             DocId docid) {
  Explanation explanation{how, 0, {}};
  for (const DocIteratorPtr& child : children) {
    if (matches_at(*child, docid)) explanation.parts.push_back(child->explain());
  }
  return explanation;
}

/// An upper bound for a sum over any of the children.
Weight sum_of_bounds(const std::vector<DocIteratorPtr>& children) {
  Weight sum = 0;
  for (const DocIteratorPtr& child : children) sum += child->max_weight();
  return sum;
}

/// Whether no child needs confirm().
bool all_exact(const std::vector<DocIteratorPtr>& children) {
  return std::all_of(children.begin(), children.end(),
                     [](const DocIteratorPtr& child) { return child->exact(); });
}

}  // namespace

DocId RangeIterator::seek(DocId target) {
  if (docid_ >= target && docid_ != 0) return docid_;
  docid_ = std::max(target, range_.begin);
  if (docid_ >= range_.end) docid_ = kNoMoreDocs;
  return docid_;
}

AndIterator::AndIterator(std::vector<DocIteratorPtr> children, std::uint64_t doccount)
    : children_(std::move(children)), by_estimate_(pointers_to(children_)), doccount_(doccount) {
  assert(!children_.empty());
  sort_by_estimate(by_estimate_);
}

DocId AndIterator::seek(DocId target) {
  return docid_ = leapfrog(by_estimate_, target);
}

bool AndIterator::confirm() {
  return std::all_of(by_estimate_.begin(), by_estimate_.end(),
                     [](DocIterator* child) { return child->confirm(); });
}

bool AndIterator::exact() const {
  return all_exact(children_);
}

Weight AndIterator::weight() {
  Weight sum = 0;
  for (const DocIteratorPtr& child : children_) sum += child->weight();
  return sum;
}

Weight AndIterator::max_weight() const {
  return sum_of_bounds(children_);
}

Explanation AndIterator::explain() {
  Explanation explanation = explain_matching("sum of all", children_, docid_);
  explanation.value = to_score(weight());
  return explanation;
}

OrIterator::OrIterator(std::vector<DocIteratorPtr> children, Combination combination,
                       std::uint64_t doccount)
    : children_(std::move(children)), combination_(combination), doccount_(doccount) {}

DocId OrIterator::seek(DocId target) {
  docid_ = kNoMoreDocs;
  for (const DocIteratorPtr& child : children_) docid_ = std::min(docid_, child->seek(target));
  return docid_;
}

bool OrIterator::confirm() {
  return std::any_of(children_.begin(), children_.end(), [this](const DocIteratorPtr& child) {
    return child->docid() == docid_ && child->confirm();
  });
}

bool OrIterator::exact() const {
  return all_exact(children_);
}

Weight OrIterator::weight() {
  Weight combined = 0;
  for (const DocIteratorPtr& child : children_) {
    if (child->docid() != docid_ || !child->confirm()) continue;
    const Weight weight = child->weight();
    combined = combination_ == Combination::Sum ? combined + weight : std::max(combined, weight);
  }
  return combined;
}

Weight OrIterator::max_weight() const {
  if (combination_ == Combination::Sum) return sum_of_bounds(children_);
  Weight highest = 0;
  for (const DocIteratorPtr& child : children_) highest = std::max(highest, child->max_weight());
  return highest;
}

Explanation OrIterator::explain() {
  Explanation explanation = explain_matching(
      combination_ == Combination::Sum ? "sum of those that match" : "best of those that match",
      children_, docid_);
  explanation.value = to_score(weight());
  return explanation;
}

DocIteratorPtr all_of(std::vector<DocIteratorPtr> children, std::uint64_t doccount) {
  if (children.size() == 1) return std::move(children.front());
  return std::make_unique<AndIterator>(std::move(children), doccount);
}

DocIteratorPtr any_of(std::vector<DocIteratorPtr> children, Combination combination,
                      std::uint64_t doccount) {
  if (children.empty()) return make_nothing();
  if (children.size() == 1) return std::move(children.front());
  return std::make_unique<OrIterator>(std::move(children), combination, doccount);
}

ClausesIterator::ClausesIterator(DocIteratorPtr required, std::vector<DocIteratorPtr> optional,
                                 std::vector<DocIteratorPtr> prohibited)
    : required_(std::move(required)),
      optional_(std::move(optional)),
      prohibited_(std::move(prohibited)) {}

bool ClausesIterator::confirm() {
  return std::none_of(prohibited_.begin(), prohibited_.end(),
                      [this](const DocIteratorPtr& child) { return matches_at(*child, docid_); }) &&
         required_->confirm();
}

bool ClausesIterator::exact() const {
  return prohibited_.empty() && required_->exact();
}

Weight ClausesIterator::weight() {
  Weight sum = required_->weight();
  for (const DocIteratorPtr& child : optional_) {
    if (matches_at(*child, docid_)) sum += child->weight();
  }
  return sum;
}

Weight ClausesIterator::max_weight() const {
  return required_->max_weight() + sum_of_bounds(optional_);
}

Explanation ClausesIterator::explain() {
  Explanation explanation = explain_matching("required and optional clauses", optional_, docid_);
  explanation.parts.insert(explanation.parts.begin(), required_->explain());
  explanation.value = to_score(weight());
  return explanation;
}

std::uint64_t estimate_all(std::span<DocIterator* const> clauses, std::uint64_t doccount) {
  const auto n = static_cast<double>(std::max<std::uint64_t>(doccount, 1));
  double share = 1;
  for (const DocIterator* clause : clauses) {
    share *= std::min(1.0, static_cast<double>(clause->estimate()) / n);
  }
  return static_cast<std::uint64_t>(std::llround(share * n));
}

std::uint64_t estimate_any(std::span<DocIterator* const> clauses, std::uint64_t doccount) {
  const auto n = static_cast<double>(std::max<std::uint64_t>(doccount, 1));
  double none = 1;
  for (const DocIterator* clause : clauses) {
    none *= 1 - std::min(1.0, static_cast<double>(clause->estimate()) / n);
  }
  return static_cast<std::uint64_t>(std::llround((1 - none) * n));
}

DocId leapfrog(std::span<DocIterator* const> clauses, DocId target) {
  assert(!clauses.empty());
  DocId candidate = clauses.front()->seek(target);
  for (std::size_t agreeing = 1; agreeing < clauses.size() && candidate != kNoMoreDocs;) {
    const DocId next = clauses[agreeing]->seek(candidate);
    if (next == candidate) {
      ++agreeing;
    } else {
      candidate = clauses.front()->seek(next);
      agreeing = 1;
    }
  }
  return candidate;
}

void sort_by_estimate(std::vector<DocIterator*>& clauses) {
  // Estimates of combinations are computed when asked for.
  std::vector<std::pair<std::uint64_t, DocIterator*>> estimated;
  for (DocIterator* clause : clauses) estimated.emplace_back(clause->estimate(), clause);
  std::stable_sort(estimated.begin(), estimated.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  for (std::size_t i = 0; i < clauses.size(); ++i) clauses[i] = estimated[i].second;
}

}  // namespace pullquote
