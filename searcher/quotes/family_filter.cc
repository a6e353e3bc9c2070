// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/quotes/family_filter.h"

#include <array>

#include "searcher/matching/filter_planner.h"

namespace pullquote {
namespace {

/// Calls `visit(quote)` for each quote with all terms of one of the alternatives; perhaps
/// repeatedly.
template <class Visit>
void for_each_quote(const FilterPlan& plan, const QuoteStore& store, Visit visit) {
  for (std::size_t part = 0; part < store.parts().size(); ++part) {
    const Xapian::Database& database = store.parts()[part]->database();
    for (const std::vector<std::string>& terms : plan.alternatives) {
      if (terms.empty()) continue;
      std::vector<Xapian::PostingIterator> others;
      for (std::size_t i = 1; i < terms.size(); ++i)
        others.push_back(database.postlist_begin(terms[i]));
      for (auto at = database.postlist_begin(terms[0]); at != database.postlist_end(terms[0]);
           ++at) {
        bool all = true;
        for (std::size_t i = 1; i < terms.size() && all; ++i) {
          Xapian::PostingIterator& other = others[i - 1];
          const auto end = database.postlist_end(terms[i]);
          if (other != end) other.skip_to(*at);
          all = other != end && *other == *at;
        }
        if (all) visit(store.first_quote(part) + *at - 1);
      }
    }
  }
}

}  // namespace

QuoteFilter::QuoteFilter(const FamilyFilter& filter, const QuoteStore& store,
                         CollectionStatistics& statistics)
    : store_(store), filter_(filter) {
  const FamiliesView& families = store.families();
  if (!filter.by.empty()) {
    // By the speakers that the quotes were given to, so that "Kerry" in one article is the John
    // Kerry of the others.
    speakers_.resize(families.speakers());
    for_each_quote(plan_filter("speaker", filter.by, statistics), store, [&](std::uint32_t quote) {
      const std::uint32_t speaker = families.quote_speaker()[quote];
      if (speaker != 0 && speaker < speakers_.size()) speakers_[speaker] = true;
    });
  }
  if (!filter.source.empty()) {
    sources_.resize(families.quotes());
    for_each_quote(plan_filter("source", filter.source, statistics), store,
                   [&](std::uint32_t quote) { sources_[quote] = true; });
  }
}

bool QuoteFilter::passes(std::uint32_t quote) const {
  const FamiliesView& families = store_.families();
  if (families.quote_family()[quote] == kNoFamily) return false;
  if (!speakers_.empty()) {
    const std::uint32_t speaker = families.quote_speaker()[quote];
    if (speaker >= speakers_.size() || !speakers_[speaker]) return false;
  }
  if (!sources_.empty() && !sources_[quote]) return false;
  if (!filter_.from_seconds && !filter_.until_seconds) return true;
  const std::int64_t time = store_.published(families.quote_article()[quote]);
  if (time == kUnknownTime) return false;
  return time >= filter_.from_seconds.value_or(time) &&
         time < filter_.until_seconds.value_or(INT64_MAX);
}

}  // namespace pullquote
