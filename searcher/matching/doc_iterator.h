// SPDX-License-Identifier: GPL-3.0-or-later
/// The articles of one part that satisfy a clause, in docid order, with their weights.
///
/// Iteration is in two steps. seek() finds a candidate cheaply, from posting lists alone; confirm()
/// then says whether it really matches, which for phrases means reading positions and for said:
/// reading the article. Whoever combines iterators first makes their candidates meet and confirms
/// afterwards, cheapest first, so that the dear check is made rarely.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "pullquote/result.h"
#include "searcher/matching/posting_source.h"
#include "searcher/matching/score_window.h"
#include "searcher/ranking/weight.h"

namespace pullquote {

/// One thread at a time. Before the first seek() docid() is 0 and nothing else may be called but
/// max_weight() and estimate().
class DocIterator {
 public:
  virtual ~DocIterator() = default;

  /// The current candidate; kNoMoreDocs at the end.
  DocId docid() const { return docid_; }

  /// The first candidate of `target` or later; stays where it is when it already stands there.
  virtual DocId seek(DocId target) = 0;
  DocId next() { return seek(docid_ + 1); }

  /// Whether the current candidate matches. Cheap when asked again.
  virtual bool confirm() { return true; }

  /// Every candidate matches: confirm() need not be asked.
  virtual bool exact() const { return true; }

  /// Of the current candidate, on the assumption that it matches.
  virtual Weight weight() = 0;

  /// No candidate of this part weighs more.
  virtual Weight max_weight() const = 0;

  /// About how many articles of this part match; better known the more candidates were confirmed.
  virtual std::uint64_t estimate() const = 0;

  /// Adds the weights of all matches before `window.end()` to the window and moves there. Called
  /// with docid() at the window's first article or later.
  virtual void accumulate(ScoreWindow& window) {
    for (; docid_ < window.end(); next()) {
      if (confirm()) window.add(docid_, weight());
    }
  }

  /// The factors of weight(); only called on a confirmed candidate.
  virtual Explanation explain() = 0;

 protected:
  DocId docid_ = 0;
};

using DocIteratorPtr = std::unique_ptr<DocIterator>;

}  // namespace pullquote
