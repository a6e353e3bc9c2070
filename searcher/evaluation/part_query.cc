// SPDX-License-Identifier: GPL-3.0-or-later
/// The window walk of part_query.h. Each window passes through
///   enter()    bounds of all clauses; skips the window if they do not exceed the threshold
///   read_alternatives(), follow_required() or follow_unconfirmed()    candidates with weights
///   exclude()  drops the candidates of prohibited clauses
///   offer()    confirms what is left, and offers it to the collector
#include "searcher/evaluation/part_query.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <optional>

#include "searcher/evaluation/boolean_iterators.h"
#include "searcher/evaluation/collectors.h"
#include "searcher/evaluation/score_window.h"

namespace pullquote {

namespace {

/// Below every weight, so that no match is skipped.
constexpr Weight kNoThreshold = -1;

/// The first window is small where no threshold is known yet: the threshold then rises early, and a
/// search for the newest articles ends early. Each window is twice as wide as the one before.
constexpr DocId kFirstWindow = 256;

/// Reading up to this many postings of the alternatives costs less than looking up one candidate of
/// a required clause.
constexpr std::uint64_t kWorthReading = 64;

/// A window is widened until it should hold about this many candidates.
constexpr std::uint64_t kCandidatesInWindow = 256;

/// A clause and its upper bound in the current window.
struct BoundedClause {
  DocIterator* clause = nullptr;
  Weight bound = 0;        ///< no match in the window weighs more
  bool may_match = false;  ///< the window may hold a match of the clause
};

/// The clauses that add weight where they match, sorted by rising upper bound in the current
/// window. Prefix sums of the bounds say how many clauses are non-essential.
class Alternatives {
 public:
  Alternatives(const std::vector<DocIteratorPtr>& optional,
               const std::vector<DocIteratorPtr>& weighing) {
    for (const std::vector<DocIteratorPtr>* const clauses : {&optional, &weighing}) {
      for (const DocIteratorPtr& clause : *clauses) clauses_.push_back({clause.get(), 0, false});
    }
    all_weigh_ = std::all_of(clauses_.begin(), clauses_.end(), [](const BoundedClause& clause) {
      return clause.clause->max_weight() > 0;
    });
  }

  /// Computes the bounds of the window [begin, end) and sorts the clauses by them.
  void enter(DocId begin, DocId end) {
    for (BoundedClause& clause : clauses_) {
      const std::optional<Weight> bound = clause.clause->bound(begin, end);
      clause.may_match = bound.has_value();
      clause.bound = bound.value_or(0);
    }
    std::sort(clauses_.begin(), clauses_.end(),
              [](const BoundedClause& a, const BoundedClause& b) { return a.bound < b.bound; });
    sums_.clear();
    Weight sum = 0;
    for (const BoundedClause& clause : clauses_) sums_.push_back(sum += clause.bound);
  }

  std::size_t size() const { return clauses_.size(); }
  const BoundedClause& operator[](std::size_t i) const { return clauses_[i]; }

  /// The sum of the `count` lowest bounds.
  Weight bound_of(std::size_t count) const { return count == 0 ? 0 : sums_[count - 1]; }
  Weight total() const { return bound_of(clauses_.size()); }

  /// Whether every clause adds weight wherever it matches. A filter does not.
  bool all_weigh() const { return all_weigh_; }

  /// Whether any of the clauses may match in the window.
  bool may_match() const {
    return std::any_of(clauses_.begin(), clauses_.end(),
                       [](const BoundedClause& clause) { return clause.may_match; });
  }

  /// The size of the non-essential list: the largest number of clauses, lowest bounds first, whose
  /// bounds sum up to `needed` or less.
  std::size_t nonessential(Weight needed) const {
    return static_cast<std::size_t>(std::upper_bound(sums_.begin(), sums_.end(), needed) -
                                    sums_.begin());
  }

