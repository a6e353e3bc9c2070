// SPDX-License-Identifier: GPL-3.0-or-later
/// What ranking and date ranges read per docid: times and lengths of one part, from the mapped
/// file where there is one, else from the value slots of the database.
#pragma once

#include <filesystem>
#include <memory>

#include "schema/store/columns.h"
#include "searcher/matching/posting_source.h"

namespace pullquote {

/// A half-open range of docids.
struct DocRange {
  DocId begin = 1;
  DocId end = kNoMoreDocs;
  bool empty() const { return begin >= end; }
  DocId size() const { return empty() ? 0 : end - begin; }
  friend bool operator==(const DocRange&, const DocRange&) = default;
};

/// Immutable and thread-safe.
class PartColumns {
 public:
  /// @param articles  folder of the part's article database; the columns lie beside it.
  /// @throws IndexCorrupt when there are columns and they don't have `article_count` rows.
  PartColumns(const std::filesystem::path& articles, std::uint64_t article_count);
  /// The columns by quote of a part, which must be there.
  /// @param quotes  folder of the part's quotes database.
  /// @throws IndexUnavailable, IndexCorrupt
  static std::unique_ptr<const PartColumns> of_quotes(const std::filesystem::path& quotes,
                                                      std::uint64_t quote_count);
  /// Of columns in memory.
  explicit PartColumns(Columns columns);

  DocId size() const { return size_; }
  std::int64_t published(DocId docid) const {
    return mapped_ ? mapped_->published(docid) : columns_.published[docid - 1];
  }
  FieldLengths lengths(DocId docid) const {
    return mapped_ ? mapped_->lengths(docid) : columns_.lengths[docid - 1];
  }

  /// Articles published at `from` or later and before `until`. Docids are in order of time, newest
  /// first, unknown last, so that they are one range; it is found by bisection.
  DocRange published_in(std::int64_t from, std::int64_t until) const;

  /// All articles whose time is known.
  DocRange dated() const;

 private:
  PartColumns() = default;
  void map(const std::filesystem::path& file, std::uint64_t count);
  DocId first_before(std::int64_t time) const;

  std::unique_ptr<const MappedColumns> mapped_;
  Columns columns_;  ///< when nothing is mapped
  DocId size_ = 0;
};

}  // namespace pullquote
