// SPDX-License-Identifier: GPL-3.0-or-later
/// Where the quotes of an article stand, and which article a quote stands in. Both are looked up in
/// rising order of docids and remember the last answer.
#pragma once

#include <span>
#include <vector>

#include "schema/store/quote_columns.h"
#include "searcher/lists/posting_source.h"
#include "searcher/planning/phrase_pattern.h"

namespace pullquote {

/// The positions inside quotes, article by article. One thread at a time.
class QuotePlaces final {
 public:
  /// @param quotes  of the part, must outlive this; null: the part has no quote.
  explicit QuotePlaces(const QuoteColumns* quotes) : quotes_(quotes) {}

  /// The word positions of `article` inside quotes, as rising ranges that do not touch: quotes
  /// without words between them form one range. Valid until the next call.
  std::span<const WordSpan> of(DocId article);

 private:
  const QuoteColumns* quotes_;
  DocId article_ = 0;
  std::vector<WordSpan> ranges_;
};

/// The article of each quote, quote by quote. One thread at a time.
class QuotedArticles final {
 public:
  /// @param quotes  must outlive this.
  explicit QuotedArticles(const QuoteColumns& quotes) : quotes_(&quotes) {}

  /// The article that `quote` stands in. Cheap when it is the article of the call before, or one
  /// near behind it.
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

  /// The first quote of the article that of() returned last.
  DocId first_quote() const { return begin_; }

 private:
  const QuoteColumns* quotes_;
  DocId article_ = 1;
  DocId begin_ = 0;  ///< first quote of article_
  DocId end_ = 0;    ///< first quote of the next article
};

}  // namespace pullquote
