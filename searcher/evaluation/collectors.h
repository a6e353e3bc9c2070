// SPDX-License-Identifier: GPL-3.0-or-later
/// The sinks of an evaluation: a collector keeps the best k matches by weight, or the first k in
/// docid order.
///
/// Both classes have the members that WindowWalk (part_query.cc) is written against:
///  - kRanks: whether weights decide which matches are kept;
///  - threshold(): matches of this weight or less need not be offered;
///  - add(docid, weight): offers a match; false when no further match is wanted;
///  - wanted(): how many matches are kept at most (k);
///  - expect(weight): a promise that at least wanted() matches of the current part weigh `weight`
///    or more, so that the threshold may rise before the first match is read.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "searcher/evaluation/ranking/weight.h"
#include "searcher/lists/part_columns.h"

namespace pullquote {

/// A match on its way to becoming a hit.
struct Match {
  Weight weight = 0;
  std::int64_t published = kUnknownTime;  ///< unix seconds; kUnknownTime where not filled in
  std::uint32_t part = 0;                 ///< index among the parts of the generation
  DocId docid = 0;                        ///< within that part
  friend bool operator==(const Match&, const Match&) = default;
};

/// The order of a ranked page: higher weight first. Ties within a part go by docid, which is newest
/// first; ties between parts by time of publication, newest first, then by part.
inline bool ranks_before(const Match& a, const Match& b) {
  if (a.weight != b.weight) return a.weight > b.weight;
  if (a.part == b.part) return a.docid < b.docid;
  if (a.published != b.published) return a.published > b.published;
  return a.part < b.part;
}

/// The best `k` matches of all parts, evaluated one part after the other. A heap holds the best so
/// far with the worst in front. Once it is full its worst weight is the threshold, which carries
/// over to the next part. Cost: O(log k) for each match that enters.
class BestMatches {
 public:
  static constexpr bool kRanks = true;

  /// @param k  matches to keep; 0 keeps none and raises the threshold above every weight.
  explicit BestMatches(std::size_t k) : k_(k) { heap_.reserve(k < 1024 ? k : 1024); }

  /// Begins a part: matches added from now on lie in it. `columns` is read until the next call of
  /// enter() has returned.
  void enter(std::uint32_t part, const PartColumns& columns);

  Weight threshold() const { return threshold_; }
  bool add(DocId docid, Weight weight);

  std::size_t wanted() const { return k_; }
  void expect(Weight weight) { threshold_ = std::max(threshold_, weight - 1); }

  /// The kept matches, best first; the collector is empty afterwards. `published` is filled in only
  /// when there was more than one part.
  std::vector<Match> take();

 private:
  /// Raises the threshold to what the full heap demands.
  void update_threshold();

  std::size_t k_;
  std::vector<Match> heap_;  ///< by ranks_before(), the worst in front
  Weight threshold_ = -1;    ///< -1 admits every weight
  std::uint32_t part_ = 0;
  const PartColumns* columns_ = nullptr;
  /// A tie may depend on times of publication, each of which costs a look-up.
  bool several_parts_ = false;
};

/// The first `k` matches of one part in docid order, which is newest first.
class FirstMatches {
 public:
  static constexpr bool kRanks = false;

  /// @param k          matches to keep.
  /// @param count_all  go on after the k-th match, so that all are counted.
  /// @param part       the part's index, noted in each match.
  FirstMatches(std::size_t k, bool count_all, std::uint32_t part)
      : k_(k), count_all_(count_all), part_(part) {}

  Weight threshold() const { return -1; }
  std::size_t wanted() const { return k_; }
  void expect(Weight) {}
  bool add(DocId docid, Weight weight);

  /// The kept matches in docid order, without times of publication.
  std::vector<Match> take() { return std::move(matches_); }

 private:
  std::size_t k_;
  bool count_all_;
  std::uint32_t part_;
  std::vector<Match> matches_;
};

}  // namespace pullquote
