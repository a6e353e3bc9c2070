// SPDX-License-Identifier: GPL-3.0-or-later
/// IPTC ninjs. Version 1 has its texts in members of their own (headline, body_xhtml), 2 and 3 in
/// lists with a role (headlines, bodies); 3 writes names in camel case. Names are therefore looked
/// up in lower case without underscores.
#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "indexer/formats/article_fields.h"
#include "indexer/formats/article_id.h"
#include "indexer/formats/article_times.h"
#include "indexer/formats/field_text.h"
#include "indexer/formats/html_captions.h"
#include "indexer/formats/json/json_dialects.h"
#include "indexer/formats/json/json_values.h"
#include "indexer/formats/publication_status.h"
#include "indexer/formats/xml/nitf_reader.h"
#include "schema/analysis/ascii.h"

namespace pullquote {
namespace {

namespace dom = simdjson::dom;

/// A member by its name, however it is written; a null element when there is none.
std::optional<dom::element> member(dom::element value, std::string_view name) {
  dom::object object;
  if (value.get(object) != simdjson::SUCCESS) return std::nullopt;
  dom::element found;
  if (object.at_key(name).get(found) == simdjson::SUCCESS) return found;
  for (const auto& [key, each] : object) {
    if (key.size() <= 32 && normalize_field_name(key) == name) return each;
  }
  return std::nullopt;
}

std::vector<std::string> texts(dom::element value, std::string_view name) {
  std::vector<std::string> all;
  const auto found = member(value, name);
  if (!found || !append_texts(*found, JsonNumbers::Accepted, all)) return {};
  return all;
}

std::string text(dom::element value, std::string_view name) {
  std::vector<std::string> all = texts(value, name);
  return all.empty() ? std::string() : std::move(all.front());
}

/// The string itself, markup and all.
std::string_view raw_text(dom::element value, std::string_view name) {
  const auto found = member(value, name);
  std::string_view raw;
  return found && found->get(raw) == simdjson::SUCCESS ? raw : std::string_view();
}

template <class Visit>
void for_each_element(dom::element value, std::string_view name, Visit visit) {
  const auto found = member(value, name);
  if (!found) return;
  dom::array array;
  dom::object object;
  if (found->get(array) == simdjson::SUCCESS) {
    for (dom::element each : array) visit(each);
  } else if (found->get(object) == simdjson::SUCCESS) {  // associations of version 1
    for (const auto& [key, each] : object) visit(each);
  }
}

std::string role_of(dom::element value) {
  return ascii_lower(text(value, "role"));
}

class Item {
 public:
  explicit Item(dom::element item) : item_(item) {}

  std::string type() const { return ascii_lower(text(item_, "type")); }
  std::string status() const { return text(item_, "pubstatus"); }
  std::string id() const { return text(item_, "uri"); }
  std::uint64_t version() const { return version_of(text(item_, "version")); }
  std::optional<Timestamp> revised() const { return first_date({text(item_, "versioncreated")}); }
  bool is_event() const { return member(item_, "eventdetails").has_value(); }

  Article article() const {
    Article article;
    article.id = id();
    if (article.id.starts_with("http")) article.url = article.id;
    read_body(article);
    read_headlines(article);
    read_descriptions(article);
    read_people(article);
    read_pictures(article);
    assign_field(article, ArticleField::Language, texts(item_, "language"));
    assign_field(article, ArticleField::Keywords, keywords());
    set_times(article,
              first_date({text(item_, "firstcreated"), text(item_, "versioncreated"),
                          text(item_, "contentcreated")}),
              first_date({text(item_, "versioncreated"), text(item_, "contentmodified")}));
    return article;
  }

 private:
  /// HTML has paragraphs and goes before plain text.
  void read_body(Article& article) const {
    std::string_view html = raw_text(item_, "bodyxhtml");
    if (html.empty()) html = raw_text(item_, "bodyhtml");
    std::string_view plain = raw_text(item_, "bodytext");
    std::string_view nitf = raw_text(item_, "bodynitf");
    for_each_element(item_, "bodies", [&](dom::element body) {
      const std::string kind = ascii_lower(text(body, "contenttype")) + " " + role_of(body);
      const std::string_view value = raw_text(body, "value");
      std::string_view& into = kind.find("nitf") != kind.npos   ? nitf
                               : kind.find("html") != kind.npos ? html
                                                                : plain;
      if (into.empty()) into = value;
    });
    if (!html.empty() && set_body(article, html)) return;
    if (!nitf.empty() && set_nitf(article, nitf)) return;
    set_body(article, plain);
  }

