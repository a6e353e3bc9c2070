// SPDX-License-Identifier: GPL-3.0-or-later
/// The quotes of one generation as one searcher reads them: their lists, the families file, and the
/// stored quotes and articles.
///
/// The families file numbers quotes and articles from 0 over the whole generation, part after part.
/// This class translates these numbers into parts and docids.
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

/// Keeps the generation alive. One thread at a time. Members that read throw IndexCorrupt.
class QuoteStore final {
 public:
  /// A part, and the docid of an article or quote there.
  struct Place {
    std::size_t part = 0;
    DocId docid = 0;
  };
  /// The numbers [first, end) of some quotes.
  struct QuoteRange {
    std::uint32_t first = 0;
    std::uint32_t end = 0;
  };

  /// @param generation  not null.
  /// @throws IndexUnavailable, IndexCorrupt
  explicit QuoteStore(std::shared_ptr<const Generation> generation);

  /// Whether the generation has no quote. Then only generation() and manifest() may be called.
  bool empty() const { return !families_; }
  const Generation& generation() const { return *generation_; }
  const Manifest& manifest() const { return generation_->manifest(); }
  const FamiliesFile& families() const { return *families_; }

  /// The parts that have quotes, read with quotes as documents.
  const std::vector<std::unique_ptr<PartReader>>& parts() const { return parts_; }
  /// The number of the first quote in parts()[part]; its docid there is 1.
  std::uint32_t first_quote(std::size_t part) const { return numbers_[part].first_quote; }

  /// The place of a quote; `part` is an index into parts().
  Place place_of_quote(std::uint32_t quote) const;
  /// The quotes of the article with this id; none when there is no such article.
  QuoteRange quotes_of(std::string_view article_id) const;

  /// The stored quote with this number, or the stored article. Valid until the next call of
  /// quote(), article() or quote_text().
  const Quote& quote(std::uint32_t number) const;
  const Article& article(std::uint32_t number) const;
  /// The text of a quote without decoding the rest of its article, which is much faster. Valid like
  /// quote().
  std::string_view quote_text(std::uint32_t number) const;

  /// The number of the article that a quote stands in. Cheap for quotes in rising order.
  std::uint32_t article_of(std::uint32_t quote) const;
  /// The publication time of an article, in unix seconds; kUnknownTime when it has none.
  std::int64_t published(std::uint32_t article) const;

  /// @throws IndexCorrupt always; the message names the families file.
  [[noreturn]] void throw_families_damaged(const std::string& what) const;

 private:
  /// The generation-wide numbers of a part's first article and first quote.
  struct Numbers {
    std::uint32_t first_article = 0;
    std::uint32_t first_quote = 0;
  };
  /// The place of an article; `part` is an index into articles_.
  Place place_of_article(std::uint32_t article) const;
  /// The index of a quote among the quotes of its article, from 0.
  std::size_t index_of(std::uint32_t quote) const;

  std::shared_ptr<const Generation> generation_;
  std::unique_ptr<const FamiliesFile> families_;
  std::vector<std::unique_ptr<PartReader>> parts_;
  std::vector<Numbers> numbers_;                       ///< numbers_[i] belongs to parts_[i]
  mutable std::vector<QuotedArticles> quoted_;         ///< quoted_[i] belongs to parts_[i]
  std::vector<std::unique_ptr<PartReader>> articles_;  ///< all parts of the generation
  std::vector<std::uint32_t> first_articles_;  ///< number of the first article of each of articles_
  mutable std::uint32_t last_number_ = UINT32_MAX;  ///< of last_article_
  mutable Article last_article_;                    ///< the article that was read last
};

}  // namespace pullquote
