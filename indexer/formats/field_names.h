// SPDX-License-Identifier: GPL-3.0-or-later
/// Which field of a record is which field of the article: ReaderOptions::field_map where it names
/// the article's field, else default_names().
#pragma once

#include <array>
#include <cstddef>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/formats/article_fields.h"
#include "schema/analysis/string_hash.h"

namespace pullquote {

/// Immutable once made, but for a scratch buffer: one thread at a time.
class FieldNames {
 public:
  /// What a record's field is read as, and how well: of several for one article field the lowest
  /// rank that isn't empty wins.
  struct Meaning {
    ArticleField field;
    std::size_t rank;
  };
  static constexpr std::size_t kNoRank = std::numeric_limits<std::size_t>::max();

  struct Mapped {
    ArticleField field;
    std::vector<std::string> paths;  ///< best first
  };

  /// @throws Error when the map names an unknown article field.
  explicit FieldNames(const std::map<std::string, std::string>& field_map);

  /// By the defaults, fields that are mapped left out.
  std::optional<Meaning> default_meaning(std::string_view name);

  /// By map or defaults, for records without paths: columns and elements.
  std::optional<Meaning> meaning(std::string_view name);

  const std::vector<Mapped>& mapped() const { return mapped_; }

 private:
  StringMap<Meaning> names_;
  std::vector<Mapped> mapped_;
  std::array<bool, kArticleFieldCount> is_mapped_{};
  std::string scratch_;
};

}  // namespace pullquote
