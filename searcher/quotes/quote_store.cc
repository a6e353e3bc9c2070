// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/quotes/quote_store.h"

#include <algorithm>
#include <filesystem>
#include <string>
#include <string_view>

#include "pullquote/error.h"
#include "schema/store/index_damage.h"
#include "schema/store/layout.h"
#include "schema/store/record.h"

namespace pullquote {

QuoteStore::QuoteStore(std::shared_ptr<const OpenGeneration> generation)
    : generation_(std::move(generation)) {
  const Manifest& made = manifest();
  std::uint32_t articles = 0;
  std::uint32_t quotes = 0;
  for (const GenerationPart& part : made.parts) {
    const std::filesystem::path folder = generation_->folder();
    const std::filesystem::path database = folder / part.articles;
    articles_.emplace_back(Xapian::Database(database.string()), database);
    first_articles_.push_back(articles);
    articles += static_cast<std::uint32_t>(part.article_count);
    if (part.quotes.empty()) continue;
    columns_.push_back(PartColumns::of_quotes(folder / part.quotes, part.quote_count));
    parts_.push_back(
        std::make_unique<PartReader>(folder / part.quotes, *columns_.back(), DocumentKind::Quote));
    first_quotes_.push_back(quotes);
    quotes += static_cast<std::uint32_t>(part.quote_count);
  }
  if (quotes == 0) return;
  const std::filesystem::path file = generation_->folder() / kFamiliesName;
  if (!std::filesystem::exists(file)) {
    throw IndexUnavailable(file.string() + " is missing; " + kIndexRemedy);
  }
  file_ = std::make_unique<const MappedFile>(file);
  families_ = FamiliesView::over(file_->bytes());
  if (!families_)
    throw_index_corrupt(file.string() + " is no file of quote families of this version");
  if (families_->quotes() != quotes || families_->articles() != articles) {
    throw_index_corrupt(file.string() + " counts other quotes or articles than the manifest");
  }
}

QuoteRecord QuoteStore::quote(std::uint32_t number) const {
  const auto after = std::upper_bound(first_quotes_.begin(), first_quotes_.end(), number);
  const auto part = static_cast<std::size_t>(after - first_quotes_.begin()) - 1;
  auto record = decode_quote_record(parts_[part]->record(number - first_quotes_[part] + 1));
  if (!record)
    throw_index_corrupt("the record of quote " + std::to_string(number) + " cannot be decoded");
  return std::move(*record);
}

QuoteStore::ArticlePlace QuoteStore::place_of(std::uint32_t article) const {
  if (article >= families_->articles()) throw_index_corrupt("a quote belongs to no article");
  const auto after = std::upper_bound(first_articles_.begin(), first_articles_.end(), article);
  const auto part = static_cast<std::size_t>(after - first_articles_.begin()) - 1;
  return {part, article - first_articles_[part] + 1};
}

Article QuoteStore::article(std::uint32_t number, bool whole) const {
  const ArticlePlace place = place_of(number);
  const std::string record = articles_[place.part].read(place.docid);
  auto article = whole ? decode_record(record) : decode_record_head(record);
  if (!article) {
    throw_index_corrupt("the stored article " + std::to_string(number) + " cannot be decoded");
  }
  return std::move(*article);
}

std::int64_t QuoteStore::published(std::uint32_t article) const {
  const ArticlePlace place = place_of(article);
  return generation_->parts()[place.part].columns->published(place.docid);
}

}  // namespace pullquote
