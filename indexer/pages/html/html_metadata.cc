// SPDX-License-Identifier: GPL-3.0-or-later
/// A table maps the names of meta elements to a meaning and a priority; one pass over the nodes
/// collects the values by meaning. Then each field takes the value of the best priority, or all
/// values in that order.
///
/// The names come from OpenGraph (ogp.me), Dublin Core, schema.org microdata and the tags that
/// analytics vendors ask for (Parse.ly, Sailthru, Cxense and the like). Priorities say how often
/// a name holds what it promises on news pages: article:published_time is a time of publication
/// (0), "date" may be the day on which the page was made (4).
#include "indexer/pages/html/html_metadata.h"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <utility>

#include "indexer/decoding/html_ascii.h"
#include "indexer/decoding/html_text.h"

namespace pullquote::html {
namespace {

/// The fields that meta elements state.
enum class Meaning : std::uint8_t {
  Title,
  SiteName,
  Description,
  Section,
  Url,
  Published,
  Modified,
  Author,
  Keywords,
  Tag,
  Locale  ///< the language of the page
};
constexpr std::size_t kMeanings = static_cast<std::size_t>(Meaning::Locale) + 1;

/// What a name means, and how far it is trusted.
struct Row {
  Meaning meaning;
  std::uint8_t priority;  // smaller is trusted more
};

/// Rows by name.
using Names = std::unordered_map<std::string_view, Row>;

/// Names and properties of meta elements and of microdata, in lower case.
const Names& meta_names() {
  static const Names names = {
      {"og:title", {Meaning::Title, 0}},
      {"twitter:title", {Meaning::Title, 1}},
      {"sailthru.title", {Meaning::Title, 1}},
      {"parsely-title", {Meaning::Title, 1}},
      {"dc.title", {Meaning::Title, 2}},
      {"dcterms.title", {Meaning::Title, 2}},
      {"hdl", {Meaning::Title, 2}},
      {"title", {Meaning::Title, 3}},
      {"og:site_name", {Meaning::SiteName, 0}},
      {"application-name", {Meaning::SiteName, 1}},
      {"apple-mobile-web-app-title", {Meaning::SiteName, 1}},
      {"dc.publisher", {Meaning::SiteName, 2}},
      {"description", {Meaning::Description, 1}},
      {"og:description", {Meaning::Description, 0}},
      {"twitter:description", {Meaning::Description, 2}},
      {"dc.description", {Meaning::Description, 3}},
      {"article:section", {Meaning::Section, 0}},
      {"parsely-section", {Meaning::Section, 1}},
      {"section", {Meaning::Section, 2}},
      {"og:url", {Meaning::Url, 1}},
      {"article:published_time", {Meaning::Published, 0}},
      {"og:article:published_time", {Meaning::Published, 0}},
      {"article:published", {Meaning::Published, 0}},
      {"article.published", {Meaning::Published, 0}},
      {"datepublished", {Meaning::Published, 1}},
      {"og:published_time", {Meaning::Published, 1}},
      {"parsely-pub-date", {Meaning::Published, 2}},
      {"sailthru.date", {Meaning::Published, 2}},
      {"bt:pubdate", {Meaning::Published, 2}},
      {"cxenseparse:recs:publishtime", {Meaning::Published, 2}},
      {"ptime", {Meaning::Published, 2}},
      {"pdate", {Meaning::Published, 2}},
      {"pubdate", {Meaning::Published, 2}},
      {"publishdate", {Meaning::Published, 2}},
      {"publish-date", {Meaning::Published, 2}},
      {"publish_date", {Meaning::Published, 2}},
      {"publication_date", {Meaning::Published, 2}},
      {"publication-date", {Meaning::Published, 2}},
      {"published_time", {Meaning::Published, 2}},
      {"published", {Meaning::Published, 2}},
      {"pub_date", {Meaning::Published, 2}},
      {"originalpublicationdate", {Meaning::Published, 2}},
      {"article_date_original", {Meaning::Published, 2}},
      {"dc.date.issued", {Meaning::Published, 3}},
      {"dcterms.issued", {Meaning::Published, 3}},
      {"dcterms.created", {Meaning::Published, 3}},
      {"dcterms.date", {Meaning::Published, 3}},
      {"dc.date.created", {Meaning::Published, 3}},
      {"dc.date", {Meaning::Published, 3}},
      {"date.created", {Meaning::Published, 3}},
      {"datecreated", {Meaning::Published, 3}},
      {"displaydate", {Meaning::Published, 3}},
      {"date", {Meaning::Published, 4}},
      {"created", {Meaning::Published, 4}},
      {"article:modified_time", {Meaning::Modified, 0}},
      {"og:updated_time", {Meaning::Modified, 2}},
      {"datemodified", {Meaning::Modified, 1}},
      {"lastmod", {Meaning::Modified, 2}},
      {"last-modified", {Meaning::Modified, 3}},
      {"dcterms.modified", {Meaning::Modified, 2}},
      {"utime", {Meaning::Modified, 2}},
      {"author", {Meaning::Author, 0}},
      {"byl", {Meaning::Author, 0}},
      {"byline", {Meaning::Author, 0}},
      {"parsely-author", {Meaning::Author, 1}},
      {"sailthru.author", {Meaning::Author, 1}},
      {"dc.creator", {Meaning::Author, 1}},
      {"dcterms.creator", {Meaning::Author, 1}},
      {"article:author_name", {Meaning::Author, 1}},
      {"article:author", {Meaning::Author, 2}},
      {"og:article:author", {Meaning::Author, 2}},
      {"twitter:creator", {Meaning::Author, 9}},
      {"keywords", {Meaning::Keywords, 1}},
      {"news_keywords", {Meaning::Keywords, 0}},
      {"parsely-tags", {Meaning::Keywords, 2}},
      {"sailthru.tags", {Meaning::Keywords, 2}},
      {"article:tag", {Meaning::Tag, 0}},
      {"og:locale", {Meaning::Locale, 1}},
      {"content-language", {Meaning::Locale, 0}},
      {"dc.language", {Meaning::Locale, 2}},
      {"inlanguage", {Meaning::Locale, 1}},
  };
  return names;
}

/// A value and the priority of the name that states it.
struct Stated {
  std::uint8_t priority;
  std::string value;
};
using Values = std::vector<Stated>;

constexpr std::uint32_t kMostNameWords = 8;  // of an author in microdata
constexpr std::size_t kMostValues = 100;     // of one meaning; more are spam

/// Values by falling trust, those of equal trust in page order.
std::vector<std::string> in_order(Values values) {
  std::stable_sort(values.begin(), values.end(),
                   [](const Stated& a, const Stated& b) { return a.priority < b.priority; });
  std::vector<std::string> texts;
  for (Stated& v : values) texts.push_back(std::move(v.value));
  return texts;
}

/// The most trusted value; empty when there is none.
std::string best_of(Values values) {
  std::vector<std::string> texts = in_order(std::move(values));
  return texts.empty() ? std::string() : std::move(texts.front());
}

/// Whether the value is a name rather than the address of a profile.
bool is_name(std::string_view author) {
  return !author.starts_with("http") && !author.starts_with("@") && !author.starts_with("/") &&
         author.size() < 200;
}

/// Collects the values of one page; used once.
class Collector {
 public:
  explicit Collector(const Document& document) : document_(document) {}

