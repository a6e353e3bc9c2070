// SPDX-License-Identifier: GPL-3.0-or-later
/// What ranking and date ranges read per docid: times and lengths of a part's articles, or of the
/// quotes in them.
#pragma once

#include "schema/store/columns.h"
#include "schema/store/quote_columns.h"
#include "searcher/lists/posting_source.h"

namespace pullquote {

/// A half-open range of docids.
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
  /// @param articles  must outlive this.
  explicit PartColumns(const MappedColumns& articles)
      : articles_(&articles), size_(static_cast<DocId>(articles.size())) {}
  /// Docids are numbers of quotes. A quote was published when its article was.
  /// @param articles, quotes  must outlive this.
  PartColumns(const MappedColumns& articles, const QuoteColumns& quotes)
      : articles_(&articles), quotes_(&quotes), size_(quotes.quotes()) {}

  DocId size() const { return size_; }
  std::int64_t published(DocId docid) const {
    return articles_->published(quotes_ ? quotes_->article_of(docid) : docid);
  }
  FieldLengths lengths(DocId docid) const {
    if (quotes_ == nullptr) return articles_->lengths(docid);
    return {.headline = 0, .quotes = 0, .rest = quotes_->words(docid).size()};
  }
  std::uint32_t headline_length(DocId docid) const {
    return quotes_ ? 0 : articles_->headline_length(docid);
  }

  /// Those published at `from` or later and before `until`. Docids are in order of time, newest
  /// first, unknown last, so that they are one range; it is found by bisection.
  DocRange published_in(std::int64_t from, std::int64_t until) const;

  /// All whose time is known.
  DocRange dated() const { return {1, first_before(kUnknownTime + 1)}; }

 private:
  DocId first_before(std::int64_t time) const;

  const MappedColumns* articles_;
  const QuoteColumns* quotes_ = nullptr;  ///< null: docids are those of articles
  DocId size_;
};

}  // namespace pullquote
