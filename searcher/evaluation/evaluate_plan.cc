// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/evaluation/evaluate_plan.h"

#include <algorithm>

namespace pullquote {

namespace {

/// Queries that read no more postings than this are counted exactly: it costs next to nothing.
constexpr std::uint64_t kCheapPostings = 4096;

/// Width of the first docid range that find_oldest() reads, from the end of the part.
constexpr DocId kOldestStep = 1024;

bool is_newer(const Match& a, const Match& b) {
  if (a.published != b.published) return a.published > b.published;
  if (a.part != b.part) return a.part < b.part;
  return a.docid < b.docid;
}

/// Oldest first; articles of unknown time come last, as they do in the other order.
bool is_older(const Match& a, const Match& b) {
  const bool a_known = a.published != kUnknownTime;
  const bool b_known = b.published != kUnknownTime;
  if (a_known != b_known) return a_known;
  return a_known ? is_newer(b, a) : is_newer(a, b);
}

/// One evaluation: the query is opened on each part, and one of best(), newest() and oldest() is
/// called once.
class Matching {
 public:
  Matching(const Plan& plan, const std::vector<std::unique_ptr<PartReader>>& parts,
           const RankingParameters& ranking, ArticleAnalyzer& analyzer,
           const SearchOptions& options, Counting counting, const Deadline& deadline)
      : plan_(plan), parts_(parts), ranking_(ranking), analyzer_(analyzer), deadline_(deadline) {
    const std::size_t offset = std::min(options.offset, kMostHits);
    wanted_ = offset + std::min(options.limit, kMostHits - offset);
    std::uint64_t postings = 0;
    for (const auto& part : parts_) {
      queries_.push_back(make_query(*part));
      postings += queries_.back().cost();
    }
    count_all_ =
        counting == Counting::Wanted && (options.exact_count || postings <= kCheapPostings);
  }

  MatchPage best() {
    BestMatches collector(wanted_);
    for (std::uint32_t i = 0; i < parts_.size(); ++i) {
      collector.enter(i, parts_[i]->columns());
      add_count(queries_[i], match_part(queries_[i], collector, count_all_, deadline_));
    }
    page_.matches = collector.take();
    return std::move(page_);
  }

  MatchPage newest() {
    for (std::uint32_t i = 0; i < parts_.size(); ++i) {
      FirstMatches collector(wanted_, count_all_, i);
      add_count(queries_[i], match_part(queries_[i], collector, count_all_, deadline_));
      keep(collector.take());
    }
    return finished(is_newer);
  }

  MatchPage oldest() {
    for (std::uint32_t i = 0; i < parts_.size(); ++i) {
      if (count_all_) {
        FirstMatches collector(parts_[i]->doccount(), true, i);
        add_count(queries_[i], match_part(queries_[i], collector, true, deadline_));
        keep(collector.take());
      } else {
        add_count(queries_[i], find_oldest(i));
      }
    }
    return finished(is_older);
  }

 private:
  PartQuery make_query(const PartReader& part) const {
    return make_part_query(plan_.root, {part, ranking_, analyzer_});
  }

  /// Reads docid ranges from the last dated article backwards, each twice as long as the range
  /// before, until enough matches are found; then, if too few were found, the articles without a
  /// date. Each range needs iterators of its own, because iterators never go backwards.
  MatchCount find_oldest(std::uint32_t i) {
    const PartReader& part = *parts_[i];
    const DocRange whole = queries_[i].range;
    const DocRange dated = part.columns().dated();
    MatchCount count;
    std::size_t found = 0;
    const auto look_through = [&](DocRange range) {
      PartQuery query = make_query(part);
      query.range = {std::max(range.begin, whole.begin), std::min(range.end, whole.end)};
      FirstMatches collector(range.size(), true, i);
      const MatchCount here = match_part(query, collector, true, deadline_);
      count.matches += here.matches;
      count.complete = count.complete && here.complete;
      std::vector<Match> matches = collector.take();
      found += matches.size();
      keep(std::move(matches));
    };
    DocId end = std::min(dated.end, whole.end);
    for (DocId step = kOldestStep; end > whole.begin && found < wanted_ && count.complete;
         step *= 2) {
      const DocId begin = end - whole.begin > step ? end - step : whole.begin;
      look_through({begin, end});
      end = begin;
    }
    const bool reached_undated = found < wanted_ && count.complete;
    if (reached_undated) look_through({dated.end, whole.end});
    count.exact = reached_undated && count.complete;
    return count;
  }

  /// Adds matches to the page, with their times of publication.
  void keep(std::vector<Match> matches) {
    for (Match& match : matches) {
      match.published = parts_[match.part]->columns().published(match.docid);
    }
    page_.matches.insert(page_.matches.end(), matches.begin(), matches.end());
  }

  /// Sorts the page by `before` and cuts it to the wanted length.
  template <class Before>
  MatchPage finished(Before before) {
    std::sort(page_.matches.begin(), page_.matches.end(), before);
    if (page_.matches.size() > wanted_) page_.matches.resize(wanted_);
    return std::move(page_);
  }

  /// Adds one part's count to the page. Call it after match_part(): then `query` knows which share
  /// of its candidates was confirmed.
  void add_count(const PartQuery& query, const MatchCount& count) {
    page_.count.complete = page_.count.complete && count.complete;
    if (count.exact) {
      page_.count.matches += count.matches;
      return;
    }
    page_.count.exact = false;
    page_.count.matches += std::max(count.matches, std::min(query.estimate(), query.doccount));
  }

  const Plan& plan_;
  const std::vector<std::unique_ptr<PartReader>>& parts_;
  const RankingParameters& ranking_;
  ArticleAnalyzer& analyzer_;
  const Deadline& deadline_;
  std::size_t wanted_ = 0;
  bool count_all_ = false;
  std::vector<PartQuery> queries_;
  MatchPage page_;
};

}  // namespace

MatchPage evaluate_plan(const Plan& plan, const std::vector<std::unique_ptr<PartReader>>& parts,
                        const RankingParameters& ranking, ArticleAnalyzer& analyzer,
                        const SearchOptions& options, Counting counting, const Deadline& deadline) {
  Matching matching(plan, parts, ranking, analyzer, options, counting, deadline);
  switch (options.sort) {
    case SortOrder::Newest:
      return matching.newest();
    case SortOrder::Oldest:
      return matching.oldest();
    case SortOrder::Rank:
      break;
  }
  return matching.best();
}

}  // namespace pullquote
