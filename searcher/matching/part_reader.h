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
#include "searcher/matching/ranked_lists.h"

namespace pullquote {

/// One thread at a time: Xapian's objects must not be shared.
class PartReader {
 public:
  /// @param columns  must outlive this.
  /// @param ranked   the part's ranked index; null: everything is read from the database.
  /// @throws IndexCorrupt when database and columns disagree about the number of articles.
  PartReader(const std::filesystem::path& articles, const PartColumns& columns,
             const RankedLists* ranked = nullptr);

  const PartColumns& columns() const { return *columns_; }
  DocId doccount() const { return columns_->size(); }
  const Xapian::Database& database() const { return database_; }

  /// Null: the part has none, or it is not to be used.
  const RankedLists* ranked() const { return ranked_; }
  /// Everything opened from now on reads the database.
  void forget_ranked() { ranked_ = nullptr; }

  std::uint64_t termfreq(const std::string& term) const;

  /// The posting list of a stored term; empty when there is none.
  std::unique_ptr<PostingSource> postings(const std::string& term) const;

  /// Where a stored term stands in one article that has it, rising, into `positions`, as the
  /// database has it. @throws IndexUnavailable when the database has no positions of anything.
  void read_positions(DocId docid, const std::string& term,
                      std::vector<std::uint32_t>& positions) const;

  /// The stored record of an article, undecoded. @throws IndexCorrupt
  std::string record(DocId docid) const { return records_.read(docid); }

 private:
  std::filesystem::path articles_;
  Xapian::Database database_;
  StoredRecords records_;
  const PartColumns* columns_;
  const RankedLists* ranked_;
};

}  // namespace pullquote
