// SPDX-License-Identifier: GPL-3.0-or-later
/// Fields of an article out of its path: "{source}/{published:%Y-%m-%d}/*".
///
/// A pattern covers the whole relative path. "{field}" stands for one or more characters but '/',
/// "{field:FORMAT}" for a date in a strptime format (which may hold '/'), '*' for any characters
/// but '/', '?' for one of them, "**" for any characters, "**/" also for nothing.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/formats/article_fields.h"

namespace pullquote {

/// Immutable; shared by threads.
class PathPattern {
 public:
  /// Empty matches nothing.
  /// @throws Error for an unknown field, one named twice, or a brace without its other.
  explicit PathPattern(std::string_view pattern);

  /// Fills in the fields that the path states; false, and `article` untouched, when it differs from
  /// the pattern. Time is at most proportional to pattern x path x path.
  bool match(std::string_view path, Article& article) const;

 private:
  enum class Kind : std::uint8_t { Literal, Field, Run, One, Any, AnyFolders };
  struct Piece {
    Kind kind = Kind::Literal;
    std::string text;  ///< of a literal; the format of a field
    ArticleField field = ArticleField::Source;
  };
  struct Capture {
    std::size_t start = 0;
    std::size_t end = 0;
  };
  struct Attempt;

  void add_field(std::string_view inside);
  bool match_from(Attempt& attempt, std::size_t piece, std::size_t at) const;
  bool accepts(const Piece& piece, std::string_view text) const;
  void assign(const Attempt& attempt, Article& article) const;

  std::vector<Piece> pieces_;
};

}  // namespace pullquote
