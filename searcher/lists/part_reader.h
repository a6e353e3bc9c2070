// SPDX-License-Identifier: GPL-3.0-or-later
/// One part of a generation as one searcher reads it, with either its articles or its quotes as
/// documents.
///
/// Quotes have lists of their own for stems and filters, by quote. Unstemmed words have positions
/// by article only; a position inside a quote belongs to that quote (schema/store/quote_columns.h).
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
#include "searcher/lists/list_cache.h"
#include "searcher/lists/part_columns.h"
#include "searcher/lists/part_files.h"

namespace pullquote {

/// Whether the docids of a part number its articles or its quotes.
enum class DocumentKind : std::uint8_t { Article, Quote };

/// Remembers the lists that it has found. One thread at a time. Members that read throw
/// IndexCorrupt.
class PartReader {
 public:
  /// @param files  must outlive this; must have quotes where `kind` is Quote.
  explicit PartReader(const PartFiles& files, DocumentKind kind = DocumentKind::Article);
  PartReader(const PartReader&) = delete;
  PartReader& operator=(const PartReader&) = delete;

  DocumentKind kind() const { return kind_; }
  const PartFiles& files() const { return files_; }
  const PartColumns& columns() const { return columns_; }
  /// The number of documents: articles or quotes.
  DocId doccount() const { return columns_.size(); }

  /// The list of a stored term: of a stem or filter by document, of a word by article. Empty when
  /// the part lacks the term.
  std::optional<RankedList> find(std::string_view term) const;
  /// The lists of those `terms` that the part has, in their order.
  std::vector<RankedList> find_each(const std::vector<std::string>& terms) const;
  /// A list with the positions of a word.
  /// @param place_prefix  the prefix of the headline or of quotes; or empty, for all positions. A
  /// frequent word has a list for each of these fields; for other words the list of all positions
  /// is returned.
  std::optional<RankedList> find_places(std::string_view place_prefix, std::string_view word) const;
  /// Whether a word has separate lists for headlines and quotes, and lists of pairs.
  bool is_frequent(std::string_view word) const { return files_.pairs.has_member(word); }
  /// The document frequency of a term: the length of its list; 0 when there is none.
  std::uint64_t termfreq(std::string_view term) const;

  /// Whether the words in a row have a list of their own, wherever an article has them. So a
  /// missing list proves that no article has the two words in a row.
  bool has_pair(std::string_view first, std::string_view second) const;
  /// The articles with the two words in a row at `place`.
  std::optional<RankedList> find_pair(PairPlace place, std::string_view first,
                                      std::string_view second) const;

  /// Where the quotes stand; null when the part has no quote.
  const QuoteColumns* quote_columns() const {
    const PartFiles::Quotes* const quotes = files_.quotes();
    return quotes ? &quotes->columns : nullptr;
  }

  /// The stored bytes of an article, to be decoded by schema/store/record.h. Valid until the next
  /// call of record() or article().
  const std::string& record(DocId article) const { return records_.read(article); }
  /// A stored article; with `whole` false only the fields that decode_record_head() gives.
  Article article(DocId article, bool whole = true) const;

 private:
  const PartFiles& files_;
  DocumentKind kind_;
  PartColumns columns_;
  mutable ListCache postings_;   ///< stems and filters, by document
  mutable ListCache positions_;  ///< words, by article
  mutable ListCache pairs_;
  ArticleRecords records_;
};

}  // namespace pullquote
