// SPDX-License-Identifier: GPL-3.0-or-later
// Links between long wordings go into a union-find structure that all threads share. A pair that is
// connected already is not looked at again. That saves most of the work in large families and
// changes nothing: candidates depend on the texts alone, and the clusters are the connected
// components of those that are kin, whichever was looked at first.
#include "indexer/families/text_clusters.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <bit>
#include <cstdlib>
#include <memory>
#include <tuple>

#include "schema/store/columns.h"
#include "schema/wording/comparison.h"

namespace pullquote {
namespace {

/// Roots are the smallest of their sets. Thread-safe (R. J. Anderson and H. Woll, "Wait-free
/// parallel algorithms for the union-find problem", 1991, with links by number in place of rank).
class SharedUnionFind {
 public:
  explicit SharedUnionFind(std::uint32_t size)
      : parents_(std::make_unique<std::atomic<std::uint32_t>[]>(size)) {
    for (std::uint32_t i = 0; i < size; ++i) parents_[i].store(i, std::memory_order_relaxed);
  }

  std::uint32_t find(std::uint32_t element) {
    for (;;) {
      std::uint32_t parent = parents_[element].load(std::memory_order_relaxed);
      if (parent == element) return element;
      const std::uint32_t above = parents_[parent].load(std::memory_order_relaxed);
      if (above != parent) {
        parents_[element].compare_exchange_weak(parent, above, std::memory_order_relaxed);
      }
      element = above;
    }
  }

  void unite(std::uint32_t a, std::uint32_t b) {
    for (;;) {
      a = find(a);
      b = find(b);
      if (a == b) return;
      if (a > b) std::swap(a, b);
      std::uint32_t expected = b;
      if (parents_[b].compare_exchange_strong(expected, a, std::memory_order_relaxed)) return;
    }
  }

 private:
  std::unique_ptr<std::atomic<std::uint32_t>[]> parents_;
};

/// A bit for each word that carries content: what has a bit of its own is missing in the other.
class ContentSignature {
 public:
  explicit ContentSignature(std::span<const WordKey> wording) {
    for (const WordKey key : wording) {
      if (carries_content(key)) bits_[key >> 30] |= 1ULL << ((key >> 24) & 63);
    }
  }

  /// At least so many words are not in the other wording.
  std::size_t missing_in(const ContentSignature& other) const {
    std::size_t missing = 0;
    for (std::size_t i = 0; i < bits_.size(); ++i) {
      missing += static_cast<std::size_t>(std::popcount(bits_[i] & ~other.bits_[i]));
    }
    return missing;
  }

 private:
  std::array<std::uint64_t, 4> bits_{};
};

/// What is asked for of a wording before its words are looked at, side by side in memory.
struct Sketch {
  Sketch(std::span<const WordKey> wording, std::int64_t first, std::int64_t last)
      : content(wording),
        first_day(day_of(first)),
        last_day(day_of(last)),
        most_missing(most_missing_of(wording, Kinship::Weak)),
        most_missing_in_strong(most_missing_of(wording, Kinship::Strong)),
        is_linking(links(wording)) {}

  /// Words with content that any longer kin may lack. Of a very long wording only a part is
  /// compared, about which the signature of the whole says nothing.
  static std::uint16_t most_missing_of(std::span<const WordKey> wording, Kinship least) {
    if (wording.size() > Aligner::kLongest) return UINT16_MAX;
    const std::size_t content = content_words(wording);
    const std::size_t common = least_common_content({wording.size(), content}, least);
    return static_cast<std::uint16_t>(content - std::min(content, common));
  }

  /// Rounded down; kUnknownDay for an unknown time and for days beyond 2^30, whose differences
  /// would not fit.
  static std::int32_t day_of(std::int64_t time) {
    const std::int64_t day = time / kDay - (time % kDay < 0 ? 1 : 0);
    const bool known = time != kUnknownTime && std::abs(day) < INT32_MAX / 2;
    return known ? static_cast<std::int32_t>(day) : kUnknownDay;
  }

  /// False: quotes with the two wordings were certainly printed too far apart for likely kin.
  bool may_be_near(const Sketch& other) const {
    for (const std::int32_t day : {first_day, last_day, other.first_day, other.last_day}) {
      if (day == kUnknownDay) return true;
    }
    return std::max(first_day, other.first_day) - std::min(last_day, other.last_day) <=
           kLikelyNear / kDay + 1;
  }

  /// For kin as near as `least`, Weak or Strong.
  std::uint16_t most_missing_for(Kinship least) const {
    return least == Kinship::Strong ? most_missing_in_strong : most_missing;
  }

  static constexpr std::int64_t kDay = 86400;
  static constexpr std::int32_t kUnknownDay = INT32_MIN;