 private:
  std::vector<BoundedClause> clauses_;
  std::vector<Weight> sums_;  ///< sums_[i]: bounds of clauses_[0] to clauses_[i]
  bool all_weigh_ = true;
};

/// One evaluation of a query over one part; see part_query.h.
template <class Collector>
class WindowWalk {
 public:
  WindowWalk(PartQuery& query, Collector& collector, bool count_all, const Deadline& deadline)
      : query_(query),
        collector_(collector),
        count_all_(count_all),
        deadline_(deadline),
        alternatives_(query.optional, query.weighing),
        reads_alternatives_(reads_alternatives(query)),
        widest_(widest_window(query, reads_alternatives_)) {
    std::vector<DocIterator*> required = pointers_to(query.required);
    sort_by_estimate(required);
    for (DocIterator* clause : required) {
      (clause->exact() ? required_ : unconfirmed_).push_back({clause, 0, true});
    }
  }

  MatchCount run() {
    raise_threshold_from_bounds();
    DocId width = threshold() > 0 ? ScoreWindow::kSize : kFirstWindow;
    for (DocId begin = query_.range.begin; begin < query_.range.end && !done_;) {
      const DocId end = query_.range.end - begin > width ? begin + width : query_.range.end;
      if (is_over()) break;
      may_match_ = true;
      evaluate(begin, end);
      begin = may_match_ ? end : std::max(end, next_possible(end));
      width = std::min(width * 2, widest_);
    }
    return count_;
  }

 private:
  /// Whether candidates come from the optional clauses rather than from the required ones. Most
  /// postings of the alternatives are skipped, so that reading them pays unless a required clause
  /// is rare. Measured on a million articles with a filter for outlets that published a tenth of
  /// them: half the time of looking up each article of those outlets.
  static bool reads_alternatives(const PartQuery& query) {
    if (!query.needs_optional) return false;
    if (query.required.empty()) return true;
    std::uint64_t postings = 0;
    for (const DocIteratorPtr& clause : query.optional) postings += clause->estimate();
    std::uint64_t rarest = query.doccount;
    for (const DocIteratorPtr& clause : query.required) {
      rarest = std::min(rarest, clause->estimate());
    }
    return postings < kWorthReading * rarest;
  }

  /// The widest window in docids. Where candidates are few, wide windows save the work per window.
  /// Where several lists are summed, the window is limited by ScoreWindow::kSize.
  static DocId widest_window(const PartQuery& query, bool reads_alternatives) {
    if (reads_alternatives && query.optional.size() + query.weighing.size() != 1) {
      return ScoreWindow::kSize;
    }
    std::uint64_t rarest = query.doccount;
    for (const DocIteratorPtr& clause : reads_alternatives ? query.optional : query.required) {
      rarest = std::min(rarest, clause->estimate());
    }
    const std::uint64_t width =
        query.doccount * kCandidatesInWindow / std::max<std::uint64_t>(rarest, 1);
    return static_cast<DocId>(
        std::clamp<std::uint64_t>(width, ScoreWindow::kSize, std::uint64_t{1} << 30));
  }

  /// Raises the threshold before the first posting is decoded. Possible where each match of an
  /// alternative is a match of the query: then the k-th best weight of the query is at least the
  /// k-th best weight of each alternative.
  void raise_threshold_from_bounds() {
    if (!Collector::kRanks || count_all_ || !query_.needs_optional || !query_.required.empty() ||
        !query_.prohibited.empty()) {
      return;
    }
    for (const DocIteratorPtr& clause : query_.optional) {
      collector_.expect(clause->kth_weight_bound(collector_.wanted(), query_.range));
    }
  }

  /// Whether the deadline has passed; ends the walk then.
  bool is_over() {
    if (!deadline_.passed()) return false;
    count_.exact = false;
    count_.complete = false;
    return done_ = true;
  }

  /// is_over(), asked at a candidate whose check is expensive; most calls ask no clock.
  bool is_over_at_candidate() {
    return ++checked_ % Deadline::kCandidatesBetween == 0 && is_over();
  }

  /// Matches of this weight or less may be skipped; kNoThreshold where all are counted.
  Weight threshold() const { return count_all_ ? kNoThreshold : collector_.threshold(); }

