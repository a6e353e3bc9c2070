// SPDX-License-Identifier: GPL-3.0-or-later
/// Each script is parsed to a DOM (simdjson) and walked once. Articles are objects with a fitting
/// @type, at the top, in lists, in @graph or as a mainEntity; they are collected with a rank.
/// Objects with an @id and a name are collected, too, because authors and publishers are often
/// given by reference: {"@id": "#person-1"}.
///
/// A script is repaired only when it doesn't parse, so that sound JSON is never changed. Nesting is
/// bounded (kMaxDepth). Memory: the DOM of one script at a time.
#include "indexer/pages/html/json_ld_article.h"

#include <simdjson.h>

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>
#include <utility>

namespace pullquote {
namespace {

using simdjson::dom::element;
using simdjson::dom::object;

constexpr int kMaxDepth = 6;  // of @graph and mainEntity inside each other

/// Named objects by @id. Views and objects live as long as the parser's document.
using Ids = std::unordered_map<std::string_view, object>;

/// The string, or empty for any other value.
std::string_view string_of(element value) {
  std::string_view text;
  if (value.get(text) != simdjson::SUCCESS) return {};
  return text;
}

std::string_view string_of(simdjson::simdjson_result<element> value) {
  element e;
  return value.get(e) == simdjson::SUCCESS ? string_of(e) : std::string_view{};
}

/// Calls `use` with each entry of an array, or with the value itself: JSON-LD writes lists of one
/// without brackets.
template <class Use>
void for_each_value(element value, Use&& use) {
  simdjson::dom::array entries;
  if (value.get(entries) == simdjson::SUCCESS) {
    for (element entry : entries) use(entry);
  } else {
    use(value);
  }
}

template <class Use>
void for_each_value(simdjson::simdjson_result<element> value, Use&& use) {
  element e;
  if (value.get(e) == simdjson::SUCCESS) for_each_value(e, use);
}

/// "NewsArticle" of "https://schema.org/NewsArticle".
std::string_view bare_type(std::string_view type) {
  const auto slash = type.find_last_of("/:");
  return slash == std::string_view::npos ? type : type.substr(slash + 1);
}

/// How sure a type makes an article: 3 articles and reports, 2 postings and reviews, 1 pages, 0
/// anything else.
int rank_of_type(std::string_view type) {
  type = bare_type(type);
  if (type.ends_with("NewsArticle") || type == "Article" || type == "Report") return 3;
  if (type.ends_with("Article") || type == "BlogPosting" || type == "LiveBlogPosting") return 3;
  if (type.ends_with("Posting") || type == "Review" || type == "Recipe") return 2;
  if (type == "CreativeWork" || type == "ClaimReview") return 2;
  if (type.ends_with("WebPage") || type == "ItemPage") return 1;
  return 0;
}

/// The highest rank of the object's types.
int rank_of(const object& node) {
  int rank = 0;
  for_each_value(node["@type"],
                 [&](element type) { rank = std::max(rank, rank_of_type(string_of(type))); });
  return rank;
}

/// A string as it is, or the name of an object, which may be given by reference.
std::string name_of(element value, const Ids& ids) {
  std::string_view text;
  if (value.get(text) == simdjson::SUCCESS) return std::string(text);
  object thing;
  if (value.get(thing) != simdjson::SUCCESS) return {};
  std::string name(string_of(thing["name"]));
  if (!name.empty()) return name;
  const auto referred = ids.find(string_of(thing["@id"]));
  return referred == ids.end() ? std::string() : std::string(string_of(referred->second["name"]));
}

/// The first name among the values; empty: none.
std::string first_name(simdjson::simdjson_result<element> value, const Ids& ids) {
  std::string name;
  for_each_value(value, [&](element e) {
    if (name.empty()) name = name_of(e, ids);
  });
  return name;
}

/// All names among the values, in order.
std::vector<std::string> names(simdjson::simdjson_result<element> value, const Ids& ids) {
  std::vector<std::string> all;
  for_each_value(value, [&](element e) {
    std::string name = name_of(e, ids);
    if (!name.empty()) all.push_back(std::move(name));
  });
  return all;
}

/// Keywords are "a, b, c" in one string, or an array of strings.
std::vector<std::string> keywords_of(const object& node, const Ids& ids) {
  std::vector<std::string> all = names(node["keywords"], ids);
  if (all.size() != 1 || all[0].find(',') == std::string::npos) return all;
  std::vector<std::string> parts;
  const std::string joined = std::move(all[0]);
  for (std::size_t at = 0; at <= joined.size();) {
    const std::size_t comma = std::min(joined.find(',', at), joined.size());
    parts.push_back(joined.substr(at, comma - at));
    at = comma + 1;
  }
  return parts;
}

/// The first absolute address among the properties that may hold it.
std::string url_of(const object& node) {
  for (const char* key : {"url", "mainEntityOfPage", "@id"}) {
    element value;
    if (node[key].get(value) != simdjson::SUCCESS) continue;
    std::string_view url = string_of(value);
    object page;
    if (url.empty() && value.get(page) == simdjson::SUCCESS) url = string_of(page["@id"]);
    if (url.starts_with("http")) return std::string(url);
  }
  return {};
}

/// Reads the fields of an object.
JsonLdArticle article_of(const object& node, int rank, const Ids& ids) {
  JsonLdArticle article;
  article.rank = rank;
  article.headline = string_of(node["headline"]);
  article.name = string_of(node["name"]);
  article.description = string_of(node["description"]);
  article.article_body = string_of(node["articleBody"]);
  article.date_published = string_of(node["datePublished"]);
  article.date_modified = string_of(node["dateModified"]);
  article.section = first_name(node["articleSection"], ids);
  article.url = url_of(node);
  article.language = first_name(node["inLanguage"], ids);
  article.publisher = first_name(node["publisher"], ids);
  article.authors = names(node["author"], ids);
  if (article.authors.empty()) article.authors = names(node["creator"], ids);
  article.keywords = keywords_of(node, ids);
  return article;
}

/// How many of the four fields that matter most are stated.
int fields_in(const JsonLdArticle& a) {
  int fields = 0;
  for (const std::string* field : {&a.headline, &a.article_body, &a.date_published}) {
    fields += field->empty() ? 0 : 1;
  }
  return fields + (a.authors.empty() ? 0 : 1);
}

/// The walk over one document.
class Walk {
 public:
  /// Visits an object or the objects of an array.
  void visit(element value, int depth = 0) {
    if (depth > kMaxDepth) return;
    for_each_value(value, [&](element e) {
      object node;
      if (e.get(node) == simdjson::SUCCESS) visit_object(node, depth);
    });
  }