  ContentSignature content;
  std::int32_t first_day;
  std::int32_t last_day;
  std::uint16_t most_missing;
  std::uint16_t most_missing_in_strong;  ///< of strong kin; never more than `most_missing`
  bool is_linking;
};

/// Pairs that were looked at already: forgets, but never takes one pair for another.
class SeenPairs {
 public:
  /// Whether it was seen lately; now it is.
  bool test_and_set(std::uint32_t a, std::uint32_t b) {
    const std::uint64_t pair = (std::uint64_t{a} << 32) | b;
    std::uint64_t& slot = slots_[(pair * 0x9E3779B97F4A7C15ULL) >> (64 - kBits)];
    if (slot == pair) return true;
    slot = pair;
    return false;
  }

 private:
  static constexpr unsigned kBits = 20;
  std::vector<std::uint64_t> slots_ = std::vector<std::uint64_t>(std::size_t{1} << kBits);
};

bool before(const KinEdge& a, const KinEdge& b) {
  return std::tuple(a.rank, b.kinship, -int{a.matched}, a.kin) <
         std::tuple(b.rank, a.kinship, -int{b.matched}, b.kin);
}

/// Sorted, each pair once, the best of each wording.
void settle(std::vector<KinEdge>& edges) {
  std::sort(edges.begin(), edges.end(), before);
  std::size_t kept = 0;
  std::size_t of_this = 0;
  for (std::size_t i = 0; i < edges.size(); ++i) {
    const bool same = kept > 0 && edges[kept - 1].rank == edges[i].rank;
    if (!same) of_this = 0;
    if (same && edges[kept - 1].kin == edges[i].kin) continue;
    if (++of_this > kMostKin) continue;
    edges[kept++] = edges[i];
  }
  edges.resize(kept);
}

class Clustering {
 public:
  Clustering(const RankedTexts& texts, unsigned threads)
      : texts_(texts), sets_(texts.size()), workers_(std::max(threads, 1u)) {
    sketches_.reserve(texts.size());
    for (std::uint32_t rank = 0; rank < texts.size(); ++rank) {
      sketches_.emplace_back(texts[rank], texts.first[rank], texts.last[rank]);
    }
  }

  void consider(unsigned worker, std::uint32_t a, std::uint32_t b) {
    const Sketch& longer = sketches_[a];
    const Sketch& shorter = sketches_[b];
    const bool link = longer.is_linking && shorter.is_linking;
    if (!link && shorter.is_linking) return;  // long, but of words that say nothing: link nobody
    // What was printed at other times is linked by strong kinship alone, which nearly no two
    // wordings with a few words in common have.
    const Kinship least = link && !shorter.may_be_near(longer) ? Kinship::Strong : Kinship::Weak;
    if (shorter.content.missing_in(longer.content) > shorter.most_missing_for(least)) return;
    if (link && sets_.find(a) == sets_.find(b)) return;
    Worker& own = workers_[worker];
    if (own.seen.test_and_set(a, b)) return;
    const Comparison comparison = own.comparer.compare(texts_[a], texts_[b], least);
    const Kinship kin = comparison.kinship;
    if (kin == Kinship::None) return;
    if (link) {
      const bool near = kin == Kinship::Likely && texts_.are_near(a, b, kLikelyNear);
      if (kin == Kinship::Strong || near) sets_.unite(a, b);
      return;
    }
    own.edges.push_back({b, a, static_cast<std::uint16_t>(comparison.matched), kin});
    // The same pair comes once for every shingle that it shares.
    if (own.edges.size() >= own.settle_at) {
      settle(own.edges);
      own.settle_at = std::max(kFirstSettling, own.edges.size() * 2);
    }
  }

  TextClusters finish() {
    TextClusters clusters;
    clusters.root.resize(texts_.size());
    for (std::uint32_t rank = 0; rank < texts_.size(); ++rank)
      clusters.root[rank] = sets_.find(rank);
    for (Worker& worker : workers_) {
      clusters.edges.insert(clusters.edges.end(), worker.edges.begin(), worker.edges.end());
      worker.edges = {};
    }
    settle(clusters.edges);
    return clusters;
  }

 private:
  static constexpr std::size_t kFirstSettling = 1 << 20;
  struct Worker {
    WordingComparer comparer;
    SeenPairs seen;
    std::vector<KinEdge> edges;
    std::size_t settle_at = kFirstSettling;
  };

  const RankedTexts& texts_;
  SharedUnionFind sets_;
  std::vector<Sketch> sketches_;  // by rank
  std::vector<Worker> workers_;
};

}  // namespace

bool links(std::span<const WordKey> wording) {
  return wording.size() >= kLinkingWords && content_words(wording) >= 4;
}

std::span<const KinEdge> TextClusters::edges_of(std::uint32_t rank) const {
  const auto [first, last] =
      std::equal_range(edges.begin(), edges.end(), KinEdge{rank, 0, 0, Kinship::None},
                       [](const KinEdge& a, const KinEdge& b) { return a.rank < b.rank; });
  return {first, last};
}

TextClusters cluster_texts(const RankedTexts& texts, const JoinOptions& options,
                           const std::stop_token& stop) {
  Clustering clustering(texts, options.threads);
  for_each_candidate(texts, options, stop, [&](unsigned worker, std::uint32_t a, std::uint32_t b) {
    clustering.consider(worker, a, b);
  });
  return clustering.finish();
}

}  // namespace pullquote