  /// The end of the gap without matches that begins at `begin`.
  DocId next_possible(DocId begin) {
    DocId next = begin;
    for (const BoundedClause& clause : required_) {
      next = std::max(next, clause.clause->next_possible(begin));
    }
    if (!query_.needs_optional) return next;
    DocId alternative = kNoMoreDocs;
    for (const DocIteratorPtr& clause : query_.optional) {
      alternative = std::min(alternative, clause->next_possible(begin));
    }
    return std::max(next, alternative);
  }

  /// Computes the bounds of all clauses in the window [begin, end). False when nothing in the
  /// window can match or pass the threshold.
  bool enter(DocId begin, DocId end) {
    may_match_ = false;
    required_bound_ = 0;
    unconfirmed_bound_ = 0;
    for (BoundedClause& clause : required_) {
      const std::optional<Weight> bound = clause.clause->bound(begin, end);
      if (!bound) return false;
      required_bound_ += clause.bound = *bound;
    }
    for (BoundedClause& clause : unconfirmed_) {
      const std::optional<Weight> bound = clause.clause->bound(begin, end);
      if (!bound) return false;
      unconfirmed_bound_ += clause.bound = *bound;
    }
    alternatives_.enter(begin, end);
    if (query_.needs_optional && !alternatives_.may_match()) return false;
    may_match_ = true;
    if (required_bound_ + unconfirmed_bound_ + alternatives_.total() > threshold()) return true;
    count_.exact = false;
    return false;
  }

  /// Offers the matches in the window [begin, end) to the collector.
  void evaluate(DocId begin, DocId end) {
    if (!enter(begin, end)) return;
    candidates_.clear();
    confirmed_ = unconfirmed_.empty();
    if (reads_alternatives_) {
      read_alternatives(begin, end);
    } else if (!required_.empty()) {
      follow_required(begin, end);
    } else {
      return follow_unconfirmed(begin, end);
    }
    exclude();
    offer();
  }

  /// Candidates of this weight or less cannot pass the threshold any more, if the clauses still to
  /// come add at most `rest`.
  Weight needed(Weight rest) const {
    return threshold() == kNoThreshold ? kNoThreshold : threshold() - rest;
  }

  /// Essential alternatives bring the candidates; then required clauses and non-essential
  /// alternatives are looked up.
  void read_alternatives(DocId begin, DocId end) {
    const Weight others = required_bound_ + unconfirmed_bound_;
    const std::size_t first = alternatives_.nonessential(needed(others));
    const Weight rest = alternatives_.bound_of(first) + others;
    if (first + 1 == alternatives_.size()) {
      alternatives_[first].clause->collect(begin, end, needed(rest), candidates_);
    } else {
      ScoreWindow& window = window_of_thread();
      window.reset(begin, end);
      // A posting matters only if all other clauses together can lift it above the threshold.
      const Weight all = alternatives_.total() + others;
      for (std::size_t i = alternatives_.size(); i-- > first;) {
        const BoundedClause& clause = alternatives_[i];
        if (!clause.may_match) continue;
        // An article that no clause has brought so far can only gain from this clause and the ones
        // before it in the order of bounds.
        window.admit_above(needed(alternatives_.bound_of(i) + others));
        clause.clause->accumulate(window, needed(all - clause.bound));
      }
      window.read_off(candidates_, needed(rest));
    }
    if (threshold() != kNoThreshold) count_.exact = false;
    Weight left = required_bound_;
    for (BoundedClause& clause : required_) {
      left -= clause.bound;
      look_up(*clause.clause, left + unconfirmed_bound_ + alternatives_.bound_of(first),
              Presence::Required);
    }
    add_alternatives(first, unconfirmed_bound_);
  }

