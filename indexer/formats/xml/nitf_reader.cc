// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/formats/xml/nitf_reader.h"

#include <algorithm>
#include <utility>

#include "indexer/decoding/paragraphs.h"
#include "indexer/formats/article_fields.h"
#include "indexer/formats/article_times.h"
#include "indexer/formats/publication_status.h"
#include "indexer/formats/xml/xml_text.h"
#include "schema/analysis/ascii.h"

namespace pullquote {
namespace {

std::string join(std::initializer_list<std::string> parts) {
  std::string all;
  for (const std::string& part : parts) {
    if (part.empty()) continue;
    if (!all.empty()) all += ", ";
    all += part;
  }
  return all;
}

/// The text of a byline without the author's title, unless there is nothing else.
std::string byline_of(XmlElement byline) {
  if (!byline) return {};
  std::string whole = line_of(byline);
  const std::string title = line_of(byline.child("byttl"));
  if (title.empty() || title == whole || !whole.ends_with(title)) return whole;
  whole.resize(whole.size() - title.size());
  while (!whole.empty() && (whole.back() == ' ' || whole.back() == ',')) whole.pop_back();
  return whole;
}

bool is_letter(char c) {
  return is_ascii_letter(c) || (c & 0x80) != 0;
}

/// "Sydney, Australia" of marked-up places, else the text without a machine's date ("20260304");
/// one for readers ("Sept 12") is part of the line.
std::string dateline_of(XmlElement dateline) {
  if (!dateline) return {};
  if (const XmlElement place = dateline.child("location")) {
    const std::string city = line_of(place.child("city"));
    const std::string region = line_of(place.child("region"));
    const std::string state = line_of(place.child("state"));
    const std::string country = line_of(place.child("country"));
    const std::string marked = join({city, region, state, country});
    if (!marked.empty()) return marked;
  }
  const XmlElement date = dateline.child("story.date");
  std::string text = line_of(dateline);
  const std::string stated = line_of(date);
  const bool is_machines = std::none_of(stated.begin(), stated.end(), is_letter);
  if (is_machines && text.ends_with(stated)) text.resize(text.size() - stated.size());
  return single_line(text);
}

std::string outlet_of(XmlElement nitf, XmlElement body_head) {
  const XmlElement docdata = nitf.at("head/docdata");
  for (std::string name :
       {nitf.at("head/pubdata").attribute("name"), line_of(body_head.child("distributor")),
        line_of(body_head.at("rights/rights.owner")),
        docdata.child("doc.copyright").attribute("holder"),
        docdata.child("doc.rights").attribute("owner"),
        docdata.child("doc-id").attribute("regsrc")}) {
    name = single_line(name);
    if (!name.empty()) return name;
  }
  return {};
}

std::optional<Timestamp> time_of(XmlElement nitf, XmlElement body_head) {
  const XmlElement docdata = nitf.at("head/docdata");
  return first_date({docdata.child("date.issue").attribute("norm"),
                     nitf.at("head/pubdata").attribute("date.publication"),
                     docdata.child("date.release").attribute("norm"),
                     body_head.at("dateline/story.date").attribute("norm")});
}

void read_keywords(XmlElement nitf, Article& article) {
  std::vector<std::string> words;
  for_each_descendant(nitf.at("head/docdata"), "keyword", [&](XmlElement keyword) {
    std::string word = keyword.attribute("key");
    words.push_back(word.empty() ? line_of(keyword) : single_line(word));
  });
  if (!words.empty()) assign_field(article, ArticleField::Keywords, std::move(words));
}

std::string section_of(XmlElement nitf) {
  const std::string stated = nitf.at("head/pubdata").attribute("position.section");
  if (!stated.empty()) return single_line(stated);
  std::string subject;
  for_each_child(nitf.at("head/tobject"), [&](XmlElement child) {
    if (subject.empty()) subject = child.attribute("tobject.subject.type");
  });
  return single_line(subject);
}

void read_pictures(XmlElement content, Article& article) {
  std::vector<std::string> credits;
  for_each_descendant(content, "media-producer",
                      [&](XmlElement producer) { credits.push_back(line_of(producer)); });
  for (std::string& caption : captions_below(content)) article.captions.push_back(caption);
  if (!credits.empty()) assign_field(article, ArticleField::Credits, std::move(credits));
}

}  // namespace

void read_nitf(XmlElement nitf, Article& article) {
  Article found;
  const XmlElement body = nitf.child("body");
  const XmlElement head = body.child("body.head");
  XmlElement headlines = head.child("hedline");
  if (!headlines) headlines = head.child("headline");
  found.headline = line_of(headlines.child("hl1"));
  if (found.headline.empty()) found.headline = line_of(headlines);
  if (found.headline.empty()) found.headline = line_of(nitf.at("head/title"));
  found.standfirst = single_line(flowing_text(head.child("abstract")));
  if (found.standfirst.empty()) found.standfirst = line_of(headlines.child("hl2"));
  assign_field(found, ArticleField::Byline, {byline_of(head.child("byline"))});
  found.source = outlet_of(nitf, head);
  found.published = time_of(nitf, head);
  found.section = section_of(nitf);
  read_keywords(nitf, found);
  std::string language = nitf.language();
  if (language.empty()) language = nitf.attribute("baselang");
  assign_field(found, ArticleField::Language, {language});
  found.id = single_line(nitf.at("head/docdata/doc-id").attribute("id-string"));

  const XmlElement content = body.child("body.content");
  read_pictures(content, found);
  found.body = flowing_text(content ? content : body,
                            [](XmlElement each) { return each.name() == "body.head"; });
  put_dateline(found, dateline_of(head.child("dateline")));
  fill_missing(article, found);
}

void read_nitf_document(XmlRecordParser& xml, const RawRecord& record, const RecordSink& sink) {
  const auto parsed = xml.parse(record);
  if (const auto* message = std::get_if<std::string>(&parsed)) {
    return sink(reject(record, "invalid XML", *message));
  }
  const XmlElement nitf = std::get<XmlRecordParser::Record>(parsed).element;
  ParsedArticle result;
  result.format = to_string(InputFormat::Nitf);
  read_nitf(nitf, result.article);
  const XmlElement docdata = nitf.at("head/docdata");
  const std::string other = docdata.attribute("management-doc-idref");
  const std::string status_of_other = docdata.attribute("management-idref-status");
  if (!other.empty() && is_withdrawn(status_of_other)) {
    sink(withdrawal(record, single_line(other), 0, result.article.published, status_of_other));
  }
  const std::string status = docdata.attribute("management-status");
  if (is_withdrawn(status)) {
    return sink(withdrawal(record, result.article.id, 0, result.article.published, status));
  }
  sink(std::move(result));
}

}  // namespace pullquote
