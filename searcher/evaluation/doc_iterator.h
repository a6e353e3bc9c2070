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
#include <optional>

#include "pullquote/result.h"
#include "searcher/evaluation/candidates.h"
#include "searcher/evaluation/ranking/weight.h"
#include "searcher/evaluation/score_window.h"
#include "searcher/lists/posting_source.h"

namespace pullquote {

/// Whether candidates that a clause does not match are dropped.
enum class Presence : std::uint8_t { Optional, Required };

/// One thread at a time. docid(), confirm(), weight() and explain() are about the candidate that
/// seek() found last, and are not to be called after collect(), look_up() or accumulate(), which
/// move on by themselves, until it is called again.
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

  /// No match in the range [begin, end) weighs more; empty: nothing in it matches. Ranges must not
  /// go backwards.
  virtual std::optional<Weight> bound(DocId begin, DocId end) {
    (void)begin;
    (void)end;
    return max_weight();
  }

  /// At least `k` matches in `range` weigh this or more; 0 if nothing is known.
  virtual Weight reached_by(std::size_t k, DocRange range) {
    (void)k;
    (void)range;
    return 0;
  }

  /// No match has a docid from `begin` to this one, exclusively. Cheap; `begin` if nothing is
  /// known.
  virtual DocId next_possible(DocId begin) { return begin; }

  /// Adds the matches in [begin, end) that weigh more than `needed`. Moves to `end` at most.
  virtual void collect(DocId begin, DocId end, Weight needed, Candidates& candidates) {
    for (seek(begin); docid_ < end; next()) {
      if (!confirm()) continue;
      const Weight added = weight();
      if (added > needed) candidates.add(docid_, added);
    }
  }

  /// Adds the weight of those candidates that match, and drops those that weigh no more than
  /// `needed` then. Candidates must not lie before docid().
  virtual void look_up(Candidates& candidates, Weight needed, Presence presence) {
    candidates.keep([&](DocId docid, Weight& weight_so_far) {
      if (seek(docid) == docid && confirm()) {
        weight_so_far += weight();
      } else if (presence == Presence::Required) {
        return false;
      }
      return weight_so_far > needed;
    });
  }

  /// Adds the weights of the matches in the window to it; those that weigh no more than `needed`
  /// may be left out. Moves to its end at most.
  virtual void accumulate(ScoreWindow& window, Weight needed) {
    (void)needed;
    for (seek(window.begin()); docid_ < window.end(); next()) {
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
