// SPDX-License-Identifier: GPL-3.0-or-later
/// Times and lengths by docid: what ranking and date ranges read of a part's articles
/// (docs/index-format.md, "columns").
#pragma once

#include <cstdint>
#include <filesystem>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "schema/store/doc_id.h"
#include "schema/store/packed_columns.h"

namespace pullquote {

inline constexpr std::int64_t kUnknownTime = std::numeric_limits<std::int64_t>::min();

/// Words of one article by field. "rest" is standfirst, body outside quotes, and captions.
struct FieldLengths {
  std::uint32_t headline = 0;
  std::uint32_t quotes = 0;
  std::uint32_t rest = 0;
  friend bool operator==(const FieldLengths&, const FieldLengths&) = default;
};

/// The file in memory; row i belongs to docid i + 1.
struct Columns {
  std::vector<std::int64_t> published;  ///< unix seconds; kUnknownTime
  std::vector<FieldLengths> lengths;
};

/// The file's bytes.
std::string encode_columns(const Columns& columns);

/// The file, mapped. Immutable and thread-safe. Members throw IndexCorrupt where a block that they
/// read is damaged.
class MappedColumns final {
 public:
  /// @throws IndexUnavailable; IndexCorrupt when the file is not what its header says
  explicit MappedColumns(const std::filesystem::path& file);

  std::uint64_t size() const { return columns_.size(0); }
  std::int64_t published(DocId docid) const { return columns_.value(0, docid - 1); }
  FieldLengths lengths(DocId docid) const {
    return {columns_.number(1, docid - 1), columns_.number(2, docid - 1),
            columns_.number(3, docid - 1)};
  }
  /// Words of the headline alone.
  std::uint32_t headline_length(DocId docid) const { return columns_.number(1, docid - 1); }

  /// Reads everything. @throws IndexCorrupt
  void check_all() const { columns_.check_all(); }

 private:
  PackedColumns columns_;
};

}  // namespace pullquote