  static bool set_body(Article& article, std::string_view value) {
    SplitHtml split = split_captions(value);
    article.captions = std::move(split.captions);
    return assign_field(article, ArticleField::Body, {clean_value(split.html)});
  }

  /// Of a whole document, or of its content alone.
  static bool set_nitf(Article& article, std::string_view value) {
    XmlRecordParser xml;
    RawRecord record;
    const std::size_t document = value.find("<nitf");
    const std::size_t content = value.find("<body.content");
    if (document != value.npos) {
      record.bytes = value.substr(document);
    } else if (content != value.npos) {
      record.bytes = "<nitf><body>" + std::string(value.substr(content)) + "</body></nitf>";
    } else {
      return false;
    }
    const auto parsed = xml.parse(record);
    if (std::holds_alternative<std::string>(parsed)) return false;
    read_nitf(std::get<XmlRecordParser::Record>(parsed).element, article);
    return !article.body.empty();
  }

  void read_headlines(Article& article) const {
    const std::string of_nitf = std::exchange(article.headline, {});
    std::string other;
    for_each_element(item_, "headlines", [&](dom::element headline) {
      const std::string role = role_of(headline);
      std::string& into = role.empty() || role == "main" ? article.headline : other;
      if (into.empty()) into = text(headline, "value");
    });
    for (std::string candidate : {std::exchange(article.headline, {}), text(item_, "headline"),
                                  other, text(item_, "title"), of_nitf}) {
      if (assign_field(article, ArticleField::Headline, {std::move(candidate)})) return;
    }
  }

  void read_descriptions(Article& article) const {
    std::string summary = text(item_, "descriptiontext");
    if (summary.empty()) summary = text(item_, "descriptionhtml");
    for_each_element(item_, "descriptions", [&](dom::element description) {
      const std::string role = role_of(description);
      const bool is_summary = role.empty() || role == "text" || role == "lead" ||
                              role == "summary" || role == "abstract" || role == "drol:summary";
      if (is_summary && summary.empty()) summary = text(description, "value");
      if (role == "creditline") article.credits.push_back(text(description, "value"));
    });
    if (!summary.empty()) assign_field(article, ArticleField::Standfirst, {std::move(summary)});
  }

  void read_people(Article& article) const {
    for (std::string_view name : {"byline", "by"}) {
      if (assign_field(article, ArticleField::Byline, texts(item_, name))) break;
    }
    for (std::string_view name : {"source", "provider", "infosources", "copyrightholder"}) {
      if (assign_field(article, ArticleField::Source, texts(item_, name))) break;
    }
  }

  std::vector<std::string> keywords() const {
    std::vector<std::string> words = texts(item_, "keywords");
    for (std::string_view name : {"subject", "subjects"}) {
      for_each_element(item_, name,
                       [&](dom::element subject) { words.push_back(text(subject, "name")); });
    }
    return words;
  }

  /// Captions and credits of the pictures that go with the text.
  void read_pictures(Article& article) const {
    std::vector<std::string> captions = article.captions;
    for_each_element(item_, "associations", [&](dom::element other) {
      if (ascii_lower(text(other, "type")) != "picture") return;
      std::string caption = text(other, "descriptiontext");
      for_each_element(other, "descriptions", [&](dom::element description) {
        const std::string role = role_of(description);
        const bool is_caption = role.empty() || role == "caption" || role == "text";
        if (is_caption && caption.empty()) caption = text(description, "value");
      });
      captions.push_back(std::move(caption));
      for (std::string_view name : {"byline", "by"}) {
        for (std::string& credit : texts(other, name)) article.credits.push_back(std::move(credit));
      }
    });
    assign_field(article, ArticleField::Captions, std::move(captions));
    assign_field(article, ArticleField::Credits, std::exchange(article.credits, {}));
  }

  dom::element item_;
};

}  // namespace

void read_ninjs(dom::element root, const RawRecord& record, const RecordSink& sink) {
  const Item item(root);
  if (is_withdrawn(item.status())) {
    const std::string url = canonical_url(item.id());  // the id that the article got by its URL
    return sink(withdrawal(record, url.empty() ? item.id() : url, item.version(), item.revised(),
                           item.status()));
  }
  const std::string type = item.type();
  const bool is_text = type.empty() ? !item.is_event() : type == "text" || type == "composite";
  if (!is_text) {
    return sink(
        reject(record, "not a text item", (type.empty() ? "event" : type) + " " + item.id()));
  }
  ParsedArticle parsed;
  parsed.format = to_string(InputFormat::Ninjs);
  parsed.article = item.article();
  parsed.version = item.version();
  sink(std::move(parsed));
}

}  // namespace pullquote
