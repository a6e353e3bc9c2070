// SPDX-License-Identifier: GPL-3.0-or-later
/// Rows of separated values to articles, by the names in the first row.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/formats/field_names.h"
#include "indexer/formats/record_reader.h"

namespace pullquote {

/// One thread at a time; keeps the meaning of the columns between rows of one file.
class CsvReader {
 public:
  /// @throws Error when options.field_map names an unknown article field.
  explicit CsvReader(const ReaderOptions& options) : names_(options.field_map) {}

  /// One row to one outcome.
  void parse(const RawRecord& record, const RecordSink& sink);

 private:
  void read_columns(const RawRecord& record);

  FieldNames names_;
  std::shared_ptr<const std::string> context_;  ///< of the columns below
  char separator_ = ',';
  std::size_t column_count_ = 0;
  /// Columns of each article field, best first.
  std::array<std::vector<std::size_t>, kArticleFieldCount> columns_;
};

/// True when the first line of `text` names columns of which one is a headline or body, and another
/// means something to us too, by default or by `field_map`.
bool looks_like_csv(std::string_view text, const std::map<std::string, std::string>& field_map);

}  // namespace pullquote
