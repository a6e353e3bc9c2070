// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/formats/xml/newsml_reader.h"

#include <utility>

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

class Item {
 public:
  explicit Item(XmlElement item)
      : item_(item),
        identifier_(item.at("Identification/NewsIdentifier")),
        management_(item.child("NewsManagement")) {}

  std::string status() const { return management_.child("Status").attribute("FormalName"); }

  bool is_deleted() const {
    const std::string instruction =
        ascii_lower(management_.child("Instruction").attribute("FormalName"));
    return is_withdrawn(status()) || instruction == "delete" || instruction == "cancel";
  }

  std::uint64_t version() const { return version_of(line_of(identifier_.child("RevisionId"))); }

  /// urn:newsml:PROVIDER:DATE:ITEM, the public identifier without its revision.
  std::string id() const {
    const std::string provider = line_of(identifier_.child("ProviderId"));
    const std::string date = line_of(identifier_.child("DateId"));
    const std::string item = line_of(identifier_.child("NewsItemId"));
    if (!provider.empty() && !item.empty())
      return "urn:newsml:" + provider + ":" + date + ":" + item;
    return line_of(identifier_.child("PublicIdentifier"));
  }

  std::optional<Timestamp> revised() const {
    return first_date({line_of(management_.child("ThisRevisionCreated"))});
  }

  Article article() {
    Article article;
    article.id = id();
    set_times(article, first_date({line_of(management_.child("FirstCreated"))}), revised());
    std::string dateline;
    for_each_descendant(item_, "NewsLines",
                        [&](XmlElement lines) { read_lines(lines, article, dateline); });
    read_descriptions(article);
    for_each_descendant(item_, "NewsComponent",
                        [&](XmlElement component) { read_component(component, article); });
    put_dateline(article, dateline);
    if (article.headline.empty()) {
      article.headline = line_of(item_.at("Identification/NameLabel"));
    }
    assign_field(article, ArticleField::Captions, std::move(captions_));
    return article;
  }

  /// The media types of the content, for a rejection.
  std::string media() const {
    std::string all;
    for_each_descendant(item_, "MediaType", [&](XmlElement type) {
      const std::string name = type.attribute("FormalName");
      const bool has_room = all.size() < 80;
      if (has_room && all.find(name) == all.npos) all += (all.empty() ? "" : ", ") + name;
    });
    return all;
  }

 private:
  static void read_lines(XmlElement lines, Article& article, std::string& dateline) {
    const auto fill = [&](std::string& into, const char* name) {
      if (into.empty()) into = line_of(lines.child(name));
    };
    fill(article.headline, "HeadLine");
    fill(article.standfirst, "SubHeadLine");
    fill(dateline, "DateLine");
    if (article.byline.empty()) {
      assign_field(article, ArticleField::Byline, {line_of(lines.child("ByLine"))});
    }
    const std::string credit = line_of(lines.child("CreditLine"));
    if (!credit.empty() && article.credits.empty()) article.credits.push_back(credit);
  }

  void read_descriptions(Article& article) const {
    std::vector<std::string> words;
    for (const char* role : {"Provider", "Source"}) {
      for_each_descendant(item_, role, [&](XmlElement party) {
        const XmlElement named = party.child("Party");
        if (article.source.empty() && named)
          article.source = single_line(named.attribute("FormalName"));
      });
    }
    if (article.source.empty()) article.source = line_of(identifier_.child("ProviderId"));
    for_each_descendant(item_, "Language", [&](XmlElement language) {
      if (!article.language.empty()) return;
      assign_field(article, ArticleField::Language, {language.attribute("FormalName")});
    });
    if (article.language.empty()) {
      assign_field(article, ArticleField::Language, {item_.language()});
    }
    for_each_descendant(item_, "Property", [&](XmlElement property) {
      const bool is_word = ascii_lower(property.attribute("FormalName")) == "keyword";
      if (is_word) words.push_back(single_line(property.attribute("Value")));
    });
    for_each_descendant(item_, "KeywordLine",
                        [&](XmlElement line) { words.push_back(line_of(line)); });
    assign_field(article, ArticleField::Keywords, std::move(words));
  }

  /// The content of one component, that of the components in it left to them.
  void read_component(XmlElement component, Article& article) {
    const std::string role = ascii_lower(component.child("Role").attribute("FormalName"));
    const bool is_caption = role.find("caption") != role.npos;
    std::string text;
    for_each_child(component, [&](XmlElement child) {
      if (child.name() == "ContentItem" && text.empty()) text = content_of(child, article);
    });
    if (text.empty()) return;
    if (is_caption) {
      captions_.push_back(single_line(text));
    } else if (article.body.empty()) {
      article.body = text;
    } else if (!is_one_of_several(component) && text != article.body) {
      article.body += "\n\n" + text;
    }
  }

  /// Whether the component says the same as others beside it.
  static bool is_one_of_several(XmlElement component) {
    const XmlElement parent = component.parent();
    return parent && ascii_lower(parent.attribute("EquivalentsList")) == "yes";
  }

  static std::string content_of(XmlElement content, Article& article) {
    const std::string type = ascii_lower(content.child("MediaType").attribute("FormalName"));
    if (!type.empty() && type.find("text") == type.npos) return {};
    XmlElement data = content.child("DataContent");
    if (!data) data = content.at("Encoding/DataContent");
    if (!data) return {};
    if (const XmlElement nitf = data.child("nitf")) {
      Article inner;
      read_nitf(nitf, inner);
      std::string text = std::exchange(inner.body, {});
      inner.id.clear();
      fill_missing(article, inner);
      return text;
    }
    if (const XmlElement html = data.child("html")) {
      const XmlElement body = html.child("body");
      return flowing_text(body ? body : html);
    }
    if (data.first_child()) return flowing_text(data);
    Article scratch;
    assign_field(scratch, ArticleField::Body, {clean_value(data.text())});
    return scratch.body;
  }

  XmlElement item_;
  XmlElement identifier_;
  XmlElement management_;
  std::vector<std::string> captions_;
};

}  // namespace

void read_newsml_item(XmlRecordParser& xml, const RawRecord& record, const RecordSink& sink) {
  const auto parsed = xml.parse(record);
  if (const auto* message = std::get_if<std::string>(&parsed)) {
    return sink(reject(record, "invalid XML", *message));
  }
  Item item(std::get<XmlRecordParser::Record>(parsed).element);
  if (item.is_deleted()) {
    return sink(withdrawal(record, item.id(), item.version(), item.revised(), item.status()));
  }
  ParsedArticle result;
  result.format = to_string(InputFormat::NewsMl);
  result.article = item.article();
  result.version = item.version();
  const std::string media = item.media();
  const bool has_text = media.empty() || ascii_lower(media).find("text") != std::string::npos;
  if (result.article.body.empty() && !has_text) {
    return sink(reject(record, "not a text item", media + " " + item.id()));
  }
  sink(std::move(result));
}

}  // namespace pullquote
