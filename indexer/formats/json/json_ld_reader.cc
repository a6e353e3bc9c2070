// SPDX-License-Identifier: GPL-3.0-or-later
/// schema.org's NewsArticle and its kin as documents of their own.
#include <string>
#include <utility>
#include <vector>

#include "indexer/decoding/charset.h"
#include "indexer/formats/article_fields.h"
#include "indexer/formats/article_times.h"
#include "indexer/formats/field_text.h"
#include "indexer/formats/json/json_dialects.h"
#include "indexer/pages/html/json_ld_article.h"

namespace pullquote {
namespace {

constexpr int kPosting = 2;  ///< rank from which on the type is a kind of article

std::vector<std::string> cleaned(const std::vector<std::string>& values) {
  std::vector<std::string> clean;
  for (const std::string& value : values) clean.push_back(clean_value(value));
  return clean;
}

}  // namespace

void read_json_ld(std::string_view json, const RawRecord& record, const RecordSink& sink) {
  const JsonLdArticle found = find_json_ld_article({decode_text(json, record.charset).text});
  if (found.rank < kPosting) {
    return sink(reject(record, "no article in the JSON-LD", "its types are of other things"));
  }
  ParsedArticle parsed;
  parsed.format = to_string(InputFormat::JsonLd);
  Article& article = parsed.article;
  const auto assign = [&](ArticleField field, const std::string& value) {
    return assign_field(article, field, {clean_value(value)});
  };
  if (!assign(ArticleField::Headline, found.headline)) assign(ArticleField::Headline, found.name);
  assign(ArticleField::Body, found.article_body);
  assign(ArticleField::Standfirst, found.description);
  assign(ArticleField::Url, found.url);
  assign(ArticleField::Source, found.publisher);
  assign(ArticleField::Section, found.section);
  assign(ArticleField::Language, found.language);
  assign_field(article, ArticleField::Byline, cleaned(found.authors));
  assign_field(article, ArticleField::Keywords, cleaned(found.keywords));
  set_times(article, first_date({found.date_published}), first_date({found.date_modified}));
  sink(std::move(parsed));
}

}  // namespace pullquote
