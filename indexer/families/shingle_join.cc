// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/families/shingle_join.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <numeric>

#include "indexer/work/worker_group.h"
#include "schema/store/columns.h"

namespace pullquote {
namespace {

/// Ranges of the hash; neighbouring ones make a slice.
constexpr std::size_t kBuckets = 256;
constexpr unsigned kBucketShift = 56;

/// In a group of texts with one shingle, so many are compared each with each; in a larger one each
/// with the longest, which most cuts of the same speech are cuts of, and with its next in length.
constexpr std::size_t kAllPairs = 10;
constexpr std::size_t kNeighbours = 4;

/// A shingle of more texts is a figure of speech. Texts of one family share rarer ones too.
constexpr std::size_t kCrowd = 1000;

/// The hash's low half above, the rank below: sorting puts equal shingles together, longest text
/// first.
using Entry = std::uint64_t;

template <class Visit>
void for_each_shingle(std::span<const WordKey> keys, Visit visit) {
  for (std::size_t i = 0; i + kShingleWords <= keys.size(); ++i) {
    if (const std::uint64_t hash = shingle_of(keys[i], keys[i + 1], keys[i + 2])) visit(hash);
  }
}

class Join {
 public:
  using Visit = std::function<void(unsigned worker, std::uint32_t a, std::uint32_t b)>;

  Join(const RankedTexts& texts, const JoinOptions& options, const std::stop_token& stop,
       const Visit& visit)
      : texts_(texts), options_(options), stop_(stop), visit_(visit) {}

  void run() {
    count();
    const std::uint64_t most = std::max<std::uint64_t>(options_.slice_bytes / sizeof(Entry), 1);
    for (std::size_t first = 0; first < kBuckets;) {
      std::size_t last = first + 1;
      std::uint64_t entries = counts_[first];
      while (last < kBuckets && entries + counts_[last] <= most) entries += counts_[last++];
      scatter(first, last, entries);
      match(first, last);
      first = last;
    }
  }

 private:
  void count() {
    for (std::uint32_t rank = 0; rank < texts_.size(); ++rank) {
      for_each_shingle(texts_[rank], [&](std::uint64_t hash) { ++counts_[hash >> kBucketShift]; });
    }
  }

  void scatter(std::size_t first, std::size_t last, std::uint64_t entries) {
    throw_if_stopped(stop_);
    entries_.resize(entries);
    std::uint64_t begin = 0;
    for (std::size_t bucket = first; bucket < last; ++bucket) {
      begins_[bucket] = ends_[bucket] = begin;
      begin += counts_[bucket];
    }
    for (std::uint32_t rank = 0; rank < texts_.size(); ++rank) {
      for_each_shingle(texts_[rank], [&](std::uint64_t hash) {
        const std::size_t bucket = hash >> kBucketShift;
        if (bucket < first || bucket >= last) return;
        entries_[ends_[bucket]++] = (hash << 32) | rank;
      });
    }
  }

  void match(std::size_t first, std::size_t last) {
    WorkerGroup workers(stop_);
    std::atomic<std::size_t> next = first;
    for (unsigned worker = 0; worker < std::max(options_.threads, 1u); ++worker) {
      workers.start([this, &next, last, worker](const std::stop_token& token) {
        for (std::size_t bucket = next++; bucket < last; bucket = next++) {
          throw_if_stopped(token);
          match_bucket(worker,
                       {entries_.data() + begins_[bucket], entries_.data() + ends_[bucket]});
        }
      });
    }
    workers.wait();
  }

  void match_bucket(unsigned worker, std::span<Entry> entries) const {
    std::sort(entries.begin(), entries.end());
    const auto end = std::unique(entries.begin(), entries.end());
    for (auto group = entries.begin(); group != end;) {
      auto group_end = group + 1;
      while (group_end != end && (*group_end >> 32) == (*group >> 32)) ++group_end;
      match_group(worker, {group, group_end});
      group = group_end;
    }
  }

  void match_group(unsigned worker, std::span<const Entry> group) const {
    if (group.size() < 2 || group.size() > kCrowd) return;
    const auto pair = [&](std::size_t a, std::size_t b) {
      visit_(worker, static_cast<std::uint32_t>(group[a]), static_cast<std::uint32_t>(group[b]));
    };
    const bool all = group.size() <= kAllPairs;
    for (std::size_t b = 1; b < group.size(); ++b) {
      const std::size_t nearest = all || b <= kNeighbours ? 0 : b - kNeighbours;
      if (nearest > 0) pair(0, b);
      for (std::size_t a = nearest; a < b; ++a) pair(a, b);
    }
  }

  const RankedTexts& texts_;
  const JoinOptions& options_;
  const std::stop_token& stop_;
  const Visit& visit_;
  std::array<std::uint64_t, kBuckets> counts_{};
  std::array<std::uint64_t, kBuckets> begins_{};
  std::array<std::uint64_t, kBuckets> ends_{};
  std::vector<Entry> entries_;
};

}  // namespace

RankedTexts::RankedTexts(const QuoteCollection& collection)
    : wordings(collection.texts),
      first(wordings.size(), kUnknownTime),
      last(wordings.size(), kUnknownTime),
      text_at(wordings.size()),
      rank_of(wordings.size()) {
  std::iota(text_at.begin(), text_at.end(), 0U);
  std::stable_sort(text_at.begin(), text_at.end(), [this](std::uint32_t a, std::uint32_t b) {
    return wordings[a].size() > wordings[b].size();
  });
  for (std::uint32_t rank = 0; rank < text_at.size(); ++rank) rank_of[text_at[rank]] = rank;
  for (std::uint32_t quote = 0; quote < collection.quotes.size(); ++quote) {
    const std::int64_t time = collection.published(quote);
    if (collection.quotes[quote].text == kNoText || time == kUnknownTime) continue;
    const std::uint32_t rank = rank_of[collection.quotes[quote].text];
    first[rank] = first[rank] == kUnknownTime ? time : std::min(first[rank], time);
    last[rank] = std::max(last[rank], time);
  }
}

bool RankedTexts::are_near(std::uint32_t a, std::uint32_t b, std::int64_t most) const {
  if (first[a] == kUnknownTime || first[b] == kUnknownTime) return true;
  return std::max(first[a], first[b]) - std::min(last[a], last[b]) <= most;
}

void for_each_candidate(
    const RankedTexts& texts, const JoinOptions& options, const std::stop_token& stop,
    const std::function<void(unsigned worker, std::uint32_t a, std::uint32_t b)>& visit) {
  Join(texts, options, stop, visit).run();
}

}  // namespace pullquote
