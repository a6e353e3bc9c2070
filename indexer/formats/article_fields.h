// SPDX-License-Identifier: GPL-3.0-or-later
/// The fields of an article by name: what --set, --map, --path-fields, sidecars and JSON records
/// fill in.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "pullquote/article.h"

namespace pullquote {

enum class ArticleField : std::uint8_t {
  Id,
  Url,
  Source,
  Headline,
  Standfirst,
  Body,
  Captions,
  Byline,
  Credits,
  Published,
  Modified,
  Language,
  Section,
  Keywords,
  Dateline
};
inline constexpr std::size_t kArticleFieldCount = 15;

/// "headline", "body", ...: as in the JSON that we write.
std::string_view to_string(ArticleField field);

/// A field by its own name or by one of the record names that mean it by default ("title").
std::optional<ArticleField> article_field_from(std::string_view name);

/// @throws Error that lists the known names.
ArticleField require_article_field(std::string_view name);

/// One default: a record field that is read as `field`. Where a record has several for one article
/// field, the first of the table that isn't empty wins.
struct DefaultName {
  std::string_view name;  ///< in lower case without '_', '-', ' ' (so "published_at" is found)
  ArticleField field;
};
std::span<const DefaultName> default_names();

/// The form of DefaultName::name.
std::string normalize_field_name(std::string_view name);

/// The pieces of "a, b; c": at semicolons where there are any, else at commas.
std::vector<std::string> split_list(const std::string& text);

/// Puts values into a field of `article`, in the form that Article promises: single lines, lists
/// without blanks and repetitions, "By" left out of the byline, a language code, a parsed time.
/// Several values are joined where the field holds one. A value that does not fit (a date that is
/// none) leaves the field as it is and gives false. Values are clean UTF-8.
bool assign_field(Article& article, ArticleField field, std::vector<std::string> values);

/// Copies those fields that `into` lacks.
void fill_missing(Article& into, const Article& from);

}  // namespace pullquote
