// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/quotes/quote_store.h"

#include <algorithm>
#include <string>
#include <utility>

#include "schema/io/index_damage.h"
#include "schema/store/layout.h"
#include "schema/store/record.h"
#include "searcher/lists/generation_files.h"

namespace pullquote {

QuoteStore::QuoteStore(std::shared_ptr<const Generation> generation)
    : generation_(std::move(generation)) {
  std::uint64_t articles = 0;
  std::uint64_t quotes = 0;
  for (const auto& files : generation_->files().parts()) {
    const auto first_article = static_cast<std::uint32_t>(articles);
    first_articles_.push_back(first_article);
    articles_.push_back(std::make_unique<PartReader>(*files));
    if (files->quotes() != nullptr) {
      parts_.push_back(std::make_unique<PartReader>(*files, DocumentKind::Quote));
      numbers_.push_back({first_article, static_cast<std::uint32_t>(quotes)});
      quoted_.emplace_back(files->quotes()->columns);
    }
    articles += files->article_count;
    quotes += files->quote_count;
  }
  if (quotes == 0) return;
  families_ = std::make_unique<const FamiliesFile>(generation_->files().folder() / kFamiliesName);
  if (families_->quotes() == quotes && families_->articles() == articles) return;
  throw_families_damaged("it counts other quotes or articles than the manifest");
}

void QuoteStore::throw_families_damaged(const std::string& what) const {
  throw_derived_damaged(generation_->files().folder() / kFamiliesName, what);
}

QuoteStore::Place QuoteStore::place_of_quote(std::uint32_t quote) const {
  const auto after = std::upper_bound(
      numbers_.begin(), numbers_.end(), quote,
      [](std::uint32_t number, const Numbers& part) { return number < part.first_quote; });
  const auto part = static_cast<std::size_t>(after - numbers_.begin()) - 1;
  return {part, quote - numbers_[part].first_quote + 1};
}

QuoteStore::Place QuoteStore::place_of_article(std::uint32_t article) const {
  if (article >= families_->articles()) throw_families_damaged("a passage is in no article");
  const auto after = std::upper_bound(first_articles_.begin(), first_articles_.end(), article);
  const auto part = static_cast<std::size_t>(after - first_articles_.begin()) - 1;
  return {part, article - first_articles_[part] + 1};
}

QuoteStore::QuoteRange QuoteStore::quotes_of(std::string_view article_id) const {
  for (std::size_t part = 0; part < parts_.size(); ++part) {
    const PartFiles& files = parts_[part]->files();
    const std::optional<DocId> article = files.ids.find(article_id);
    if (!article) continue;
    // Docids of quotes begin at 1 in each part.
    const std::uint32_t before = numbers_[part].first_quote - 1;
    const QuoteColumns& columns = files.quotes()->columns;
    return {before + columns.first_quote(*article), before + columns.first_quote(*article + 1)};
  }
  return {};
}

std::uint32_t QuoteStore::article_of(std::uint32_t quote) const {
  const Place place = place_of_quote(quote);
  return numbers_[place.part].first_article + quoted_[place.part].of(place.docid) - 1;
}

std::size_t QuoteStore::index_of(std::uint32_t quote) const {
  const Place place = place_of_quote(quote);
  quoted_[place.part].of(place.docid);
  return place.docid - quoted_[place.part].first_quote();
}

const Quote& QuoteStore::quote(std::uint32_t number) const {
  const std::size_t index = index_of(number);
  const Article& whole = article(article_of(number));
  if (index < whole.quotes.size()) return whole.quotes[index];
  throw_derived_damaged(parts_[place_of_quote(number).part]->files().folder / kQuoteColumnsName,
                        "it counts other quotes than the stored articles have");
}

std::string_view QuoteStore::quote_text(std::uint32_t number) const {
  const Place place = place_of_article(article_of(number));
  const std::string& record = articles_[place.part]->record(place.docid);
  const auto text = record_quote_text(record, index_of(number));
  // Where the record has no such text, quote() reports the damage.
  return text ? *text : quote(number).text;
}

const Article& QuoteStore::article(std::uint32_t number) const {
  if (number != last_number_) {
    const Place place = place_of_article(number);
    last_article_ = articles_[place.part]->article(place.docid);
    last_number_ = number;
  }
  return last_article_;
}

std::int64_t QuoteStore::published(std::uint32_t article) const {
  const Place place = place_of_article(article);
  return articles_[place.part]->columns().published(place.docid);
}

}  // namespace pullquote
