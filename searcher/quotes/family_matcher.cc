// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/quotes/family_matcher.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "searcher/evaluation/boolean_iterators.h"
#include "searcher/evaluation/collectors.h"
#include "searcher/evaluation/make_iterators.h"
#include "searcher/quotes/family_filter.h"

namespace pullquote {
namespace {

using Kind = QueryNode::Kind;

/// No quote has this number.
constexpr std::uint32_t kNoQuote = UINT32_MAX;

/// A node of this kind with these children.
QueryNode combined(Kind kind, std::vector<QueryNode> children) {
  QueryNode node;
  node.kind = kind;
  node.children = std::move(children);
  return node;
}

/// A word or phrase of said:(...), which may be in the quotation or in its speaker's name.
QueryNode said_clause(const QueryNode& child) {
  if (child.kind != Kind::Word && child.kind != Kind::Phrase) return child;
  QueryNode speaker;
  speaker.kind = Kind::Filter;
  speaker.field = "speaker";
  speaker.text = child.text;
  return combined(Kind::Or, {child, std::move(speaker)});
}

/// quotation_query() for each child.
std::vector<QueryNode> mapped(const std::vector<QueryNode>& children) {
  std::vector<QueryNode> result;
  for (const QueryNode& child : children) result.push_back(quotation_query(child));
  return result;
}

}  // namespace

QueryNode quotation_query(const QueryNode& node) {
  QueryNode asked = node;
  asked.children = mapped(node.children);
  if (asked.field == "quote" || asked.field == "body") asked.field.clear();
  if (node.kind == Kind::Any) {
    for (QueryNode& child : asked.children) child.required = !child.prohibited;
  } else if (node.kind == Kind::Said) {
    asked.kind = Kind::And;
    for (QueryNode& child : asked.children) child = said_clause(child);
    if (asked.children.size() == 1) return asked.children.front();
  }
  return asked;
}

FamilyMatcher::FamilyMatcher(const QuoteStore& store)
    : store_(store),
      planner_(store.manifest(), store.parts(), DocumentKind::Quote),
      ranking_(store.manifest().ranking) {
  const FamiliesFile& families = store.families();
  ranking_.average_headline = 0;
  ranking_.average_quotes = 0;
  ranking_.average_rest =
      static_cast<double>(families.word_count()) / std::max<double>(families.quotes(), 1);
}

bool FamilyMatcher::wanted(std::uint32_t family, const FamilyFilter& filter) const {
  return !filter.conflicts || store_.families().family(family).conflict;
}

Plan FamilyMatcher::plan(const Query& query, const FamilyOptions& options) {
  return planner_.plan(quotation_query(query.root), options.language, options.expand);
}

FamilyMatches FamilyMatcher::match(const Query& query, const FamilyOptions& options) {
  if (query.root.kind == Kind::Empty) return {all_families(options.filter), {}, true};
  const Deadline deadline(options.timeout);
  bool complete = true;
  Plan plan = this->plan(query, options);
  const QuoteFilter filter(options.filter, store_, planner_.statistics());
  const FamiliesFile& families = store_.families();
  std::vector<FamilyMatch> found;
  for (std::uint32_t part = 0; part < store_.parts().size(); ++part) {
    const PartReader& reader = *store_.parts()[part];
    PartQuery opened = make_part_query(plan.root, {reader, ranking_, planner_.analyzer()});
    FirstMatches collector(reader.doccount(), true, part);
    complete = match_part(opened, collector, true, deadline).complete && complete;
    for (const Match& match : collector.take()) {
      const std::uint32_t quote = store_.first_quote(part) + match.docid - 1;
      if (!filter.passes(quote)) continue;
      const std::uint32_t family = families.quote_family(quote);
      if (wanted(family, options.filter)) found.push_back({family, match.weight, quote});
    }
  }
  std::sort(found.begin(), found.end(), [](const FamilyMatch& a, const FamilyMatch& b) {
    return std::tuple(a.family, b.weight, a.quote) < std::tuple(b.family, a.weight, b.quote);
  });
  const auto same_family = [](const FamilyMatch& a, const FamilyMatch& b) {
    return a.family == b.family;
  };
  found.erase(std::unique(found.begin(), found.end(), same_family), found.end());
  return {std::move(found), std::move(plan.expansions), complete};
}

Explanation FamilyMatcher::explain(const Query& query, const FamilyOptions& options,
                                   std::uint32_t quote) {
  const Plan plan = this->plan(query, options);
  const QuoteStore::Place place = store_.place_of_quote(quote);
  const DocIteratorPtr root =
      make_iterator(plan.root, {*store_.parts()[place.part], ranking_, planner_.analyzer()});
  matches_at(*root, place.docid);
  return root->explain();
}

std::vector<FamilyMatch> FamilyMatcher::all_families(const FamilyFilter& asked) {
  const FamiliesFile& families = store_.families();
  const QuoteFilter filter(asked, store_, planner_.statistics());
  std::vector<std::uint32_t> first(families.families(), kNoQuote);
  for (std::uint32_t quote = 0; quote < families.quotes(); ++quote) {
    if (!filter.passes(quote)) continue;
    std::uint32_t& first_of_family = first[families.quote_family(quote)];
    first_of_family = std::min(first_of_family, quote);
  }
  std::vector<FamilyMatch> found;
  for (std::uint32_t family = 0; family < first.size(); ++family) {
    if (first[family] != kNoQuote && wanted(family, asked)) {
      found.push_back({family, 0, first[family]});
    }
  }
  return found;
}

}  // namespace pullquote
