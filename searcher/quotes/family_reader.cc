// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/quotes/family_reader.h"

#include <algorithm>
#include <map>
#include <string>
#include <tuple>
#include <unordered_map>

#include "schema/store/index_damage.h"

namespace pullquote {
namespace {

std::optional<std::int64_t> known(std::int64_t time) {
  return time == kUnknownTime ? std::nullopt : std::optional(time);
}

}  // namespace

std::uint32_t FamilyReader::article_of(std::uint32_t member) const {
  const FamiliesView& families = store_.families();
  return member < families.quotes() ? families.quote_article()[member]
                                    : families.echo(member - families.quotes()).article;
}

QuoteFamily FamilyReader::read(std::uint32_t number, std::size_t occurrences) {
  const FamiliesView& families = store_.families();
  const FamiliesView::Family row = families.family(number);
  const auto members = families.members(number);
  QuoteFamily family;
  const QuoteRecord representative = store_.quote(row.representative);
  family.id = representative.article_id + "#" + std::to_string(representative.quote.span.start);
  family.text = representative.quote.text;
  family.outlets = row.outlet_count;
  family.articles = row.article_count;
  family.first_seen = known(row.first_seen);
  family.last_seen = known(row.last_seen);
  family.conflict = row.conflict;
  if (!members.empty()) {
    const std::uint32_t article = article_of(members.front());
    if (article < families.articles()) {
      family.first_source = families.outlet(families.outlet_of_article(article));
    }
  }
  add_speakers(members, family);
  for (const std::uint32_t member : members.first(std::min(members.size(), occurrences))) {
    family.occurrences.push_back(occurrence(member, article_of(member)));
  }
  add_variants(family);
  return family;
}

QuoteOccurrence FamilyReader::occurrence(std::uint32_t member, std::uint32_t number) {
  const FamiliesView& families = store_.families();
  QuoteOccurrence found;
  found.marked = member < families.quotes();
  Article article = store_.article(number, !found.marked);
  if (found.marked) {
    Quote quote = store_.quote(member).quote;
    found.text = std::move(quote.text);
    found.span = quote.span;
    found.kind = quote.kind;
    found.speaker = std::move(quote.speaker);
    found.speaker_resolved = std::move(quote.speaker_resolved);
    found.role = std::move(quote.role);
    found.cue = std::move(quote.cue);
  } else {
    const Echo echo = families.echo(member - families.quotes());
    // An index may have been built without the articles' text.
    const bool stored = !article.body.empty();
    if (echo.start > echo.end || (stored && echo.end > article.body.size())) {
      throw_index_corrupt("a passage of a quote family lies outside of its article");
    }
    if (stored) found.text = article.body.substr(echo.start, echo.end - echo.start);
    found.span = {echo.start, echo.end};
  }
  found.article_id = std::move(article.id);
  found.url = std::move(article.url);
  found.source = std::move(article.source);
  if (found.source.empty()) found.source = families.outlet(families.outlet_of_article(number));
  found.headline = std::move(article.headline);
  found.published = article.published;
  return found;
}

void FamilyReader::add_speakers(std::span<const std::uint32_t> members, QuoteFamily& family) const {
  const FamiliesView& families = store_.families();
  std::vector<std::pair<std::uint32_t, std::uint32_t>> said;  // speaker, article
  for (const std::uint32_t member : members) {
    if (member >= families.quotes() || families.quote_speaker()[member] == 0) continue;
    said.emplace_back(families.quote_speaker()[member], families.quote_article()[member]);
  }
  std::sort(said.begin(), said.end());
  said.erase(std::unique(said.begin(), said.end()), said.end());
  for (std::size_t i = 0; i < said.size(); ++i) {
    if (i == 0 || said[i].first != said[i - 1].first) {
      family.speakers.push_back({std::string(families.speaker(said[i].first)), 0});
    }
    ++family.speakers.back().articles;
  }
  std::sort(family.speakers.begin(), family.speakers.end(),
            [](const FamilySpeaker& a, const FamilySpeaker& b) {
              return std::tuple(b.articles, a.name) < std::tuple(a.articles, b.name);
            });
}

/// Distinct texts, the representative's first.
void FamilyReader::add_variants(QuoteFamily& family) {
  std::unordered_map<std::string, std::size_t> known{{comparer_.identity(family.text), 0}};
  std::vector<QuoteVariant> variants{{family.text, 0, {}}};
  for (QuoteOccurrence& occurrence : family.occurrences) {
    if (occurrence.text.empty()) continue;  // unknown: shown as the representative
    const auto [entry, is_new] =
        known.try_emplace(comparer_.identity(occurrence.text), variants.size());
    if (is_new) variants.push_back({occurrence.text, 0, {}});
    ++variants[entry->second].occurrences;
    occurrence.variant = entry->second;
  }
  std::vector<std::size_t> order(variants.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::stable_sort(order.begin() + 1, order.end(), [&](std::size_t a, std::size_t b) {
    return variants[a].occurrences > variants[b].occurrences;
  });
  std::vector<std::size_t> place(order.size());
  for (std::size_t i = 0; i < order.size(); ++i) {
    place[order[i]] = i;
    family.variants.push_back(std::move(variants[order[i]]));
    family.variants.back().diff = comparer_.compare(family.text, family.variants.back().text);
  }
  for (QuoteOccurrence& occurrence : family.occurrences) {
    occurrence.variant = place[occurrence.variant];
  }
}

}  // namespace pullquote
