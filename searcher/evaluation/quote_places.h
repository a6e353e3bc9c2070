// SPDX-License-Identifier: GPL-3.0-or-later
/// Quotes and articles, looked up in rising order: where the quotes of an article stand, and which
/// article a quote is in.
#pragma once

#include <span>
#include <vector>

#include "schema/store/quote_columns.h"
#include "searcher/lists/posting_source.h"
#include "searcher/planning/phrase_pattern.h"

namespace pullquote {

/// One thread at a time.
class QuotePlaces final {
 public:
  /// @param quotes  of the part, which must outlive this; null: it has none.
  explicit QuotePlaces(const QuoteColumns* quotes) : quotes_(quotes) {}

  /// Positions inside of quotes, as rising and separate ranges: quotes without words between them
  /// are one. Valid until the next call.
  std::span<const WordSpan> of(DocId article);

 private:
  const QuoteColumns* quotes_;
  DocId article_ = 0;
  std::vector<WordSpan> ranges_;
};

/// One thread at a time.
class QuotedArticles final {
 public:
  /// @param quotes  must outlive this.
  explicit QuotedArticles(const QuoteColumns& quotes) : quotes_(&quotes) {}

  /// Cheap where the quote is in the same article as the one before, or near it.
  DocId of(DocId quote) {
    if (quote < begin_ || quote >= end_) {
      const DocId article = quotes_->article_of(quote, quote < begin_ ? 1 : article_);
      const DocId begin = quotes_->first_quote(article);
      end_ = quotes_->first_quote(article + 1);
      begin_ = begin;
      article_ = article;
    }
    return article_;
  }

  /// The first quote of the article that was found last.
  DocId first_quote() const { return begin_; }

 private:
  const QuoteColumns* quotes_;
  DocId article_ = 1;
  DocId begin_ = 0;
  DocId end_ = 0;
};

}  // namespace pullquote
