// SPDX-License-Identifier: GPL-3.0-or-later
/// The quotes of a generation, opened by one searcher: their databases, the file of families, and
/// the records of quotes and articles by the numbers that the file counts them with.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "pullquote/article.h"
#include "schema/store/families.h"
#include "schema/store/mapped_file.h"
#include "schema/store/quote_record.h"
#include "schema/store/stored_records.h"
#include "searcher/matching/part_reader.h"
#include "searcher/open_generation.h"

namespace pullquote {

/// One thread at a time.
class QuoteStore final {
 public:
  /// @throws IndexUnavailable, IndexCorrupt
  explicit QuoteStore(std::shared_ptr<const OpenGeneration> generation);

  /// Whether the generation has any quote; without, nothing else may be asked for but manifest().
  bool empty() const { return !families_; }
  const Manifest& manifest() const { return generation_->manifest(); }
  const OpenGeneration& generation() const { return *generation_; }
  const FamiliesView& families() const { return *families_; }

  /// Quotes databases, those without a quote left out.
  const std::vector<std::unique_ptr<PartReader>>& parts() const { return parts_; }
  /// The number of the first quote of part i.
  std::uint32_t first_quote(std::size_t part) const { return first_quotes_[part]; }

  QuoteRecord quote(std::uint32_t number) const;
  Article article(std::uint32_t number, bool whole) const;

  /// Publication by the number of an article; kUnknownTime.
  std::int64_t published(std::uint32_t article) const;

 private:
  struct ArticlePlace {
    std::size_t part = 0;
    DocId docid = 0;
  };
  ArticlePlace place_of(std::uint32_t article) const;

  std::shared_ptr<const OpenGeneration> generation_;
  std::unique_ptr<const MappedFile> file_;
  std::optional<FamiliesView> families_;
  std::vector<std::unique_ptr<const PartColumns>> columns_;
  std::vector<std::unique_ptr<PartReader>> parts_;
  std::vector<std::uint32_t> first_quotes_;
  std::vector<StoredRecords> articles_;  // by part of the generation
  std::vector<std::uint32_t> first_articles_;
};

}  // namespace pullquote
