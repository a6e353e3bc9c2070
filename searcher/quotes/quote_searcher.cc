// SPDX-License-Identifier: GPL-3.0-or-later
/// Searching, tracing and counting of quotations: ranks the families that FamilyMatcher finds, and
/// reads those of the page.
///
/// The score of a family is the weight of its best quotation times a bonus for its spread:
///
///     score = weight * (1 + kSpreadBonus * log10(articles))
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <tuple>
#include <utility>

#include "pullquote/quotes.h"
#include "searcher/quotes/family_matcher.h"
#include "searcher/quotes/family_reader.h"
#include "searcher/quotes/speaker_counts.h"
#include "searcher/quotes/tracer.h"

namespace pullquote {
namespace {

/// The bonus for ten times as many articles, as a share of the weight.
constexpr double kSpreadBonus = 0.35;

/// The factor that raises families which many articles print.
double spread_factor(const FamiliesFile::Family& family) {
  return 1 + kSpreadBonus * std::log10(std::max<double>(family.article_count, 1));
}

double score_of(const FamilyMatch& match, const FamiliesFile::Family& family) {
  return to_score(match.weight) * spread_factor(family);
}

/// The two parts of QuoteFamily::id.
struct FamilyName {
  std::string_view article;  ///< the id of the article
  std::string_view start;    ///< the quotation's first byte in the body, in decimal digits
};

/// Empty when `id` has no '#'. An article's id may have one, too: the last one counts.
std::optional<FamilyName> parse_family_id(std::string_view id) {
  const std::size_t mark = id.rfind('#');
  if (mark == std::string_view::npos) return std::nullopt;
  return FamilyName{id.substr(0, mark), id.substr(mark + 1)};
}

/// A family with the values that it is sorted by.
struct Ranked {
  std::uint32_t family = 0;
  double score = 0;
  FamiliesFile::Family row;
};

/// The order of families; unknown times come last in every order.
bool comes_before(const Ranked& a, const Ranked& b, FamilySort sort) {
  const auto unknown = [](std::int64_t time) { return time == kUnknownTime; };
  switch (sort) {
    case FamilySort::Rank:
      return std::tuple(b.score, b.row.article_count, a.family) <
             std::tuple(a.score, a.row.article_count, b.family);
    case FamilySort::Outlets:
      return std::tuple(b.row.outlet_count, b.row.article_count, a.family) <
             std::tuple(a.row.outlet_count, a.row.article_count, b.family);
    case FamilySort::Newest:
      return std::tuple(unknown(a.row.last_seen), b.row.last_seen, a.family) <
             std::tuple(unknown(b.row.last_seen), a.row.last_seen, b.family);
    case FamilySort::First:
      return std::tuple(unknown(a.row.first_seen), a.row.first_seen, a.family) <
             std::tuple(unknown(b.row.first_seen), b.row.first_seen, b.family);
  }
  return false;
}

}  // namespace

struct QuoteSearcher::Impl {
  explicit Impl(std::shared_ptr<const Generation> generation)
      : store(std::move(generation)),
        matcher(store.empty() ? nullptr : std::make_unique<FamilyMatcher>(store)),
        reader(store) {}

  /// The number of the family with this id; empty when there is none.
  std::optional<std::uint32_t> family(std::string_view id) const {
    const std::optional<FamilyName> name = parse_family_id(id);
    if (!name) return std::nullopt;
    const QuoteStore::QuoteRange quotes = store.quotes_of(name->article);
    for (std::uint32_t quote = quotes.first; quote < quotes.end; ++quote) {
      if (std::to_string(store.quote(quote).span.start) != name->start) continue;
      const std::uint32_t family = store.families().quote_family(quote);
      if (family == kNoFamily || store.families().family(family).representative != quote) continue;
      return family;
    }
    return std::nullopt;
  }

  Tracer& tracer() {
    if (!kept_tracer) kept_tracer.emplace(store, matcher->planner());
    return *kept_tracer;
  }

