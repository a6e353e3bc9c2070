// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/formats/xml/feed_reader.h"

#include <algorithm>
#include <array>
#include <unordered_set>
#include <utility>

#include "indexer/decoding/charset.h"
#include "indexer/decoding/paragraphs.h"
#include "indexer/formats/article_fields.h"
#include "indexer/formats/article_id.h"
#include "indexer/formats/article_times.h"
#include "indexer/formats/field_text.h"
#include "indexer/formats/html_captions.h"
#include "indexer/formats/xml/xml_text.h"
#include "schema/analysis/ascii.h"

namespace pullquote {
namespace {

/// The families of namespaces that share element names.
enum class Family : std::uint8_t { Core, Content, DublinCore, Media, Other };

Family family_of(XmlElement element) {
  const std::string space = ascii_lower(element.space());
  if (space.empty() || space.find("atom") != space.npos || space.find("/rss") != space.npos) {
    if (space.find("modules/content") != space.npos) return Family::Content;
    return space.find("/mrss") != space.npos || space.find("media-rss") != space.npos
               ? Family::Media
               : Family::Core;
  }
  if (space.find("modules/content") != space.npos || space == "content") return Family::Content;
  if (space.find("purl.org/dc") != space.npos || space == "dc" || space == "dcterms") {
    return Family::DublinCore;
  }
  if (space.find("mrss") != space.npos || space == "media") return Family::Media;
  // Netscape's RSS 0.9 and UserLand's backend.
  if (space.find("rdf/simple/0.9") != space.npos || space.find("userland") != space.npos) {
    return Family::Core;
  }
  return Family::Other;
}

XmlElement child_of(XmlElement item, Family family, std::string_view name) {
  XmlElement child = item.first_child();
  while (child && (child.name() != name || family_of(child) != family)) child = child.next();
  return child;
}

/// The first of these that exists and isn't empty.
struct Wanted {
  Family family;
  std::string_view name;
};
template <std::size_t N>
XmlElement first_of(XmlElement item, const std::array<Wanted, N>& wanted) {
  for (const Wanted& each : wanted) {
    const XmlElement child = child_of(item, each.family, each.name);
    if (child && !single_line(child.text()).empty()) return child;
  }
  return {};
}

bool is_xhtml(XmlElement element) {
  const std::string type = ascii_lower(element.attribute("type"));
  if (ascii_lower(element.attribute("mode")) == "escaped") return false;
  return type == "xhtml" || type.find("xhtml+xml") != type.npos ||
         (element.first_child() &&
          element.first_child().space().find("xhtml") != std::string_view::npos);
}

/// The text of a construct that may be plain, escaped HTML or XHTML, as paragraphs. Captions in it
/// are added to `captions`.
std::string long_text(XmlElement element, std::vector<std::string>& captions) {
  if (!element) return {};
  if (is_xhtml(element) || element.first_child()) {
    for (std::string& caption : captions_below(element)) captions.push_back(std::move(caption));
    return flowing_text(element);
  }
  SplitHtml split = split_captions(element.text());
  for (std::string& caption : split.captions) captions.push_back(std::move(caption));
  Article scratch;
  assign_field(scratch, ArticleField::Body, {clean_value(split.html)});
  return scratch.body;
}

/// A title: markup in it is resolved unless the feed says that it is plain text.
std::string short_text(XmlElement element) {
  if (!element) return {};
  if (is_xhtml(element) || element.first_child()) return line_of(element);
  const std::string type = ascii_lower(element.attribute("type"));
  if (type == "text") return single_line(clean_utf8(element.text()));
  return single_line(clean_value(element.text()));
}

/// "desk@paper.example (Ana Lund)" -> "Ana Lund"; a bare address is no name.
std::string person_of(std::string text) {
  text = single_line(text);
  const std::size_t open = text.find('(');
  if (text.find('@') != text.npos && open != text.npos && text.ends_with(')')) {
    return text.substr(open + 1, text.size() - open - 2);
  }
  const bool is_address = text.find('@') != text.npos && text.find(' ') == text.npos;
  return is_address ? std::string() : text;
}

class Item {
 public:
  Item(XmlElement item, XmlElement channel) : item_(item), channel_(channel) {}

  Article article() const {
    Article article;
    article.headline = short_text(first_of(
        item_, std::array{Wanted{Family::Core, "title"}, Wanted{Family::DublinCore, "title"},
                          Wanted{Family::Media, "title"}}));
    read_text(article);
    article.url = link();
    article.id = id(article.url);
    article.source = source();
    read_people(article);
    read_times(article);
    read_media(article);
    assign_field(article, ArticleField::Keywords, keywords());
    article.language = language();
    return article;
  }