  PageMetadata run() {
    for (NodeIndex i = 0; i < document_.nodes.size(); ++i) visit(i);
    PageMetadata result;
    result.title = title_;
    result.headline = headline_;
    result.og_title = best_of(std::move(values_of(Meaning::Title)));
    result.site_name = best_of(std::move(values_of(Meaning::SiteName)));
    result.description = best_of(std::move(values_of(Meaning::Description)));
    result.section = best_of(std::move(values_of(Meaning::Section)));
    result.url = best_of(std::move(values_of(Meaning::Url)));
    result.language = best_of(std::move(values_of(Meaning::Locale)));
    result.published = in_order(std::move(values_of(Meaning::Published)));
    result.modified = in_order(std::move(values_of(Meaning::Modified)));
    result.authors = authors();
    result.keywords = !values_of(Meaning::Tag).empty()
                          ? in_order(std::move(values_of(Meaning::Tag)))
                          : split_list(best_of(std::move(values_of(Meaning::Keywords))));
    return result;
  }

 private:
  /// Dispatches on the tag. Meta elements may have an itemprop, too; all others with one are
  /// microdata.
  void visit(NodeIndex i) {
    switch (document_.nodes[i].tag) {
      case Tag::Meta:
        return visit_meta(i);
      case Tag::Link:
        return visit_link(i);
      case Tag::Title:
        if (title_.empty()) title_ = document_.flat_text(i);
        return;
      case Tag::Html: {
        const std::string_view lang = document_.attribute(i, Attribute::Lang);
        if (!lang.empty()) values_of(Meaning::Locale).push_back({0, std::string(lang)});
        return;
      }
      case Tag::Text:
        return;
      default:
        break;
    }
    const std::string_view property = document_.attribute(i, Attribute::ItemProp);
    if (!property.empty()) visit_microdata(i, property);
  }

