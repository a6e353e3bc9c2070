// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/quotes/family_reader.h"

#include <algorithm>
#include <map>
#include <string>
#include <tuple>
#include <unordered_map>

namespace pullquote {
namespace {

/// Empty for kUnknownTime.
std::optional<std::int64_t> known(std::int64_t time) {
  return time == kUnknownTime ? std::nullopt : std::optional(time);
}

}  // namespace

std::uint32_t FamilyReader::article_of(std::uint32_t member) const {
  const FamiliesFile& families = store_.families();
  return member < families.quotes() ? store_.article_of(member)
                                    : families.echo(member - families.quotes()).article;
}

QuoteFamily FamilyReader::read(std::uint32_t number, std::size_t occurrences) {
  const FamiliesFile& families = store_.families();
  const FamiliesFile::Family row = families.family(number);
  const std::vector<std::uint32_t> members = families.members(number);
  QuoteFamily family;
  const Quote& representative = store_.quote(row.representative);
  family.text = representative.text;
  family.id = store_.article(store_.article_of(row.representative)).id + "#" +
              std::to_string(representative.span.start);
  family.outlets = row.outlet_count;
  family.articles = row.article_count;
  family.first_seen = known(row.first_seen);
  family.last_seen = known(row.last_seen);
  family.conflict = row.conflict;
  if (!members.empty()) {
    family.first_source = families.outlet(families.outlet_of_article(article_of(members.front())));
  }
  add_speakers(members, family);
  for (std::size_t i = 0; i < std::min(members.size(), occurrences); ++i) {
    family.occurrences.push_back(occurrence(members[i], article_of(members[i])));
  }
  add_variants(family);
  return family;
}

QuoteOccurrence FamilyReader::occurrence(std::uint32_t member, std::uint32_t number) {
  const FamiliesFile& families = store_.families();
  QuoteOccurrence found;
  found.marked = member < families.quotes();
  if (found.marked) {
    const Quote& quote = store_.quote(member);
    found.text = quote.text;
    found.span = quote.span;
    found.kind = quote.kind;
    found.speaker = quote.speaker;
    found.speaker_resolved = quote.speaker_resolved;
    found.role = quote.role;
    found.cue = quote.cue;
  }
  const Article& article = store_.article(number);
  if (!found.marked) {
    const Echo echo = families.echo(member - families.quotes());
    if (echo.start > echo.end || echo.end > article.body.size()) {
      store_.throw_families_damaged("a passage lies outside of its article");
    }
    found.text = article.body.substr(echo.start, echo.end - echo.start);
    found.span = {echo.start, echo.end};
  }
  found.article_id = article.id;
  found.url = article.url;
  found.source = article.source;
  if (found.source.empty()) found.source = families.outlet(families.outlet_of_article(number));
  found.headline = article.headline;
  found.published = article.published;
  return found;
}

void FamilyReader::add_speakers(std::span<const std::uint32_t> members, QuoteFamily& family) const {
  const FamiliesFile& families = store_.families();
  std::vector<std::pair<std::uint32_t, std::uint32_t>> said;  // speaker, article
  for (const std::uint32_t member : members) {
    if (member >= families.quotes()) continue;
    const std::uint32_t speaker = families.quote_speaker(member);
    if (speaker != 0) said.emplace_back(speaker, store_.article_of(member));
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

void FamilyReader::add_variants(QuoteFamily& family) {
  std::unordered_map<std::string, std::size_t> known{{comparer_.identity(family.text), 0}};
  std::vector<QuoteVariant> variants{{family.text, 0, {}}};
  for (QuoteOccurrence& occurrence : family.occurrences) {
    // A quote whose text is unknown is counted with the representative.
    if (occurrence.text.empty()) continue;
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
