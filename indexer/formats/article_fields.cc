// SPDX-License-Identifier: GPL-3.0-or-later
/// Names of the fields, and how a value becomes a field.
#include "indexer/formats/article_fields.h"

#include <algorithm>
#include <array>
#include <unordered_set>
#include <utility>

#include "indexer/dates/dates.h"
#include "indexer/decoding/language.h"
#include "indexer/decoding/paragraphs.h"
#include "pullquote/error.h"
#include "schema/analysis/ascii.h"

namespace pullquote {
namespace {

constexpr std::array<std::string_view, kArticleFieldCount> kFieldNames{
    "id",      "url",       "source",   "headline", "standfirst", "body",     "captions", "byline",
    "credits", "published", "modified", "language", "section",    "keywords", "dateline"};

using F = ArticleField;
constexpr std::array kDefaults{
    DefaultName{"headline", F::Headline},
    DefaultName{"title", F::Headline},
    DefaultName{"heading", F::Headline},
    DefaultName{"body", F::Body},
    DefaultName{"text", F::Body},
    DefaultName{"content", F::Body},
    DefaultName{"articlebody", F::Body},
    DefaultName{"bodytext", F::Body},
    DefaultName{"maintext", F::Body},
    DefaultName{"fulltext", F::Body},
    DefaultName{"contenttext", F::Body},
    DefaultName{"bodyhtml", F::Body},
    DefaultName{"bodyxhtml", F::Body},
    DefaultName{"contenthtml", F::Body},
    DefaultName{"url", F::Url},
    DefaultName{"link", F::Url},
    DefaultName{"canonicalurl", F::Url},
    DefaultName{"permalink", F::Url},
    DefaultName{"weburl", F::Url},
    DefaultName{"sourceurl", F::Url},
    DefaultName{"published", F::Published},
    DefaultName{"publishedat", F::Published},
    DefaultName{"publishedon", F::Published},
    DefaultName{"publisheddate", F::Published},
    DefaultName{"datepublished", F::Published},
    DefaultName{"datepublish", F::Published},
    DefaultName{"publishdate", F::Published},
    DefaultName{"publicationdate", F::Published},
    DefaultName{"pubdate", F::Published},
    DefaultName{"date", F::Published},
    DefaultName{"datetime", F::Published},
    DefaultName{"created", F::Published},
    DefaultName{"createdat", F::Published},
    DefaultName{"datecreated", F::Published},
    DefaultName{"timestamp", F::Published},
    DefaultName{"time", F::Published},
    DefaultName{"modified", F::Modified},
    DefaultName{"modifiedat", F::Modified},
    DefaultName{"datemodified", F::Modified},
    DefaultName{"datemodify", F::Modified},
    DefaultName{"lastmodified", F::Modified},
    DefaultName{"updated", F::Modified},
    DefaultName{"updatedat", F::Modified},
    DefaultName{"dateupdated", F::Modified},
    DefaultName{"lastupdated", F::Modified},
    DefaultName{"source", F::Source},
    DefaultName{"outlet", F::Source},
    DefaultName{"publisher", F::Source},
    DefaultName{"publication", F::Source},
    DefaultName{"sourcename", F::Source},
    DefaultName{"site", F::Source},
    DefaultName{"sitename", F::Source},
    DefaultName{"newspaper", F::Source},
    DefaultName{"byline", F::Byline},
    DefaultName{"author", F::Byline},
    DefaultName{"authors", F::Byline},
    DefaultName{"creator", F::Byline},
    DefaultName{"writer", F::Byline},
    DefaultName{"id", F::Id},
    DefaultName{"guid", F::Id},
    DefaultName{"uuid", F::Id},
    DefaultName{"uri", F::Id},
    DefaultName{"identifier", F::Id},
    DefaultName{"articleid", F::Id},
    DefaultName{"docid", F::Id},
    DefaultName{"docno", F::Id},
    DefaultName{"standfirst", F::Standfirst},
    DefaultName{"description", F::Standfirst},
    DefaultName{"summary", F::Standfirst},
    DefaultName{"subtitle", F::Standfirst},
    DefaultName{"subheadline", F::Standfirst},
    DefaultName{"deck", F::Standfirst},
    DefaultName{"dek", F::Standfirst},
    DefaultName{"abstract", F::Standfirst},
    DefaultName{"trailtext", F::Standfirst},
    DefaultName{"excerpt", F::Standfirst},
    DefaultName{"teaser", F::Standfirst},
    DefaultName{"language", F::Language},
    DefaultName{"lang", F::Language},
    DefaultName{"inlanguage", F::Language},
    DefaultName{"languagecode", F::Language},
    DefaultName{"section", F::Section},
    DefaultName{"category", F::Section},
    DefaultName{"articlesection", F::Section},
    DefaultName{"sectionname", F::Section},
    DefaultName{"keywords", F::Keywords},
    DefaultName{"keyword", F::Keywords},
    DefaultName{"tags", F::Keywords},
    DefaultName{"topics", F::Keywords},
    DefaultName{"captions", F::Captions},
    DefaultName{"caption", F::Captions},
    DefaultName{"imagecaption", F::Captions},
    DefaultName{"imagecaptions", F::Captions},
    DefaultName{"credits", F::Credits},
    DefaultName{"credit", F::Credits},
    DefaultName{"creditline", F::Credits},
    DefaultName{"agency", F::Credits},
};

std::string* text_field(Article& article, ArticleField field) {
  switch (field) {
    case F::Id:
      return &article.id;
    case F::Url:
      return &article.url;
    case F::Source:
      return &article.source;
    case F::Headline:
      return &article.headline;
    case F::Standfirst:
      return &article.standfirst;
    case F::Body:
      return &article.body;
    case F::Byline:
      return &article.byline;
    case F::Language:
      return &article.language;
    case F::Section:
      return &article.section;
    default:
      return nullptr;
  }
}

std::vector<std::string>* list_field(Article& article, ArticleField field) {
  switch (field) {
    case F::Captions:
      return &article.captions;
    case F::Credits:
      return &article.credits;
    case F::Keywords:
      return &article.keywords;
    default:
      return nullptr;
  }
}

std::optional<Timestamp>* time_field(Article& article, ArticleField field) {
  if (field == F::Published) return &article.published;
  return field == F::Modified ? &article.modified : nullptr;
}

std::string without_by(std::string byline) {
  if (byline.size() > 3 && (byline[0] == 'B' || byline[0] == 'b') &&
      (byline[1] == 'y' || byline[1] == 'Y') && (byline[2] == ' ' || byline[2] == ':')) {
    return single_line(std::string_view(byline).substr(3));
  }
  return byline;
}

bool assign_list(std::vector<std::string>& list, std::vector<std::string> values) {
  list.clear();
  std::unordered_set<std::string> seen;
  for (const std::string& value : values) {
    std::string text = single_line(value);
    if (!text.empty() && seen.insert(text).second) list.push_back(std::move(text));
  }
  return !list.empty();
}

std::string join(const std::vector<std::string>& values, std::string_view separator) {
  std::string out;
  for (const std::string& value : values) {
    if (value.empty()) continue;
    if (!out.empty()) out += separator;
    out += value;
  }
  return out;
}

std::string one_text(ArticleField field, const std::vector<std::string>& values) {
  switch (field) {
    case F::Body:
      return reflow(join(values, "\n\n"));
    case F::Byline: {
      std::string all;
      for (const std::string& value : values) {
        const std::string name = without_by(single_line(value));
        if (!name.empty()) all += (all.empty() ? "" : ", ") + name;
      }
      return all;
    }
    case F::Language:
      return values.empty() ? std::string() : language_code(single_line(values.front()));
    case F::Headline:
    case F::Standfirst:
      return single_line(join(values, " "));
    default:
      return single_line(values.empty() ? std::string() : values.front());
  }
}

void fill(std::string& into, const std::string& from) {
  if (into.empty()) into = from;
}
template <class Value>
void fill(std::vector<Value>& into, const std::vector<Value>& from) {
  if (into.empty()) into = from;
}
template <class Value>
void fill(std::optional<Value>& into, const std::optional<Value>& from) {
  if (!into) into = from;
}

}  // namespace

std::string_view to_string(ArticleField field) {
  return kFieldNames[static_cast<std::size_t>(field)];
}

std::span<const DefaultName> default_names() {
  return kDefaults;
}

std::string normalize_field_name(std::string_view name) {
  std::string out;
  for (char c : name) {
    if (c == '_' || c == '-' || c == ' ') continue;
    out.push_back(ascii_lower(c));
  }
  return out;
}

std::optional<ArticleField> article_field_from(std::string_view name) {
  const std::string normal = normalize_field_name(name);
  for (std::size_t i = 0; i < kFieldNames.size(); ++i) {
    if (kFieldNames[i] == normal) return static_cast<ArticleField>(i);
  }
  for (const DefaultName& known : kDefaults) {
    if (known.name == normal) return known.field;
  }
  return std::nullopt;
}

ArticleField require_article_field(std::string_view name) {
  if (const auto field = article_field_from(name)) return *field;
  std::string message = "there is no article field '" + std::string(name) + "'; there are";
  for (std::string_view known : kFieldNames) message += " " + std::string(known);
  throw Error(message);
}

std::vector<std::string> split_list(const std::string& text) {
  std::vector<std::string> pieces;
  const char* separators = text.find(';') != std::string::npos ? ";" : ",";
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find_first_of(separators, at), text.size());
    pieces.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return pieces;
}

