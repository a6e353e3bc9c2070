// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/quotes/family_filter.h"

#include <algorithm>

#include "searcher/evaluation/make_iterators.h"
#include "searcher/planning/filter_planner.h"

namespace pullquote {
namespace {

/// Calls visit(quote) for each quote of the generation that passes the filter.
template <class Visit>
void for_each_quote(const FilterPlan& plan, const QuoteStore& store, Visit visit) {
  for (std::size_t part = 0; part < store.parts().size(); ++part) {
    const DocIteratorPtr quotes = make_filter(plan, *store.parts()[part]);
    for (DocId quote = quotes->seek(1); quote != kNoMoreDocs; quote = quotes->next()) {
      visit(store.first_quote(part) + quote - 1);
    }
  }
}

}  // namespace

QuoteFilter::QuoteFilter(const FamilyFilter& filter, const QuoteStore& store,
                         CollectionStatistics& statistics)
    : store_(store) {
  const FamiliesFile& families = store.families();
  if (!filter.by.empty()) {
    // The filter finds quotes by the name in their own article. All quotes of these speakers count,
    // so that "Kerry" in one article is the John Kerry of the others.
    speakers_.resize(families.speakers());
    for_each_quote(plan_filter("speaker", filter.by, statistics), store, [&](std::uint32_t quote) {
      const std::uint32_t speaker = families.quote_speaker(quote);
      if (speaker != 0) speakers_[speaker] = true;
    });
  }
  if (!filter.source.empty()) {
    sources_.resize(families.quotes());
    for_each_quote(plan_filter("source", filter.source, statistics), store,
                   [&](std::uint32_t quote) { sources_[quote] = true; });
  }
  if (!filter.from_seconds && !filter.until_seconds) return;
  for (std::size_t part = 0; part < store.parts().size(); ++part) {
    const DocRange range = store.parts()[part]->columns().published_in(
        filter.from_seconds.value_or(kUnknownTime + 1), filter.until_seconds.value_or(INT64_MAX));
    const std::uint32_t first = store.first_quote(part) - 1;
    dates_.push_back({first + range.begin, first + range.end});
  }
}

bool QuoteFilter::passes(std::uint32_t quote) const {
  const FamiliesFile& families = store_.families();
  if (families.quote_family(quote) == kNoFamily) return false;
  if (!speakers_.empty()) {
    const std::uint32_t speaker = families.quote_speaker(quote);
    if (!speakers_[speaker]) return false;
  }
  if (!sources_.empty() && !sources_[quote]) return false;
  return dates_.empty() ||
         std::any_of(dates_.begin(), dates_.end(), [quote](const DocRange& range) {
           return quote >= range.begin && quote < range.end;
         });
}

}  // namespace pullquote