  /// Why the item is none that was published; empty when it was (WordPress's export).
  std::string refusal() const {
    const std::string type = line_of(item_.child("post_type"));
    if (!type.empty() && type != "post" && type != "page") return "not an article";
    const std::string status = line_of(item_.child("status"));
    const bool is_wordpress = !type.empty() && !status.empty();
    return is_wordpress && status != "publish" && status != "inherit" ? "not published" : "";
  }

 private:
  void read_text(Article& article) const {
    const XmlElement full = first_of(
        item_, std::array{Wanted{Family::Content, "encoded"}, Wanted{Family::Core, "content"},
                          Wanted{Family::Other, "body"}, Wanted{Family::Other, "div"},
                          Wanted{Family::Other, "full-text"}, Wanted{Family::Other, "fulltext"},
                          Wanted{Family::Core, "fulltext"}, Wanted{Family::Core, "body"}});
    const XmlElement summary = first_of(
        item_, std::array{Wanted{Family::Core, "description"}, Wanted{Family::Core, "summary"},
                          Wanted{Family::DublinCore, "description"},
                          Wanted{Family::DublinCore, "abstract"}, Wanted{Family::Other, "summary"},
                          Wanted{Family::Other, "encoded"},  // WordPress's excerpt
                          Wanted{Family::Media, "description"}});
    // Atom's content may be somewhere else ("src") or no text at all.
    const std::string type = full ? ascii_lower(full.attribute("type")) : std::string();
    const bool is_coded = full && ascii_lower(full.attribute("mode")) == "base64";
    const bool is_text = type.empty() || type.find('/') == type.npos || type.starts_with("text/") ||
                         type.find("xml") != type.npos || type.find("html") != type.npos;
    if (full && is_text && !is_coded) article.body = long_text(full, article.captions);
    if (article.body.empty()) {
      article.body = long_text(summary, article.captions);
    } else {
      std::vector<std::string> ignored;
      article.standfirst = single_line(long_text(summary, ignored));
    }
  }

  /// The page itself rather than a service's detour to it.
  std::string link() const {
    std::string found;
    std::string rank_of_found = "z";
    for_each_child(item_, [&](XmlElement child) {
      std::string rank;
      std::string target;
      if (child.name() == "origLink") {
        rank = "a";
        target = child.text();
      } else if (child.name() == "link" && family_of(child) == Family::Core) {
        rank = rank_of_link(child);
        target = child.attribute("href");
        if (target.empty()) target = child.text();
      }
      target = single_line(clean_utf8(target));
      if (target.empty() || rank.empty() || rank >= rank_of_found) return;
      rank_of_found = rank;
      found = child.resolve(target, base());
    });
    if (!found.empty()) return found;
    const XmlElement guid = child_of(item_, Family::Core, "guid");
    const std::string permalink = guid ? single_line(guid.text()) : std::string();
    const bool is_link = guid && ascii_lower(guid.attribute("isPermaLink")) != "false";
    if (is_link && permalink.starts_with("http")) return permalink;
    const std::string about = item_.attribute("about");
    return about.starts_with("http") ? about : std::string();
  }

  /// "" for links to something else than the article.
  static std::string rank_of_link(XmlElement link) {
    const std::string rel = ascii_lower(link.attribute("rel"));
    const std::string type = ascii_lower(link.attribute("type"));
    if (!rel.empty() && rel != "alternate") return {};
    return type.empty() || type.find("html") != type.npos ? "b" : "c";
  }

  /// Where relative links start from, unless xml:base says otherwise.
  std::string base() const {
    std::string found;
    for_each_child(channel_, [&](XmlElement child) {
      if (child.name() != "link") return;
      std::string target = child.attribute("href");
      if (target.empty()) target = child.text();
      target = single_line(target);
      const std::string rel = ascii_lower(child.attribute("rel"));
      const bool is_page = rel.empty() || rel == "alternate";
      if (target.starts_with("http") && (found.empty() || is_page)) found = target;
    });
    return found;
  }

  std::string id(const std::string& url) const {
    const XmlElement stated =
        first_of(item_, std::array{Wanted{Family::Core, "guid"}, Wanted{Family::Core, "id"},
                                   Wanted{Family::DublinCore, "identifier"}});
    if (stated) return line_of(stated);
    return url.empty() ? item_.attribute("about") : std::string();
  }

