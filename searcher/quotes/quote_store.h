// SPDX-License-Identifier: GPL-3.0-or-later
/// The quotes of a generation, opened by one searcher: their lists, the file of families, and the
/// stored quotes and articles by the numbers that the file counts them with.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "pullquote/article.h"
#include "pullquote/searcher.h"
#include "schema/store/families.h"
#include "searcher/evaluation/quote_places.h"
#include "searcher/lists/part_reader.h"

namespace pullquote {

/// One thread at a time. Members that read throw IndexCorrupt.
class QuoteStore final {
 public:
  /// @throws IndexUnavailable, IndexCorrupt
  explicit QuoteStore(std::shared_ptr<const Generation> generation);

  /// Whether the generation has any quote; without, nothing else may be asked for but manifest().
  bool empty() const { return !families_; }
  const Generation& generation() const { return *generation_; }
  const Manifest& manifest() const { return generation_->manifest(); }
  const FamiliesFile& families() const { return *families_; }

  /// The parts that have quotes, read as such.
  const std::vector<std::unique_ptr<PartReader>>& parts() const { return parts_; }
  /// The number of the first quote of parts()[part].
  std::uint32_t first_quote(std::size_t part) const { return numbers_[part].first_quote; }

  /// A stored quote, and an article; valid until the next call of either.
  const Quote& quote(std::uint32_t number) const;
  const Article& article(std::uint32_t number) const;
  /// The text alone, for a fraction of the time; valid until the next call of any of the three.
  std::string_view quote_text(std::uint32_t number) const;

  /// The number of a quote's article. Cheap for quotes in order.
  std::uint32_t article_of(std::uint32_t quote) const;
  /// Publication by the number of an article; kUnknownTime.
  std::int64_t published(std::uint32_t article) const;

  /// @throws IndexCorrupt always, naming the file of families.
  [[noreturn]] void throw_families_damaged(const std::string& what) const;

 private:
  /// Where the articles and quotes of a part with quotes begin, in the numbers of the families.
  struct Numbers {
    std::uint32_t first_article = 0;
    std::uint32_t first_quote = 0;
  };
  /// A part, and the docid there of an article or a quote.
  struct Place {
    std::size_t part = 0;
    DocId docid = 0;
  };

  Place place_of_article(std::uint32_t article) const;  ///< in articles_
  Place place_of_quote(std::uint32_t quote) const;      ///< in parts_
  /// Which quote of its article one is, from 0.
  std::size_t index_of(std::uint32_t quote) const;

  std::shared_ptr<const Generation> generation_;
  std::unique_ptr<const FamiliesFile> families_;
  std::vector<std::unique_ptr<PartReader>> parts_;
  std::vector<Numbers> numbers_;                       ///< of each of parts_
  mutable std::vector<QuotedArticles> quoted_;         ///< of each of parts_
  std::vector<std::unique_ptr<PartReader>> articles_;  ///< all parts of the generation
  std::vector<std::uint32_t> first_articles_;          ///< of each of articles_
  mutable std::uint32_t last_number_ = UINT32_MAX;     ///< of last_article_
  mutable Article last_article_;
};

}  // namespace pullquote
