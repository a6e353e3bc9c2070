// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/families/family_grouping.h"

#include <algorithm>
#include <cstdlib>
#include <optional>
#include <tuple>

#include "schema/store/columns.h"
#include "schema/store/families.h"
#include "schema/wording/kinship.h"

namespace pullquote {
namespace {

constexpr std::int64_t kDay = 86400;

/// How far apart a few words may be printed and still be one quotation, when they are recognisable
/// and when they are not.
constexpr std::int64_t kNear = 30 * kDay;
constexpr std::int64_t kVeryNear = 7 * kDay;

/// Quotes of one longer wording that a short one is compared with, and groups of one short wording
/// that a quote may still join.
constexpr std::size_t kMostCompanions = 64;

/// A wording that is cut from so many families is a figure of speech.
constexpr std::size_t kCommonplace = 3;

class Grouping {
 public:
  Grouping(const QuoteCollection& collection, const RankedTexts& texts,
           const TextClusters& clusters)
      : collection_(collection),
        texts_(texts),
        clusters_(clusters),
        family_(collection.quotes.size(), kNoFamily) {
    list_quotes();
  }

  QuoteGroups run() {
    for (std::uint32_t rank = 0; rank < texts_.size(); ++rank) {
      if (links(texts_[rank])) {
        for (const std::uint32_t quote : quotes_of(rank)) family_[quote] = clusters_.root[rank];
      } else {
        place_short(rank);
      }
    }
    return numbered();
  }

 private:
  void list_quotes() {
    begins_.resize(texts_.size() + 1);
    for (const QuoteRow& quote : collection_.quotes) {
      if (quote.text != kNoText) ++begins_[texts_.rank_of[quote.text] + 1];
    }
    for (std::uint32_t rank = 0; rank < texts_.size(); ++rank) begins_[rank + 1] += begins_[rank];
    quotes_.resize(begins_.back());
    std::vector<std::uint32_t> next(begins_.begin(), begins_.end() - 1);
    for (std::uint32_t quote = 0; quote < collection_.quotes.size(); ++quote) {
      const std::uint32_t text = collection_.quotes[quote].text;
      if (text != kNoText) quotes_[next[texts_.rank_of[text]]++] = quote;
    }
  }

  std::span<const std::uint32_t> quotes_of(std::uint32_t rank) const {
    return std::span(quotes_).subspan(begins_[rank], begins_[rank + 1] - begins_[rank]);
  }

  /// Families of their own begin at their first quote; numbers above those of the roots.
  std::uint32_t own_family(std::uint32_t quote) const { return texts_.size() + quote; }

  /// Each quote of a short wording to the best family that it is cut from, the rest among
  /// themselves.
  void place_short(std::uint32_t rank) {
    const auto edges = clusters_.edges_of(rank);
    const bool distinctive =
        is_distinctive(texts_[rank].size(), content_words(texts_[rank])) && !is_commonplace(edges);
    for (const std::uint32_t quote : quotes_of(rank)) {
      if (const auto companion = best_companion(quote, edges, distinctive)) {
        family_[quote] = family_[*companion];
      }
    }
    group_alone(rank, distinctive);
  }

  bool is_commonplace(std::span<const KinEdge> edges) const {
    std::vector<std::uint32_t> families;
    for (const KinEdge& edge : edges) {
      if (edge.kinship < Kinship::Likely) continue;
      const std::uint32_t family = family_[quotes_of(edge.kin).front()];
      if (std::find(families.begin(), families.end(), family) == families.end()) {
        families.push_back(family);
      }
    }
    return families.size() >= kCommonplace;
  }

