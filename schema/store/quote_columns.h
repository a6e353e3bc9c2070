// SPDX-License-Identifier: GPL-3.0-or-later
/// Where a part's quotes stand: the one place that joins quotes to articles and to the positions of
/// their words (docs/index-format.md, "quotes.columns").
///
/// A quote is numbered within its part from 1, in the order of articles and of the quotes in each,
/// like a docid: the lists of quotes.postings count so. The words of a quote stand in a row in the
/// combined text of its article, so that two numbers say which they are; the positions of
/// ranked.positions that lie between them are those of the quote.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "schema/store/doc_id.h"
#include "schema/store/packed_columns.h"

namespace pullquote {

/// Half-open; positions count from 1. Empty for a quote without words, and for one that quotes
/// nobody (scare quotes, titles): those words are plain text.
struct QuoteWords {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  bool empty() const { return begin >= end; }
  std::uint32_t size() const { return empty() ? 0 : end - begin; }
  friend bool operator==(const QuoteWords&, const QuoteWords&) = default;
};

/// The file in memory.
struct QuoteTable {
  std::vector<std::uint32_t> quote_counts;  ///< by article
  std::vector<QuoteWords> words;            ///< by quote
};

/// The file's bytes.
std::string encode_quote_columns(const QuoteTable& table);

/// The file, mapped. Immutable and thread-safe. Members throw IndexCorrupt where a block that they
/// read is damaged, or where its numbers contradict each other.
class QuoteColumns final {
 public:
  /// @param article_count, quote_count  what the manifest says.
  /// @throws IndexUnavailable; IndexCorrupt when the file is not what its header says
  QuoteColumns(const std::filesystem::path& file, std::uint64_t article_count,
               std::uint64_t quote_count);

  std::uint32_t articles() const { return article_count_; }
  std::uint32_t quotes() const { return quote_count_; }

  /// Of an article (from 1 to articles() + 1) the number of its first quote, or of the first quote
  /// behind it: the quotes of an article are [first_quote(docid), first_quote(docid + 1)).
  std::uint32_t first_quote(DocId docid) const;
  /// The docid of a quote's article; by bisection. @param quote  from 1 to quotes()
  std::uint32_t article_of(std::uint32_t quote) const {
    return article_of(quote, 1, article_count_ + 1);
  }
  /// The same of one that is not before article `from`: the quicker, the nearer it is.
  std::uint32_t article_of(std::uint32_t quote, std::uint32_t from) const;
  QuoteWords words(std::uint32_t quote) const;

  /// Reads everything. @throws IndexCorrupt
  void check_all() const { columns_.check_all(); }

 private:
  /// Among the articles [begin, end).
  std::uint32_t article_of(std::uint32_t quote, std::uint32_t begin, std::uint32_t end) const;

  PackedColumns columns_;
  std::uint32_t article_count_ = 0;
  std::uint32_t quote_count_ = 0;
};

}  // namespace pullquote