bool assign_field(Article& article, ArticleField field, std::vector<std::string> values) {
  if (auto* list = list_field(article, field)) {
    if (field == F::Keywords && values.size() == 1) values = split_list(values.front());
    return assign_list(*list, std::move(values));
  }
  if (auto* time = time_field(article, field)) {
    const auto parsed = values.empty() ? std::nullopt : parse_date(single_line(values.front()));
    if (parsed) *time = parsed;
    return parsed.has_value();
  }
  if (field == F::Dateline) {
    const std::string dateline = single_line(join(values, " "));
    if (dateline.empty() || article.body.empty()) return false;
    article.body = dateline + " - " + article.body;
    return true;
  }
  std::string text = one_text(field, values);
  if (text.empty()) return false;
  *text_field(article, field) = std::move(text);
  return true;
}

void fill_missing(Article& into, const Article& from) {
  fill(into.id, from.id);
  fill(into.url, from.url);
  fill(into.source, from.source);
  fill(into.headline, from.headline);
  fill(into.standfirst, from.standfirst);
  fill(into.body, from.body);
  fill(into.captions, from.captions);
  fill(into.byline, from.byline);
  fill(into.credits, from.credits);
  fill(into.published, from.published);
  fill(into.modified, from.modified);
  fill(into.language, from.language);
  fill(into.section, from.section);
  fill(into.keywords, from.keywords);
}

}  // namespace pullquote