  std::optional<std::uint32_t> best_companion(std::uint32_t quote, std::span<const KinEdge> edges,
                                              bool distinctive) const {
    std::optional<std::uint32_t> best;
    auto best_rank = std::tuple(Kinship::None, 0, false, std::int64_t{0});
    for (const KinEdge& edge : edges) {
      const Kinship kin = distinctive ? edge.kinship : Kinship::Weak;
      const auto companions = quotes_of(edge.kin);
      for (const std::uint32_t other :
           companions.first(std::min(companions.size(), kMostCompanions))) {
        if (!may_join(quote, other, kin)) continue;
        const auto rank = std::tuple(kin, int{edge.matched}, same_speaker(quote, other),
                                     -distance(quote, other).value_or(kNear));
        if (!best || rank > best_rank) {
          best = other;
          best_rank = rank;
        }
      }
    }
    return best;
  }

  bool may_join(std::uint32_t quote, std::uint32_t other, Kinship kin) const {
    if (kin == Kinship::Strong) return same_speaker(quote, other) || is_near(quote, other, kNear);
    if (kin == Kinship::Likely) return is_near(quote, other, kLikelyNear);
    return same_speaker(quote, other) && is_near(quote, other, kVeryNear);
  }

  /// What no longer wording took: equal words, by the same speaker or in a row of near times.
  void group_alone(std::uint32_t rank, bool distinctive) {
    std::vector<std::uint32_t> left;
    for (const std::uint32_t quote : quotes_of(rank)) {
      if (family_[quote] == kNoFamily) left.push_back(quote);
    }
    // Quotes are in order of time, newest first, so that the last of a group is the nearest.
    std::vector<std::uint32_t> last_of_groups;
    for (const std::uint32_t quote : left) {
      std::uint32_t* joined = nullptr;
      for (std::uint32_t& last : last_of_groups) {
        if (may_join(quote, last, distinctive ? Kinship::Strong : Kinship::Weak)) {
          joined = &last;
          break;
        }
      }
      family_[quote] = joined ? family_[*joined] : own_family(quote);
      if (joined) {
        *joined = quote;
      } else if (last_of_groups.size() < kMostCompanions) {
        last_of_groups.push_back(quote);
      } else {
        // Nothing older is likely to join what is furthest away; without times any one goes.
        *std::max_element(last_of_groups.begin(), last_of_groups.end(),
                          [&](std::uint32_t a, std::uint32_t b) {
                            return distance(quote, a).value_or(0) < distance(quote, b).value_or(0);
                          }) = quote;
      }
    }
  }

  bool same_speaker(std::uint32_t a, std::uint32_t b) const {
    return collection_.speakers.same(collection_.quotes[a].speaker, collection_.quotes[b].speaker);
  }

  /// Seconds between two quotes; empty when either has no time.
  std::optional<std::int64_t> distance(std::uint32_t a, std::uint32_t b) const {
    const std::int64_t first = collection_.published(a);
    const std::int64_t second = collection_.published(b);
    if (first == kUnknownTime || second == kUnknownTime) return std::nullopt;
    return std::abs(first - second);
  }

  /// An unknown time is no reason to part what agrees.
  bool is_near(std::uint32_t a, std::uint32_t b, std::int64_t most) const {
    return distance(a, b).value_or(0) <= most;
  }

  QuoteGroups numbered() {
    QuoteGroups groups;
    std::vector<std::uint32_t> numbers(texts_.size() + family_.size(), kNoFamily);
    for (std::uint32_t& family : family_) {
      if (family == kNoFamily) continue;
      std::uint32_t& number = numbers[family];
      if (number == kNoFamily) number = groups.count++;
      family = number;
    }
    groups.family = std::move(family_);
    return groups;
  }

  const QuoteCollection& collection_;
  const RankedTexts& texts_;
  const TextClusters& clusters_;
  std::vector<std::uint32_t> begins_;  // by rank, into quotes_
  std::vector<std::uint32_t> quotes_;  // by rank of their texts, then by number
  std::vector<std::uint32_t> family_;  // by quote; not yet numbered in a row
};

}  // namespace

QuoteGroups group_quotes(const QuoteCollection& collection, const RankedTexts& texts,
                         const TextClusters& clusters) {
  return Grouping(collection, texts, clusters).run();
}

}  // namespace pullquote