  /// The rarest required clause brings the candidates. Rare required clauses come next, then
  /// weights, then frequent required clauses: a word in a quarter of all articles drops fewer
  /// candidates than their weights do.
  void follow_required(DocId begin, DocId end) {
    if (threshold() == kNoThreshold) return follow_all_required(begin, end);
    const Weight others = unconfirmed_bound_ + alternatives_.total();
    Weight left = required_bound_ - required_.front().bound;
    required_.front().clause->collect(begin, end, needed(left + others), candidates_);
    std::size_t next = 1;
    for (; next < required_.size() && !is_frequent(*required_[next].clause); ++next) {
      left -= required_[next].bound;
      look_up(*required_[next].clause, left + others, Presence::Required);
    }
    count_.exact = false;
    // Here a weight above 0 shows that an alternative matched: nothing else adds weight.
    const bool told_by_weight =
        required_bound_ == 0 && unconfirmed_bound_ == 0 && alternatives_.all_weigh();
    const bool slowly = query_.needs_optional && !told_by_weight;
    if (!slowly) add_alternatives(alternatives_.size(), left + unconfirmed_bound_);
    if (query_.needs_optional && told_by_weight) {
      candidates_.keep([](DocId, Weight& weight) { return weight > 0; });
    }
    const Weight to_come = slowly ? others : unconfirmed_bound_;
    for (; next < required_.size(); ++next) {
      left -= required_[next].bound;
      look_up(*required_[next].clause, left + to_come, Presence::Required);
    }
    if (slowly) keep_those_with_alternatives();
  }

  /// Without a threshold no candidate is too light. So every clause that drops candidates comes
  /// before the clauses that weigh them.
  void follow_all_required(DocId begin, DocId end) {
    required_.front().clause->collect(begin, end, kNoThreshold, candidates_);
    for (std::size_t i = 1; i < required_.size(); ++i) {
      look_up(*required_[i].clause, 0, Presence::Required);
    }
    candidates_.keep([&](DocId docid, Weight& weight) {
      return !done_ && (unconfirmed_.empty() || !is_over_at_candidate()) && confirm(docid, weight);
    });
    confirmed_ = true;
    if (query_.needs_optional) return keep_those_with_alternatives();
    add_alternatives(alternatives_.size(), 0);
  }

  /// Whether the clause matches more than a quarter of the documents.
  bool is_frequent(const DocIterator& clause) const {
    return clause.estimate() > query_.doccount / 4;
  }

  /// All required clauses are expensive: takes the candidates of the first such clause one by one.
  void follow_unconfirmed(DocId begin, DocId end) {
    DocIterator& driver = *unconfirmed_.front().clause;
    for (DocId docid = driver.seek(begin); docid < end && !done_ && !is_over_at_candidate();
         docid = driver.next()) {
      if (threshold() != kNoThreshold) count_.exact = false;
      candidates_.clear();
      candidates_.add(docid, 0);
      if (query_.needs_optional) {
        keep_those_with_alternatives();
      } else {
        add_alternatives(alternatives_.size(), unconfirmed_bound_);
      }
      exclude();
      offer();
    }
  }

  /// Looks up the alternatives 0 to `end` - 1, highest bound first.
  /// @param rest  the upper bound of the clauses that are looked up afterwards.
  void add_alternatives(std::size_t end, Weight rest) {
    for (std::size_t i = end; i-- > 0;) {
      if (candidates_.empty()) return;
      if (!alternatives_[i].may_match) continue;
      look_up(*alternatives_[i].clause, rest + alternatives_.bound_of(i), Presence::Optional);
    }
  }

  /// Adds the weights of all alternatives and drops the candidates that match none of them. One
  /// candidate at a time, because a weight does not say whether a clause has matched.
  void keep_those_with_alternatives() {
    std::vector<DocIterator*> counting;
    for (std::size_t i = 0; i < alternatives_.size(); ++i) {
      if (alternatives_[i].may_match) counting.push_back(alternatives_[i].clause);
    }
    candidates_.keep([&](DocId docid, Weight& weight) {
      bool matched = false;
      if (done_ || is_over_at_candidate()) return false;
      for (DocIterator* clause : counting) {
        if (!matches_at(*clause, docid)) continue;
        weight += clause->weight();
        matched = true;
      }
      return matched && weight > needed(unconfirmed_bound_);
    });
  }

