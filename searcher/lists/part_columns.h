// SPDX-License-Identifier: GPL-3.0-or-later
/// The values that ranking and date ranges read for each docid: publication times and field lengths
/// of a part's articles, or of the quotes in them.
#pragma once

#include "schema/store/columns.h"
#include "schema/store/quote_columns.h"
#include "searcher/lists/posting_source.h"

namespace pullquote {

/// A half-open range of docids. By default all docids of a part.
struct DocRange {
  DocId begin = 1;
  DocId end = kNoMoreDocs;
  bool empty() const { return begin >= end; }
  DocId size() const { return empty() ? 0 : end - begin; }
  friend bool operator==(const DocRange&, const DocRange&) = default;
};

/// Immutable and thread-safe. Members throw IndexCorrupt.
class PartColumns {
 public:
  /// Docids are articles.
  /// @param articles  must outlive this.
  explicit PartColumns(const MappedColumns& articles)
      : articles_(&articles), size_(static_cast<DocId>(articles.size())) {}
  /// Docids are quotes, which have the publication time of their article.
  /// @param articles, quotes  must outlive this.
  PartColumns(const MappedColumns& articles, const QuoteColumns& quotes)
      : articles_(&articles), quotes_(&quotes), size_(quotes.quotes()) {}

  /// The number of documents: articles or quotes.
  DocId size() const { return size_; }
  /// Unix seconds; kUnknownTime when the article has no date.
  std::int64_t published(DocId docid) const {
    return articles_->published(quotes_ ? quotes_->article_of(docid) : docid);
  }
  /// The lengths in words that BM25F divides by. A quote is all "rest".
  FieldLengths lengths(DocId docid) const {
    if (quotes_ == nullptr) return articles_->lengths(docid);
    return {.headline = 0, .quotes = 0, .rest = quotes_->words(docid).size()};
  }
  /// Words of the headline, which are the first positions of the article; 0 for a quote.
  std::uint32_t headline_length(DocId docid) const {
    return quotes_ ? 0 : articles_->headline_length(docid);
  }

  /// The documents published at `from` or later and before `until`, in unix seconds. Docids are in
  /// order of time, newest first and unknown times last, so that they form one range. Found by
  /// bisection.
  DocRange published_in(std::int64_t from, std::int64_t until) const;

  /// The documents whose time is known.
  DocRange dated() const { return {1, first_before(kUnknownTime + 1)}; }

 private:
  /// The first document older than `time`, or the end.
  DocId first_before(std::int64_t time) const;

  const MappedColumns* articles_;
  const QuoteColumns* quotes_ = nullptr;  ///< null where docids are articles
  DocId size_;
};

}  // namespace pullquote
