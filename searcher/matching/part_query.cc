// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/matching/part_query.h"

#include <algorithm>
#include <cmath>

#include "searcher/matching/boolean_iterators.h"
#include "searcher/matching/score_window.h"
#include "searcher/ranking/collectors.h"

namespace pullquote {

namespace {

/// Optional clauses by rising bound, the first of which are no longer read for candidates.
class Alternatives {
 public:
  explicit Alternatives(std::vector<DocIteratorPtr>& clauses) : clauses_(clauses) {
    std::stable_sort(clauses_.begin(), clauses_.end(),
                     [](const DocIteratorPtr& a, const DocIteratorPtr& b) {
                       return a->max_weight() < b->max_weight();
                     });
    Weight sum = 0;
    for (const DocIteratorPtr& clause : clauses_) bounds_.push_back(sum += clause->max_weight());
  }

  /// Stops reading the clauses that together with `extra` stay at `threshold` or below.
  void prune(Weight threshold, Weight extra) {
    while (looked_up_ < clauses_.size() && bounds_[looked_up_] + extra <= threshold) ++looked_up_;
  }

  bool pruned() const { return looked_up_ != 0; }
  bool exhausted() const { return looked_up_ == clauses_.size(); }

  /// What the clauses that are only looked up can add at most.
  Weight bound() const { return looked_up_ == 0 ? 0 : bounds_[looked_up_ - 1]; }
  Weight total_bound() const { return bounds_.empty() ? 0 : bounds_.back(); }

  /// The first candidate of `target` or later.
  DocId seek(DocId target) {
    DocId first = kNoMoreDocs;
    for (std::size_t i = looked_up_; i < clauses_.size(); ++i) {
      first = std::min(first, clauses_[i]->seek(target));
    }
    return first;
  }

  void accumulate(ScoreWindow& window) {
    for (std::size_t i = looked_up_; i < clauses_.size(); ++i) {
      clauses_[i]->seek(window.begin());
      clauses_[i]->accumulate(window);
    }
  }

  /// Adds to `weight` what the clauses from `first` on down to the least weigh for `docid`, giving
  /// up once `threshold` is out of reach.
  /// @return whether one matched.
  bool look_up(DocId docid, std::size_t first, Weight threshold, Weight& weight) {
    bool matched = false;
    for (std::size_t i = first; i-- > 0;) {
      if (weight + bounds_[i] <= threshold) break;
      if (!matches_at(*clauses_[i], docid)) continue;
      weight += clauses_[i]->weight();
      matched = true;
    }
    return matched;
  }
  std::size_t looked_up() const { return looked_up_; }
  std::size_t size() const { return clauses_.size(); }

 private:
  std::vector<DocIteratorPtr>& clauses_;
  std::vector<Weight> bounds_;  ///< of the clauses up to and including this one
  std::size_t looked_up_ = 0;
};

constexpr Weight kNoThreshold = -1;

template <class Collector>
class Evaluation {
 public:
  Evaluation(PartQuery& query, Collector& collector, bool count_all)
      : query_(query),
        collector_(collector),
        count_all_(count_all),
        alternatives_(query.optional),
        filtered_(query.required || !query.prohibited.empty()) {}

  MatchCount run() {
    if (query_.range.empty()) return count_;
    if (reads_alternatives()) {
      read_alternatives();
    } else if (query_.required) {
      follow_required();
    }
    return count_;
  }

 private:
  /// Whether candidates come from the optional clauses rather than from the required ones.
  bool reads_alternatives() const {
    if (!query_.required) return true;
    if (!query_.needs_optional) return false;
    std::uint64_t postings = 0;
    for (const DocIteratorPtr& clause : query_.optional) postings += clause->estimate();
    return postings < 2 * query_.required->estimate();
  }

  /// What decides about pruning; nothing is pruned where all must be counted.
  Weight threshold() const { return count_all_ ? kNoThreshold : collector_.threshold(); }

