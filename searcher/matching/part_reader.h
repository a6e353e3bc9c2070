// SPDX-License-Identifier: GPL-3.0-or-later
/// One part of a generation, opened by one searcher.
#pragma once

#include <xapian.h>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "schema/store/stored_records.h"
#include "searcher/matching/part_columns.h"
#include "searcher/matching/posting_source.h"
#include "searcher/matching/quote_positions.h"
#include "searcher/matching/ranked_reader.h"
#include "searcher/matching/score_window.h"

namespace pullquote {

/// What a part's database holds a document of.
enum class DocumentKind : std::uint8_t { Article, Quote };

/// One thread at a time: Xapian's objects must not be shared.
class PartReader {
 public:
  /// @param database of articles or quotes.
  /// @param columns  of them; must outlive this.
  /// @param ranked   the part's ranked index; null: everything is read from the database.
  /// @throws IndexCorrupt when database and columns disagree about the number of documents.
  PartReader(const std::filesystem::path& database, const PartColumns& columns, DocumentKind kind,
             const RankedLists* ranked = nullptr);
  PartReader(const PartReader&) = delete;
  PartReader& operator=(const PartReader&) = delete;

  const PartColumns& columns() const { return *columns_; }
  DocId doccount() const { return columns_->size(); }
  const Xapian::Database& database() const { return database_; }

  /// Null: the part has none, or it is not to be used.
  RankedReader* ranked() const { return ranked_.get(); }
  /// Everything opened from now on reads the database.
  void forget_ranked() { ranked_.reset(); }

  /// Room for sums, of all queries opened on this reader: a step of match_part() fills a window and
  /// reads it off, and evaluations are not nested.
  KeptWindow& window() const { return window_; }

  std::uint64_t termfreq(const std::string& term) const;

  /// The posting list of a stored term; empty when there is none.
  std::unique_ptr<PostingSource> postings(const std::string& term) const;

  /// Where a stored term stands in one article or quote, rising, into `positions`, as the database
  /// has it; none where the article lacks it. @throws IndexUnavailable when it has no positions of
  /// anything.
  void read_positions(DocId docid, const std::string& term,
                      std::vector<std::uint32_t>& positions) const;

  /// The stored record of an article or quote, undecoded. @throws IndexCorrupt
  std::string record(DocId docid) const { return records_.read(docid); }

 private:
  std::filesystem::path path_;
  Xapian::Database database_;
  StoredRecords records_;
  const PartColumns* columns_;
  std::unique_ptr<RankedReader> ranked_;
  mutable KeptWindow window_;
  std::unique_ptr<QuotePositions> quote_positions_;  ///< null: the documents are articles
};

}  // namespace pullquote
