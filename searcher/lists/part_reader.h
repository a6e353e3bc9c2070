// SPDX-License-Identifier: GPL-3.0-or-later
/// One part of a generation as one searcher reads it: its articles, or the quotes in them, as
/// documents.
///
/// Quotes have lists of their own for stems and filters. Words have positions in the articles only,
/// and those that lie inside of a quote are the quote's.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pullquote/article.h"
#include "schema/ranked/word_pair.h"
#include "schema/store/article_store.h"
#include "searcher/lists/part_columns.h"
#include "searcher/lists/part_files.h"
#include "searcher/lists/remembered_lists.h"

namespace pullquote {

/// What docids count.
enum class DocumentKind : std::uint8_t { Article, Quote };

/// One thread at a time. Members that read throw IndexCorrupt.
class PartReader {
 public:
  /// @param files  must outlive this; with quotes where `kind` is Quote.
  explicit PartReader(const PartFiles& files, DocumentKind kind = DocumentKind::Article);
  PartReader(const PartReader&) = delete;
  PartReader& operator=(const PartReader&) = delete;

  DocumentKind kind() const { return kind_; }
  const PartFiles& files() const { return files_; }
  const PartColumns& columns() const { return columns_; }
  DocId doccount() const { return columns_.size(); }

  /// The list of a stem or a filter by document, or of a word by article; empty when there is none.
  std::optional<RankedList> find(std::string_view term) const;
  /// Those of the terms that have one.
  std::vector<RankedList> find_each(const std::vector<std::string>& terms) const;
  /// The list that says where a word stands. @param place_prefix  of a field, headline or quotes:
  /// positions elsewhere are left out of those of a frequent word, and may be of others; or empty.
  std::optional<RankedList> find_places(std::string_view place_prefix, std::string_view word) const;
  /// Whether a word has lists of its own for headlines and quotes, and lists of pairs.
  bool is_frequent(std::string_view word) const { return files_.pairs.has_member(word); }
  /// The length of a term's list; 0 when there is none.
  std::uint64_t termfreq(std::string_view term) const;

  /// Whether there is a list of the articles with these words in a row, unless no article has.
  bool has_pair(std::string_view first, std::string_view second) const;
  /// Those articles.
  std::optional<RankedList> find_pair(PairPlace place, std::string_view first,
                                      std::string_view second) const;

  /// Null: the part has no quote.
  const QuoteColumns* quote_columns() const {
    const PartFiles::Quotes* const quotes = files_.quotes();
    return quotes ? &quotes->columns : nullptr;
  }

  /// The stored record of an article, undecoded; valid until the next call of this or article().
  const std::string& record(DocId article) const { return records_.read(article); }
  /// A stored article; without `whole` what decode_record_head() gives.
  Article article(DocId article, bool whole = true) const;

 private:
  const PartFiles& files_;
  DocumentKind kind_;
  PartColumns columns_;
  mutable RememberedLists postings_;
  mutable RememberedLists positions_;
  mutable RememberedLists pairs_;
  ArticleRecords records_;
};

}  // namespace pullquote
