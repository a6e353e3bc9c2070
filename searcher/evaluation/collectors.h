// SPDX-License-Identifier: GPL-3.0-or-later
/// What is kept of the matches: the best k by weight, or the first k in docid order.
///
/// A collector has threshold(): matches that weigh no more need not be offered; add(docid, weight):
/// false when it needs no more; kRanks: whether weights matter; wanted(): how many it keeps; and
/// expect(weight): at least wanted() matches of this part weigh so much or more, and will be
/// offered, if not better ones.
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
  std::int64_t published = kUnknownTime;
  std::uint32_t part = 0;
  DocId docid = 0;
  friend bool operator==(const Match&, const Match&) = default;
};

/// Higher weight first; ties newest first, which is the order of docids within a part, then in
/// order of parts.
inline bool ranks_before(const Match& a, const Match& b) {
  if (a.weight != b.weight) return a.weight > b.weight;
  if (a.part == b.part) return a.docid < b.docid;
  if (a.published != b.published) return a.published > b.published;
  return a.part < b.part;
}

/// The best `k` matches of all parts, evaluated one part after the other. The threshold rises while
/// the heap fills and carries over to the next part.
class BestMatches {
 public:
  static constexpr bool kRanks = true;

  explicit BestMatches(std::size_t k) : k_(k) { heap_.reserve(k < 1024 ? k : 1024); }

  /// Matches added from now on lie in this part.
  void enter(std::uint32_t part, const PartColumns& columns);

  Weight threshold() const { return threshold_; }
  bool add(DocId docid, Weight weight);

  std::size_t wanted() const { return k_; }
  void expect(Weight weight) { threshold_ = std::max(threshold_, weight - 1); }

  /// Best first. Times of publication are filled in only if there was more than one part.
  std::vector<Match> take();

 private:
  void update_threshold();

  std::size_t k_;
  std::vector<Match> heap_;  ///< the worst in front
  Weight threshold_ = -1;
  std::uint32_t part_ = 0;
  const PartColumns* columns_ = nullptr;
  bool several_parts_ = false;  ///< else no tie depends on the times, which cost a look-up each
};

/// The first `k` matches of one part in docid order.
class FirstMatches {
 public:
  static constexpr bool kRanks = false;

  /// @param count_all  go on after the k-th, so that all are counted.
  FirstMatches(std::size_t k, bool count_all, std::uint32_t part)
      : k_(k), count_all_(count_all), part_(part) {}

  Weight threshold() const { return -1; }
  std::size_t wanted() const { return k_; }
  void expect(Weight) {}
  bool add(DocId docid, Weight weight);

  /// Without their times of publication.
  std::vector<Match> take() { return std::move(matches_); }

 private:
  std::size_t k_;
  bool count_all_;
  std::uint32_t part_;
  std::vector<Match> matches_;
};

}  // namespace pullquote
