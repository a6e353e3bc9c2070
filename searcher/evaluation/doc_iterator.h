// SPDX-License-Identifier: GPL-3.0-or-later
/// The interface of every clause of a query: the documents of one part that satisfy the clause, in
/// docid order, with their weights.
///
/// Iteration has two steps. seek() finds a candidate from posting lists alone, which is cheap.
/// confirm() then says whether the candidate matches: a phrase reads positions for that, said:(...)
/// reads the stored article. A combination of clauses first makes the candidates of its children
/// meet and confirms afterwards, so that the expensive check runs on few documents.
///
/// Besides one candidate at a time an iterator serves a whole window of docids (part_query.h):
/// bound() gives an upper bound for the window, collect() and accumulate() read the window's
/// matches, and look_up() adds the clause to candidates that another clause found. The default
/// implementations use seek() and confirm(); iterators over ranked lists replace them by loops over
/// blocks.
///
/// Documents are articles, or quotes where the part is read as quotes (DocumentKind).
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

/// Whether look_up() keeps (Optional) or drops (Required) a candidate that the clause does not
/// match.
enum class Presence : std::uint8_t { Optional, Required };

/// One thread at a time. docid(), confirm(), weight() and explain() speak about the candidate that
/// seek() found last. collect(), look_up() and accumulate() leave the iterator anywhere up to the
/// end of their range: call seek() before asking about a candidate again. Members that read the
/// index throw IndexCorrupt.
class DocIterator {
 public:
  virtual ~DocIterator() = default;

  /// The current candidate: 0 before the first seek(), kNoMoreDocs at the end.
  DocId docid() const { return docid_; }

  /// Moves to the first candidate with a docid of `target` or more and returns it. Stays where it
  /// is when the current candidate is one; targets must not go backwards.
  virtual DocId seek(DocId target) = 0;
  DocId next() { return seek(docid_ + 1); }

  /// Whether the current candidate matches. Asking again about the same candidate is cheap.
  virtual bool confirm() { return true; }

  /// True when every candidate matches, so that confirm() need not be called.
  virtual bool exact() const { return true; }

  /// The weight of the current candidate, on the assumption that it matches. Not negative.
  virtual Weight weight() = 0;

  /// An upper bound for the weight of every candidate of the part.
  virtual Weight max_weight() const = 0;

  /// About how many documents of the part match. The estimate improves while candidates are
  /// confirmed.
  virtual std::uint64_t estimate() const = 0;

  /// An upper bound for the weight of the matches with docids in [begin, end). Empty when the range
  /// holds no match. `begin` must not go backwards from call to call.
  virtual std::optional<Weight> bound(DocId begin, DocId end) {
    (void)begin;
    (void)end;
    return max_weight();
  }

  /// A lower bound for the k-th best weight in `range`: at least `k` matches there weigh this or
  /// more. 0 when nothing is known. Decodes no posting.
  virtual Weight kth_weight_bound(std::size_t k, DocRange range) {
    (void)k;
    (void)range;
    return 0;
  }

  /// The end of a gap: no match has a docid in [begin, next_possible(begin)). Cheap; returns
  /// `begin` when nothing is known.
  virtual DocId next_possible(DocId begin) { return begin; }

  /// Appends the matches in [begin, end) that weigh more than `needed` to `candidates`, in docid
  /// order. Moves no further than to the first candidate at or behind `end`.
  virtual void collect(DocId begin, DocId end, Weight needed, Candidates& candidates) {
    for (seek(begin); docid_ < end; next()) {
      if (!confirm()) continue;
      const Weight added = weight();
      if (added > needed) candidates.add(docid_, added);
    }
  }

  /// Adds the clause's weight to the candidates that match the clause. Afterwards drops the
  /// candidates that weigh `needed` or less, and with Presence::Required also those that do not
  /// match. No candidate may have a docid below docid().
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

  /// Adds the weight of each match inside `window` to that match's sum. Matches that weigh `needed`
  /// or less may be left out. Moves no further than to the first candidate at or behind the
  /// window's end.
  virtual void accumulate(ScoreWindow& window, Weight needed) {
    (void)needed;
    for (seek(window.begin()); docid_ < window.end(); next()) {
      if (confirm()) window.add(docid_, weight());
    }
  }

  /// The factors of weight(). Only for a candidate that confirm() has accepted.
  virtual Explanation explain() = 0;

 protected:
  DocId docid_ = 0;
};

using DocIteratorPtr = std::unique_ptr<DocIterator>;

}  // namespace pullquote