  /// A meta element may state one value under several kinds of names.
  void visit_meta(NodeIndex i) {
    const std::string content = collapse_space(document_.attribute(i, Attribute::Content));
    if (content.empty()) return;
    for (Attribute kind : {Attribute::Property, Attribute::Name, Attribute::ItemProp}) {
      const std::string_view name = document_.attribute(i, kind);
      if (!name.empty()) add(ascii_lower(name), content);
    }
  }

  /// The canonical address. A relative one says nothing without the page's own.
  void visit_link(NodeIndex i) {
    if (!equals_ignoring_case(document_.attribute(i, Attribute::Rel), "canonical")) return;
    const std::string_view href = trim(document_.attribute(i, Attribute::Href));
    if (starts_with_ignoring_case(href, "http")) {
      values_of(Meaning::Url).push_back({0, std::string(href)});
    } else if (href.starts_with("//")) {
      values_of(Meaning::Url).push_back({0, "https:" + std::string(href)});
    }
  }

  /// Microdata on an element other than meta: the value is its text, or an attribute for dates.
  void visit_microdata(NodeIndex i, std::string_view property) {
    if (property == "headline" && headline_.empty()) headline_ = document_.flat_text(i);
    if (property == "author" || property == "creator") visit_author(i);
    if (property == "publisher") add("dc.publisher", name_of_item(i));
    const bool is_date = property == "datePublished" || property == "dateModified";
    if (!is_date) return;
    std::string value(document_.attribute(i, Attribute::DateTime));
    if (value.empty()) value = document_.attribute(i, Attribute::Content);
    if (value.empty()) value = document_.flat_text(i);
    if (!value.empty()) add(ascii_lower(property), value);
  }

  /// Takes authors of the first item that has any: comments and other stories, which follow, are
  /// items with authors of their own.
  void visit_author(NodeIndex i) {
    const NodeIndex item = item_around(i);
    const std::string_view type = document_.attribute(item, Attribute::ItemType);
    if (type.find("Comment") != std::string_view::npos) return;
    if (authored_ == kNoNode) authored_ = item;
    if (item != authored_) return;
    const std::string name = name_of_item(i);
    if (count_words(name) <= kMostNameWords) add("dc.creator", name);
  }

  /// The item that a property belongs to; the root where there is none.
  NodeIndex item_around(NodeIndex i) const {
    do {
      i = document_.nodes[i].parent;
    } while (i != 0 && !document_.has_attribute(i, Attribute::ItemScope));
    return i;
  }

  /// The name of a person or organisation, which is an item with a "name" of its own, or plain
  /// text.
  std::string name_of_item(NodeIndex i) const {
    if (!document_.has_attribute(i, Attribute::ItemScope)) return document_.flat_text(i);
    for (NodeIndex inner = i + 1; inner < document_.nodes[i].end; ++inner) {
      if (document_.attribute(inner, Attribute::ItemProp) != "name") continue;
      const std::string_view content = document_.attribute(inner, Attribute::Content);
      return content.empty() ? document_.flat_text(inner) : collapse_space(content);
    }
    return {};
  }

  /// Adds a value under the name of a meta element, in lower case; unknown names are ignored.
  void add(const std::string& name, const std::string& value) {
    if (value.empty()) return;
    const auto found = meta_names().find(name);
    if (found == meta_names().end()) return;
    const Row row = found->second;
    Values& values = values_of(row.meaning);
    if (values.size() < kMostValues) values.push_back({row.priority, value});
  }

  Values& values_of(Meaning meaning) { return values_[static_cast<std::size_t>(meaning)]; }

  /// Authors of the most trusted source, in page order.
  std::vector<std::string> authors() {
    Values& stated = values_of(Meaning::Author);
    std::erase_if(stated, [](const Stated& a) { return !is_name(a.value); });
    std::uint8_t best = 255;
    for (const Stated& a : stated) best = std::min(best, a.priority);
    std::vector<std::string> names;
    for (Stated& a : stated) {
      if (a.priority == best && std::find(names.begin(), names.end(), a.value) == names.end()) {
        names.push_back(std::move(a.value));
      }
    }
    return names;
  }

  const Document& document_;
  std::string title_;
  std::string headline_;
  NodeIndex authored_ = kNoNode;          // the item whose authors are read
  std::array<Values, kMeanings> values_;  // by meaning
};

}  // namespace

std::vector<std::string> split_list(std::string_view text) {
  std::vector<std::string> pieces;
  while (!text.empty()) {
    const std::size_t end = text.find_first_of(",;");
    const std::string_view piece = trim(text.substr(0, end));
    if (!piece.empty()) pieces.emplace_back(piece);
    if (end == std::string_view::npos) break;
    text.remove_prefix(end + 1);
  }
  return pieces;
}

PageMetadata read_metadata(const Document& document) {
  return Collector(document).run();
}

}  // namespace pullquote::html