  QuoteStore store;
  std::unique_ptr<FamilyMatcher> matcher;  ///< null: there is no quote
  FamilyReader reader;
  /// Made for the first text, because most searchers trace none.
  std::optional<Tracer> kept_tracer;
};

QuoteSearcher::QuoteSearcher(std::shared_ptr<const Generation> generation)
    : impl_(std::make_unique<Impl>(std::move(generation))) {}
QuoteSearcher::~QuoteSearcher() = default;
QuoteSearcher::QuoteSearcher(QuoteSearcher&&) noexcept = default;
QuoteSearcher& QuoteSearcher::operator=(QuoteSearcher&&) noexcept = default;

FamilyPage QuoteSearcher::search(const Query& query, const FamilyOptions& options) {
  if (!impl_->matcher) return {};
  FamilyPage page;
  std::vector<Ranked> ranked;
  FamilyMatches found = impl_->matcher->match(query, options);
  page.expansions = std::move(found.expansions);
  page.complete = found.complete;
  for (const FamilyMatch& match : found.families) {
    const FamiliesFile::Family row = impl_->store.families().family(match.family);
    ranked.push_back({match.family, score_of(match, row), row});
  }
  page.matches = ranked.size();
  const std::size_t first = std::min(options.offset, ranked.size());
  const std::size_t last = first + std::min(options.limit, ranked.size() - first);
  std::partial_sort(
      ranked.begin(), ranked.begin() + static_cast<std::ptrdiff_t>(last), ranked.end(),
      [&](const Ranked& a, const Ranked& b) { return comes_before(a, b, options.sort); });
  for (std::size_t i = first; i < last; ++i) {
    page.families.push_back(impl_->reader.read(ranked[i].family, options.occurrences));
    page.families.back().score = ranked[i].score;
  }
  return page;
}

std::optional<Explanation> QuoteSearcher::explain(const Query& query, std::string_view family_id,
                                                  const FamilyOptions& options) {
  if (!impl_->matcher) return std::nullopt;
  const std::optional<std::uint32_t> number = impl_->family(family_id);
  if (!number) return std::nullopt;
  const std::vector<FamilyMatch> found = impl_->matcher->match(query, options).families;
  const auto match = std::lower_bound(
      found.begin(), found.end(), *number,
      [](const FamilyMatch& a, std::uint32_t family) { return a.family < family; });
  if (match == found.end() || match->family != *number) {
    return Explanation{"the quotation does not match", 0, {}};
  }
  if (query.root.kind == QueryNode::Kind::Empty) {
    return Explanation{"the query has no words: every quotation scores 0", 0, {}};
  }
  const FamiliesFile::Family row = impl_->store.families().family(*number);
  const double spread = spread_factor(row);
  Explanation explanation{
      "weight of the best matching quotation x spread", score_of(*match, row), {}};
  explanation.parts.push_back(impl_->matcher->explain(query, options, match->quote));
  explanation.parts.push_back({fmt::format("spread: 1 + {} x log10 of the number of articles, {}",
                                           kSpreadBonus, row.article_count),
                               spread,
                               {}});
  return explanation;
}

std::vector<TracedFamily> QuoteSearcher::trace(std::string_view text, const TraceOptions& options) {
  if (!impl_->matcher) return {};
  Tracer& tracer = impl_->tracer();
  std::vector<TracedFamily> found;
  for (const FamilyTrace& trace : tracer.trace(text, options.limit)) {
    found.push_back(
        {impl_->reader.read(trace.family, options.occurrences), tracer.words(), trace.matched});
  }
  return found;
}

const Generation& QuoteSearcher::generation() const {
  return impl_->store.generation();
}

std::vector<SpeakerCount> QuoteSearcher::speakers(const SpeakerOptions& options) {
  if (!impl_->matcher) return {};
  const QuoteFilter filter(options.filter, impl_->store, impl_->matcher->planner().statistics());
  return count_speakers(impl_->store, filter, options);
}

}  // namespace pullquote