  std::string source() const {
    // The feed that an item was taken from.
    const XmlElement origin = child_of(item_, Family::Core, "source");
    if (origin) {
      const XmlElement title = origin.child("title");
      if (std::string name = short_text(title ? title : origin); !name.empty()) return name;
    }
    const XmlElement publisher =
        first_of(item_, std::array{Wanted{Family::DublinCore, "publisher"}});
    if (publisher) return line_of(publisher);
    const XmlElement title = child_of(channel_, Family::Core, "title");
    return title ? short_text(title) : line_of(channel_.child("title"));
  }

  void read_people(Article& article) const {
    std::vector<std::string> names;
    std::unordered_set<std::string> seen;
    const auto add = [&](XmlElement person) {
      const XmlElement name = person.child("name");
      std::string found = person_of(clean_value((name ? name : person).text()));
      if (!found.empty() && seen.insert(found).second) names.push_back(std::move(found));
    };
    for_each_child(item_, [&](XmlElement child) {
      const bool is_person = child.name() == "creator" || child.name() == "author";
      if (is_person && family_of(child) != Family::Media) add(child);
    });
    if (names.empty()) {
      for_each_child(channel_, [&](XmlElement child) {
        if (child.name() == "author" && child.child("name")) add(child);
      });
    }
    assign_field(article, ArticleField::Byline, std::move(names));
  }

  void read_times(Article& article) const {
    const auto time = [&](std::string_view name) { return line_of(item_.child(name)); };
    const auto published =
        first_date({time("pubDate"), time("published"), time("issued"), time("date"),
                    time("created"), time("post_date_gmt"), time("pubdate")});
    set_times(article, published, first_date({time("updated"), time("modified")}));
  }

  void read_media(Article& article) const {
    std::vector<std::string> captions = article.captions;
    std::vector<std::string> credits;
    const auto read = [&](XmlElement media) {
      for_each_child(media, [&](XmlElement child) {
        if (family_of(child) != Family::Media) return;
        if (child.name() == "credit") credits.push_back(single_line(clean_value(child.text())));
        if (child.name() == "description" || child.name() == "text") {
          captions.push_back(single_line(clean_value(child.text())));
        }
      });
    };
    for_each_child(item_, [&](XmlElement child) {
      if (family_of(child) != Family::Media) return;
      if (child.name() == "content" || child.name() == "thumbnail") read(child);
      if (child.name() == "group") {
        read(child);
        for_each_child(child, read);
      }
      if (child.name() == "credit") credits.push_back(single_line(clean_value(child.text())));
    });
    assign_field(article, ArticleField::Captions, std::move(captions));
    assign_field(article, ArticleField::Credits, std::move(credits));
  }

  std::vector<std::string> keywords() const {
    std::vector<std::string> words;
    for_each_child(item_, [&](XmlElement child) {
      if (child.name() != "category" && child.name() != "subject") return;
      std::string word = child.attribute("label");
      if (word.empty()) word = child.attribute("term");
      if (word.empty()) word = child.text();
      words.push_back(single_line(clean_value(word)));
    });
    if (const XmlElement list = child_of(item_, Family::Media, "keywords")) {
      words.push_back(line_of(list));
    }
    return words;
  }

  std::string language() const {
    Article scratch;
    for (const std::string& label :
         {line_of(item_.child("language")), item_.language(), line_of(channel_.child("language")),
          channel_ ? channel_.language() : std::string()}) {
      if (assign_field(scratch, ArticleField::Language, {label})) return scratch.language;
    }
    return {};
  }

  XmlElement item_;
  XmlElement channel_;
};

/// The element that describes the feed.
XmlElement channel_of(const XmlContext& context) {
  if (!context.tree) return {};
  const XmlElement root = context.tree->root();
  const XmlElement channel = root.child("channel");
  return channel ? channel : root;
}

}  // namespace

void read_feed_item(XmlRecordParser& xml, const RawRecord& record, const RecordSink& sink) {
  const auto parsed = xml.parse(record);
  if (const auto* message = std::get_if<std::string>(&parsed)) {
    return sink(reject(record, "invalid XML", *message));
  }
  const auto& found = std::get<XmlRecordParser::Record>(parsed);
  const Item item(found.element, channel_of(found.context));
  if (std::string refusal = item.refusal(); !refusal.empty()) {
    return sink(reject(record, std::move(refusal), line_of(found.element.child("title"))));
  }
  ParsedArticle result;
  result.format = to_string(record.format);
  result.article = item.article();
  sink(std::move(result));
}

}  // namespace pullquote
