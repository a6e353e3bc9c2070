// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/formats/xml/newsml_g2_reader.h"

#include <algorithm>
#include <utility>

#include "indexer/decoding/html_fragment.h"
#include "indexer/decoding/paragraphs.h"
#include "indexer/formats/article_fields.h"
#include "indexer/formats/article_times.h"
#include "indexer/formats/field_text.h"
#include "indexer/formats/publication_status.h"
#include "indexer/formats/xml/nitf_reader.h"
#include "indexer/formats/xml/xml_text.h"
#include "schema/analysis/ascii.h"

namespace pullquote {
namespace {

/// The name of a party or concept: its <name>, else its literal, else the code behind its scheme,
/// else the host of its URI.
std::string party_name(XmlElement party) {
  if (!party) return {};
  for (std::string name : {line_of(party.child("name")), party.attribute("literal"),
                           code_of(party.attribute("qcode")), host_of(party.attribute("uri"))}) {
    name = single_line(name);
    if (!name.empty()) return name;
  }
  return {};
}

/// An attribute that is a code, whether given as QCode, URI or literal.
std::string code_in(XmlElement element) {
  if (!element) return {};
  for (const char* name : {"qcode", "uri", "literal"}) {
    const std::string value = element.attribute(name);
    if (!value.empty()) return value.substr(value.find_last_of(":/") + 1);
  }
  return {};
}

bool has_role(XmlElement element, std::initializer_list<std::string_view> roles) {
  const std::string role = ascii_lower(code_of(element.attribute("role")));
  return std::any_of(roles.begin(), roles.end(),
                     [&](std::string_view each) { return role.find(each) != role.npos; });
}

/// Parts of an HTML document that say again what the item says about itself.
bool is_page_frame(XmlElement element) {
  const std::string_view name = element.name();
  if (name == "footer" && element.parent().name() == "blockquote") return false;
  return name == "header" || name == "footer" || name == "nav" || name == "aside" || name == "time";
}

class Item {
 public:
  explicit Item(XmlElement item)
      : item_(item), meta_(item.child("itemMeta")), content_(item.child("contentMeta")) {}

  std::string status() const { return code_in(meta_.child("pubStatus")); }
  std::string item_class() const { return ascii_lower(code_in(meta_.child("itemClass"))); }
  std::string id() const { return single_line(item_.attribute("guid")); }
  std::uint64_t version() const { return version_of(item_.attribute("version")); }

  std::optional<Timestamp> revised() const {
    return first_date({line_of(meta_.child("versionCreated"))});
  }

  Article article() const {
    Article article;
    article.id = id();
    read_texts(article);
    read_people(article);
    set_times(
        article,
        first_date({line_of(meta_.child("firstCreated")), line_of(meta_.child("versionCreated")),
                    line_of(content_.child("contentCreated"))}),
        first_date(
            {line_of(meta_.child("versionCreated")), line_of(content_.child("contentModified"))}));
    const std::string language = content_.child("language").attribute("tag");
    assign_field(article, ArticleField::Language, {language.empty() ? item_.language() : language});
    assign_field(article, ArticleField::Keywords, keywords());
    read_content(article);
    put_dateline(article, line_of(content_.child("dateline")));
    if (article.headline.empty()) article.headline = line_of(content_.child("slugline"));
    return article;
  }

  bool has_content() const { return static_cast<bool>(item_.child("contentSet")); }

 private:
  void read_texts(Article& article) const {
    std::string other;  // "short", "medium": the headline for a small screen
    for_each_child(content_, [&](XmlElement child) {
      if (child.name() == "headline") {
        const bool is_sub = has_role(child, {"sub", "deck", "secondary"});
        const bool is_main =
            child.attribute("role").empty() || has_role(child, {"main", "headline"});
        std::string& into = is_sub ? article.standfirst : is_main ? article.headline : other;
        if (into.empty()) into = line_of(child);
      } else if (child.name() == "description" &&
                 has_role(child, {"summary", "lead", "abstract", "standfirst", "teaser"})) {
        if (std::string text = line_of(child); !text.empty()) article.standfirst = text;
      }
    });
    if (article.headline.empty()) article.headline = other;
    if (article.standfirst == article.headline) article.standfirst.clear();
  }