  /// The best article found. References are resolved only now, since they may point forwards.
  JsonLdArticle best() {
    JsonLdArticle result;
    for (const auto& [node, rank] : found_) {
      JsonLdArticle next = article_of(node, rank, ids_);
      if (std::pair(next.rank, fields_in(next)) > std::pair(result.rank, fields_in(result))) {
        result = std::move(next);
      }
    }
    return result;
  }

 private:
  void visit_object(const object& node, int depth) {
    const std::string_view id = string_of(node["@id"]);
    if (!id.empty() && !string_of(node["name"]).empty()) ids_.emplace(id, node);
    if (const int rank = rank_of(node); rank > 0) found_.emplace_back(node, rank);
    for (const char* key : {"@graph", "mainEntity", "mainEntityOfPage"}) {
      element inner;
      if (node[key].get(inner) == simdjson::SUCCESS) visit(inner, depth + 1);
    }
  }

  Ids ids_;                                    // objects that may be referred to
  std::vector<std::pair<object, int>> found_;  // articles and their ranks, in document order
};

/// The best article of one script.
JsonLdArticle article_in(const std::string& script, simdjson::dom::parser& parser) {
  element root;
  if (parser.parse(script).get(root) != simdjson::SUCCESS) {
    const std::string repaired = repair_json_ld(script);
    if (parser.parse(repaired).get(root) != simdjson::SUCCESS) return {};
    Walk walk;
    walk.visit(root);
    return walk.best();
  }
  Walk walk;
  walk.visit(root);
  return walk.best();
}

}  // namespace

JsonLdArticle find_json_ld_article(const std::vector<std::string>& scripts) {
  simdjson::dom::parser parser;
  JsonLdArticle best;
  for (const std::string& script : scripts) {
    JsonLdArticle next = article_in(script, parser);
    if (std::pair(next.rank, fields_in(next)) > std::pair(best.rank, fields_in(best))) {
      best = std::move(next);
    }
  }
  return best;
}

}  // namespace pullquote