  /// Looks up `clause` for all candidates; `rest` bounds the clauses that come afterwards.
  void look_up(DocIterator& clause, Weight rest, Presence presence) {
    if (!candidates_.empty()) clause.look_up(candidates_, needed(rest), presence);
  }

  /// Drops the candidates that a prohibited clause matches.
  void exclude() {
    for (const DocIteratorPtr& clause : query_.prohibited) {
      if (candidates_.empty()) return;
      candidates_.keep([&](DocId docid, Weight&) {
        return !done_ && !is_over_at_candidate() && !matches_at(*clause, docid);
      });
    }
  }

  /// Confirms the candidates that can still pass the threshold, and offers them to the collector.
  void offer() {
    for (std::size_t i = 0; i < candidates_.size() && !done_; ++i) {
      Weight weight = candidates_.weight(i);
      if (weight + (confirmed_ ? 0 : unconfirmed_bound_) <= threshold()) {
        count_.exact = false;
        continue;
      }
      if (!confirmed_ && (is_over_at_candidate() || !confirm(candidates_.docid(i), weight)))
        continue;
      ++count_.matches;
      if (weight <= collector_.threshold() || collector_.add(candidates_.docid(i), weight))
        continue;
      count_.exact = false;
      done_ = true;
    }
  }

  /// Whether all expensive clauses match `docid`; adds their weights to `weight`.
  bool confirm(DocId docid, Weight& weight) {
    for (const BoundedClause& clause : unconfirmed_) {
      if (!matches_at(*clause.clause, docid)) return false;
      weight += clause.clause->weight();
    }
    return true;
  }

  PartQuery& query_;
  Collector& collector_;
  bool count_all_;
  const Deadline& deadline_;
  Alternatives alternatives_;
  bool reads_alternatives_;
  DocId widest_;                            ///< width of the widest window, in docids
  std::vector<BoundedClause> required_;     ///< required clauses with exact(), rarest first
  std::vector<BoundedClause> unconfirmed_;  ///< required clauses whose candidates must be confirmed
  Weight required_bound_ = 0;               ///< sum of the bounds of required_ in the window
  Weight unconfirmed_bound_ = 0;            ///< sum of the bounds of unconfirmed_ in the window
  Candidates candidates_;
  bool confirmed_ = false;  ///< the candidates satisfy all of unconfirmed_
  MatchCount count_;
  bool may_match_ = true;    ///< false: the window holds no match, whatever it weighs
  bool done_ = false;        ///< the collector wants no more, or the deadline has passed
  std::size_t checked_ = 0;  ///< candidates at which is_over_at_candidate() was asked
};

}  // namespace

std::uint64_t PartQuery::estimate() const {
  const auto n = static_cast<double>(std::max<std::uint64_t>(doccount, 1));
  double share = static_cast<double>(range.size()) / n;
  for (const DocIteratorPtr& clause : required) {
    share *= std::min(1.0, static_cast<double>(clause->estimate()) / n);
  }
  if (needs_optional) {
    share *= static_cast<double>(estimate_any(pointers_to(optional), doccount)) / n;
  }
  for (const DocIteratorPtr& clause : prohibited) {
    share *= 1 - std::min(1.0, static_cast<double>(clause->estimate()) / n);
  }
  return static_cast<std::uint64_t>(std::llround(std::max(0.0, share) * n));
}

std::uint64_t PartQuery::cost() const {
  std::uint64_t postings = required.empty() ? 0 : doccount;
  for (const DocIteratorPtr& clause : required) postings = std::min(postings, clause->estimate());
  if (!required.empty()) return postings;
  for (const DocIteratorPtr& clause : optional) postings += clause->estimate();
  return postings;
}

template <class Collector>
MatchCount match_part(PartQuery& query, Collector& collector, bool count_all,
                      const Deadline& deadline) {
  assert(query.weighing.empty() || !query.needs_optional);
  return WindowWalk<Collector>(query, collector, count_all, deadline).run();
}

template MatchCount match_part(PartQuery&, BestMatches&, bool, const Deadline&);
template MatchCount match_part(PartQuery&, FirstMatches&, bool, const Deadline&);

}  // namespace pullquote
