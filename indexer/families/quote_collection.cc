// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/families/quote_collection.h"

#include <algorithm>

#include "pullquote/analyzer.h"
#include "schema/store/columns.h"
#include "schema/terms/term_rules.h"

namespace pullquote {
namespace {

constexpr std::size_t kFirstSlots = 1 << 10;

std::uint64_t hash_of(std::span<const WordKey> keys) {
  std::uint64_t hash = keys.size();
  for (const WordKey key : keys) hash = (hash ^ key) * 0x9E3779B97F4A7C15ULL + (hash >> 29);
  return hash ^ (hash >> 32);
}

}  // namespace

WordingTable::WordingTable() : begins_{0}, slots_(kFirstSlots) {}

std::uint32_t WordingTable::add(std::span<const WordKey> keys) {
  if (keys.empty()) return kNoText;
  if (std::size_t{size()} * 2 >= slots_.size()) grow();
  const std::size_t mask = slots_.size() - 1;
  std::size_t slot = hash_of(keys) & mask;
  for (; slots_[slot] != 0; slot = (slot + 1) & mask) {
    if (std::ranges::equal((*this)[slots_[slot] - 1], keys)) return slots_[slot] - 1;
  }
  keys_.insert(keys_.end(), keys.begin(), keys.end());
  begins_.push_back(keys_.size());
  slots_[slot] = size();
  return size() - 1;
}

void WordingTable::grow() {
  slots_.assign(slots_.size() * 2, 0);
  const std::size_t mask = slots_.size() - 1;
  for (std::uint32_t text = 0; text < size(); ++text) {
    std::size_t slot = hash_of((*this)[text]) & mask;
    while (slots_[slot] != 0) slot = (slot + 1) & mask;
    slots_[slot] = text + 1;
  }
}

void WordingTable::freeze() {
  slots_ = {};
  keys_.shrink_to_fit();
}

void QuoteBatch::add(const Article& article, WordingReader& reader) {
  ArticleRow& row = articles.emplace_back();
  row.outlet = article.source.empty() ? host_of(article.url) : article.source;
  row.language = article.language;
  row.published = article.published ? article.published->unix_seconds : kUnknownTime;
  row.quotes.resize(article.quotes.size());
  for (std::size_t i = 0; i < article.quotes.size(); ++i) {
    const Quote& quote = article.quotes[i];
    reader.read(quote.text, wording_);
    keys.insert(keys.end(), wording_.keys.begin(), wording_.keys.end());
    row.quotes[i] = {static_cast<std::uint32_t>(wording_.keys.size()), quotes_somebody(quote.kind),
                     quote.speaker_resolved.empty() ? quote.speaker : quote.speaker_resolved};
  }
}

void QuoteCollection::add(const QuoteBatch& batch) {
  std::span<const WordKey> rest = batch.keys;
  for (const QuoteBatch::ArticleRow& article : batch.articles) {
    const auto number = static_cast<std::uint32_t>(article_outlet.size());
    article_outlet.push_back(outlet_number(article.outlet));
    article_published.push_back(article.published);
    for (const QuoteBatch::Row& row : article.quotes) {
      const auto keys = rest.first(row.words);
      rest = rest.subspan(row.words);
      QuoteRow& quote = quotes.emplace_back(QuoteRow{number, 0, kNoText, row.words});
      if (!row.quotes_somebody) continue;
      quote.speaker = speakers.add(row.speaker, article.language);
      quote.text = texts.add(keys);
    }
  }
}

std::uint32_t QuoteCollection::outlet_number(const std::string& name) {
  // "harbour-gazette" is Harbour Gazette, as in the filter by source.
  const std::string folded = fold_value(name);
  if (folded.empty()) return 0;
  const auto [entry, is_new] =
      outlet_numbers_.try_emplace(folded, static_cast<std::uint32_t>(outlets.size()));
  if (is_new) outlets.push_back(name);
  return entry->second;
}

}  // namespace pullquote