  void read_people(Article& article) const {
    article.source = party_name(meta_.child("provider"));
    std::vector<std::string> credits;
    std::vector<std::string> names;
    for_each_child(content_, [&](XmlElement child) {
      if (child.name() == "creditline") credits.push_back(line_of(child));
      if (child.name() == "infoSource") {
        std::string name = party_name(child);
        const bool is_named = !single_line(child.attribute("uri")).empty()
                                  ? static_cast<bool>(child.child("name"))
                                  : true;
        if (is_named && name != article.source) credits.push_back(std::move(name));
      }
      if (child.name() == "creator") names.push_back(line_of(child.child("name")));
    });
    assign_field(article, ArticleField::Credits, std::move(credits));
    if (!assign_field(article, ArticleField::Byline, {line_of(content_.child("by"))})) {
      std::erase(names, article.source);
      assign_field(article, ArticleField::Byline, std::move(names));
    }
  }

  std::vector<std::string> keywords() const {
    std::vector<std::string> words;
    for_each_child(content_, [&](XmlElement child) {
      if (child.name() == "keyword") words.push_back(line_of(child));
      if (child.name() == "subject") words.push_back(line_of(child.child("name")));
    });
    return words;
  }

  void read_content(Article& article) const {
    const XmlElement set = item_.child("contentSet");
    for_each_child(set, [&](XmlElement child) {
      if (!article.body.empty()) return;  // other renditions of the same
      if (child.name() == "inlineXML") read_xml(child, article);
      if (child.name() == "inlineData") read_data(child, article);
    });
  }

  static void read_xml(XmlElement inline_xml, Article& article) {
    const XmlElement root = inline_xml.first_child();
    if (!root) return;
    if (const XmlElement nitf = root.name() == "nitf" ? root : root.find("nitf")) {
      // Of the two ids and times the item's own are the ones that are kept.
      return read_nitf(nitf, article);
    }
    const XmlElement html = root.name() == "html" ? root : root.find("html");
    const bool is_fragment = root.space().find("xhtml") != std::string_view::npos;
    if (!html && !is_fragment) return;
    const XmlElement body = html ? html.child("body") : root;
    article.body = flowing_text(body ? body : html, is_page_frame);
    for (std::string& caption : captions_below(root)) article.captions.push_back(caption);
    if (article.headline.empty()) article.headline = line_of(root.at("head/title"));
  }

  static void read_data(XmlElement data, Article& article) {
    const std::string type = ascii_lower(data.attribute("contenttype"));
    const bool is_text =
        type.empty() || type.starts_with("text/") || type.find("html") != type.npos;
    if (!is_text || !data.attribute("encoding").empty()) return;
    assign_field(article, ArticleField::Body, {clean_value(data.text())});
  }

  XmlElement item_;
  XmlElement meta_;
  XmlElement content_;
};

}  // namespace

void read_g2_item(XmlRecordParser& xml, const RawRecord& record, const RecordSink& sink) {
  const auto parsed = xml.parse(record);
  if (const auto* message = std::get_if<std::string>(&parsed)) {
    return sink(reject(record, "invalid XML", *message));
  }
  const XmlElement element = std::get<XmlRecordParser::Record>(parsed).element;
  const Item item(element);
  if (is_withdrawn(item.status())) {
    return sink(withdrawal(record, item.id(), item.version(), item.revised(), item.status()));
  }
  if (element.name() != "newsItem") {
    return sink(reject(record, "not a news item", std::string(element.name()) + " " + item.id()));
  }
  const std::string kind = item.item_class();
  if (!kind.empty() && kind != "text" && kind != "composite") {
    return sink(reject(record, "not a text item", kind + " " + item.id()));
  }
  ParsedArticle result;
  result.format = to_string(InputFormat::NewsMlG2);
  result.article = item.article();
  result.version = item.version();
  if (result.article.body.empty() && kind == "composite") {
    return sink(reject(record, "not a text item", "composite item without text " + item.id()));
  }
  sink(std::move(result));
}

}  // namespace pullquote
