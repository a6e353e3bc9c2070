// SPDX-License-Identifier: GPL-3.0-or-later
/// JSON Feed: https://www.jsonfeed.org/version/1.1/
#include <string>
#include <utility>
#include <vector>

#include "indexer/formats/article_fields.h"
#include "indexer/formats/article_times.h"
#include "indexer/formats/field_text.h"
#include "indexer/formats/html_captions.h"
#include "indexer/formats/json/json_dialects.h"
#include "indexer/formats/json/json_values.h"

namespace pullquote {
namespace {

namespace dom = simdjson::dom;

std::vector<std::string> texts_at(dom::element value, std::string_view path) {
  std::vector<std::string> texts;
  for (dom::element found : values_at(value, path)) {
    if (!append_texts(found, JsonNumbers::Accepted, texts)) return {};
  }
  return texts;
}

std::string text_at(dom::element value, std::string_view path) {
  std::vector<std::string> texts = texts_at(value, path);
  return texts.empty() ? std::string() : std::move(texts.front());
}

/// The first of several that says something.
void assign_first(Article& article, ArticleField field, dom::element item,
                  std::initializer_list<std::string_view> paths) {
  for (std::string_view path : paths) {
    if (assign_field(article, field, texts_at(item, path))) return;
  }
}

Article article_of(dom::element item, const Article& feed) {
  Article article;
  assign_first(article, ArticleField::Id, item, {"id"});
  assign_first(article, ArticleField::Url, item, {"url", "external_url"});
  assign_first(article, ArticleField::Headline, item, {"title"});
  std::string_view html;
  if (item.at_key("content_html").get(html) == simdjson::SUCCESS) {
    SplitHtml split = split_captions(html);
    assign_field(article, ArticleField::Body, {clean_value(split.html)});
    assign_field(article, ArticleField::Captions, std::move(split.captions));
  }
  if (article.body.empty()) {
    assign_first(article, ArticleField::Body, item, {"content_text", "summary"});
  }
  if (!values_at(item, "content_html").empty() || !values_at(item, "content_text").empty()) {
    assign_first(article, ArticleField::Standfirst, item, {"summary"});
  }
  assign_first(article, ArticleField::Byline, item, {"authors", "author"});
  assign_first(article, ArticleField::Keywords, item, {"tags"});
  assign_first(article, ArticleField::Language, item, {"language"});
  set_times(article, first_date({text_at(item, "date_published")}),
            first_date({text_at(item, "date_modified")}));
  fill_missing(article, feed);
  return article;
}

}  // namespace

void read_json_feed(dom::element root, const RawRecord& record, const RecordSink& sink) {
  Article feed;  // what holds for all items
  assign_first(feed, ArticleField::Source, root, {"title"});
  assign_first(feed, ArticleField::Language, root, {"language"});
  assign_first(feed, ArticleField::Byline, root, {"authors", "author"});
  dom::array items;
  if (root.at_key("items").get(items) != simdjson::SUCCESS || items.begin() == items.end()) {
    return sink(reject(record, "feed without items"));
  }
  for (dom::element item : items) {
    if (!item.is_object()) {
      sink(reject(record, "not a JSON object", "an item of the feed"));
      continue;
    }
    ParsedArticle parsed;
    parsed.format = to_string(InputFormat::JsonFeed);
    parsed.article = article_of(item, feed);
    sink(std::move(parsed));
  }
}

}  // namespace pullquote