  void read_alternatives() {
    const Weight required_bound = query_.required ? query_.required->max_weight() : 0;
    DocId next = query_.range.begin;
    for (bool more = true; more;) {
      alternatives_.prune(threshold(), required_bound);
      if (alternatives_.pruned()) count_.exact = false;
      next = alternatives_.seek(next);
      if (next >= query_.range.end) return;
      window_.reset(next, query_.range.end);
      alternatives_.accumulate(window_);
      window_.visit(
          [&](DocId docid, Weight sum) { return more = offer(docid, sum, required_bound); });
      next = window_.end();
    }
  }

  /// @return whether the collector wants more.
  bool offer(DocId docid, Weight sum, Weight required_bound) {
    if (sum + alternatives_.bound() + required_bound <= threshold()) {
      if (filtered_) {
        count_.exact = false;
      } else {
        ++count_.matches;
      }
      return true;
    }
    if (!passes(docid)) return true;
    ++count_.matches;
    if (query_.required) sum += query_.required->weight();
    alternatives_.look_up(docid, alternatives_.looked_up(), threshold(), sum);
    return collect(docid, sum);
  }

  bool collect(DocId docid, Weight weight) {
    if (weight <= collector_.threshold() || collector_.add(docid, weight)) return true;
    count_.exact = false;
    return false;
  }

  bool passes(DocId docid) {
    return (!query_.required || matches_at(*query_.required, docid)) && !prohibited(docid);
  }

  bool prohibited(DocId docid) {
    return std::any_of(
        query_.prohibited.begin(), query_.prohibited.end(),
        [docid](const DocIteratorPtr& clause) { return matches_at(*clause, docid); });
  }

  void follow_required() {
    DocIterator& required = *query_.required;
    const Weight highest = required.max_weight() + alternatives_.total_bound();
    // Matches below the threshold are counted where that costs nothing more.
    const bool counts_freely =
        required.exact() && query_.prohibited.empty() && !query_.needs_optional;
    for (DocId docid = required.seek(query_.range.begin); docid < query_.range.end;
         docid = required.next()) {
      if (highest <= threshold() && !counts_freely) {
        count_.exact = false;
        return;
      }
      Weight weight = required.weight();
      if (weight + alternatives_.total_bound() <= threshold()) {
        if (counts_freely) {
          ++count_.matches;
        } else {
          count_.exact = false;
        }
        continue;
      }
      if (!follow(docid, weight)) return;
    }
  }

  /// One candidate of the required clauses that may pass the threshold.
  bool follow(DocId docid, Weight weight) {
    if (!query_.required->confirm() || prohibited(docid)) return true;
    const bool matched = alternatives_.look_up(docid, alternatives_.size(), threshold(), weight);
    if (query_.needs_optional && !matched) {
      // Looking up may have stopped early, below the threshold.
      if (threshold() != kNoThreshold) count_.exact = false;
      return true;
    }
    ++count_.matches;
    return collect(docid, weight);
  }

  PartQuery& query_;
  Collector& collector_;
  bool count_all_;
  Alternatives alternatives_;
  bool filtered_;
  ScoreWindow window_;
  MatchCount count_;
};

}  // namespace

std::uint64_t PartQuery::estimate() const {
  const auto n = static_cast<double>(std::max<std::uint64_t>(doccount, 1));
  double share = static_cast<double>(range.size()) / n;
  if (required) share *= static_cast<double>(required->estimate()) / n;
  if (!required || needs_optional)
    share *= static_cast<double>(estimate_any(pointers_to(optional), doccount)) / n;
  for (const DocIteratorPtr& clause : prohibited) {
    share *= 1 - std::min(1.0, static_cast<double>(clause->estimate()) / n);
  }
  return static_cast<std::uint64_t>(std::llround(std::max(0.0, share) * n));
}

std::uint64_t PartQuery::cost() const {
  std::uint64_t postings = 0;
  for (const DocIteratorPtr& clause : optional) postings += clause->estimate();
  return required ? std::min(postings, required->estimate()) : postings;
}

template <class Collector>
MatchCount match_part(PartQuery& query, Collector& collector, bool count_all) {
  return Evaluation<Collector>(query, collector, count_all).run();
}

template MatchCount match_part(PartQuery&, BestMatches&, bool);
template MatchCount match_part(PartQuery&, FirstMatches&, bool);

}  // namespace pullquote
