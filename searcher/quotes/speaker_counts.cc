// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/quotes/speaker_counts.h"

#include <algorithm>
#include <map>
#include <span>
#include <string>
#include <tuple>
#include <unordered_map>

namespace pullquote {
namespace {

/// How much of "2016-05-04" names the group.
std::size_t date_length(SpeakerGrouping per) {
  switch (per) {
    case SpeakerGrouping::Year:
      return 4;
    case SpeakerGrouping::Month:
      return 7;
    default:
      return 10;
  }
}

/// One count; run() is called once.
class Counting {
 public:
  Counting(const QuoteStore& store, const QuoteFilter& filter, const SpeakerOptions& options)
      : store_(store), families_(store.families()), filter_(filter), options_(options) {}

  std::vector<SpeakerCount> run() {
    count();
    rank();
    std::vector<SpeakerCount> rows;
    for (const std::uint32_t group : ordered_groups()) {
      for (const Counted& best : best_of(group)) rows.push_back(row(best));
    }
    fill_in(rows);
    return rows;
  }

 private:
  /// A quote that passes the filter.
  struct Quoted {
    std::uint32_t group;
    std::uint32_t speaker;
    std::uint32_t article;
  };

  /// How often a group quotes a speaker.
  struct Counted {
    std::uint32_t group = 0;
    std::uint32_t speaker = 0;
    std::uint64_t quotes = 0;
    std::string_view name;
  };

  /// Fills quoted_ and counts_. 12 bytes for each quote cost less than testing all quotes again for
  /// the rows.
  void count() {
    std::uint32_t group = 0;
    for (std::uint32_t quote = 0; quote < families_.quotes(); ++quote) {
      const std::uint32_t speaker = families_.quote_speaker(quote);
      if (speaker == 0 || !filter_.passes(quote)) continue;
      const std::uint32_t article = store_.article_of(quote);
      if (quoted_.empty() || quoted_.back().article != article) group = group_of(article);
      quoted_.push_back({group, speaker, article});
      ++counts_[key(group, speaker)];
    }
  }

  /// A group and a speaker as one number.
  static std::uint64_t key(std::uint32_t group, std::uint32_t speaker) {
    return (std::uint64_t{group} << 32) | speaker;
  }

  /// The number of an article's group; groups are numbered in the order of their appearance.
  std::uint32_t group_of(std::uint32_t article) {
    const auto [entry, is_new] =
        numbers_.try_emplace(group_name(article), static_cast<std::uint32_t>(names_.size()));
    if (is_new) names_.push_back(entry->first);
    return entry->second;
  }

  /// The period or outlet of an article; empty when unknown or without grouping.
  std::string group_name(std::uint32_t article) const {
    if (options_.per == SpeakerGrouping::None) return {};
    if (options_.per == SpeakerGrouping::Outlet) return std::string(outlet_of(article));
    const std::int64_t time = store_.published(article);
    if (time == kUnknownTime) return {};
    return to_iso8601({time, TimePrecision::Second, std::int16_t{0}})
        .substr(0, date_length(options_.per));
  }

  std::string_view outlet_of(std::uint32_t article) const {
    return families_.outlet(families_.outlet_of_article(article));
  }

  /// Newest period first, or the outlet with most quotes first; the unknown group last.
  std::vector<std::uint32_t> ordered_groups() const {
    std::vector<std::uint64_t> quotes(names_.size());
    for (const auto& [pair, count] : counts_) quotes[pair >> 32] += count;
    std::vector<std::uint32_t> order(names_.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
      if (names_[a].empty() != names_[b].empty()) return names_[b].empty();
      if (options_.per != SpeakerGrouping::Outlet) return names_[a] > names_[b];
      return std::tuple(quotes[b], names_[a]) < std::tuple(quotes[a], names_[b]);
    });
    return order;
  }

  /// Sorts all pairs at once, so that each group is a slice of ranked_: there may be a group for
  /// every day.
  void rank() {
    for (const auto& [pair, count] : counts_) {
      const auto speaker = static_cast<std::uint32_t>(pair);
      ranked_.push_back(
          {static_cast<std::uint32_t>(pair >> 32), speaker, count, families_.speaker(speaker)});
    }
    std::sort(ranked_.begin(), ranked_.end(), [](const Counted& a, const Counted& b) {
      return std::tuple(a.group, b.quotes, a.name, a.speaker) <
             std::tuple(b.group, a.quotes, b.name, b.speaker);
    });
  }

  /// The rows of a group that the options ask for, most quotes first.
  std::span<const Counted> best_of(std::uint32_t group) const {
    const auto begin =
        std::partition_point(ranked_.begin(), ranked_.end(),
                             [group](const Counted& counted) { return counted.group < group; });
    const auto end = std::partition_point(
        begin, ranked_.end(), [group](const Counted& counted) { return counted.group == group; });
    const std::span<const Counted> all(begin, end);
    const std::size_t first = std::min(options_.offset, all.size());
    return all.subspan(first, std::min(options_.limit, all.size() - first));
  }

  /// A row with its name and number of quotes; remembered in rows_ for fill_in().
  SpeakerCount row(const Counted& best) {
    rows_[key(best.group, best.speaker)] = rows_.size();
    SpeakerCount count;
    count.group = names_[best.group];
    count.name = best.name;
    count.quotes = best.quotes;
    return count;
  }

  /// Adds articles, outlets and times to the rows of the answer.
  void fill_in(std::vector<SpeakerCount>& rows) {
    std::vector<std::vector<std::uint32_t>> articles(rows.size());
    for (const Quoted& quoted : quoted_) {
      const auto found = rows_.find(key(quoted.group, quoted.speaker));
      if (found == rows_.end()) continue;
      std::vector<std::uint32_t>& seen = articles[found->second];
      if (seen.empty() || seen.back() != quoted.article) seen.push_back(quoted.article);
    }
    for (std::size_t i = 0; i < rows.size(); ++i) describe(articles[i], rows[i]);
  }

  /// Fills a row from the articles that quote its speaker.
  void describe(const std::vector<std::uint32_t>& articles, SpeakerCount& row) const {
    row.articles = articles.size();
    std::vector<std::uint32_t> outlets;
    for (const std::uint32_t article : articles) {
      const std::uint32_t outlet = families_.outlet_of_article(article);
      if (outlet != 0) outlets.push_back(outlet);
      const std::int64_t time = store_.published(article);
      if (time == kUnknownTime) continue;
      row.first_seen = std::min(row.first_seen.value_or(time), time);
      row.last_seen = std::max(row.last_seen.value_or(time), time);
    }
    std::sort(outlets.begin(), outlets.end());
    row.outlets =
        static_cast<std::uint64_t>(std::unique(outlets.begin(), outlets.end()) - outlets.begin());
  }

  const QuoteStore& store_;
  const FamiliesFile& families_;
  const QuoteFilter& filter_;
  const SpeakerOptions& options_;
  std::vector<Quoted> quoted_;                               ///< in the order of quotes
  std::unordered_map<std::uint64_t, std::uint64_t> counts_;  ///< quotes by key()
  std::vector<Counted> ranked_;                              ///< by group, then most quotes first
  std::unordered_map<std::uint64_t, std::size_t> rows_;      ///< index of the answer's row by key()
  std::map<std::string, std::uint32_t> numbers_;             ///< number of a group by its name
  std::vector<std::string> names_;                           ///< name of a group by its number
};

}  // namespace

std::vector<SpeakerCount> count_speakers(const QuoteStore& store, const QuoteFilter& filter,
                                         const SpeakerOptions& options) {
  return Counting(store, filter, options).run();
}

}  // namespace pullquote
