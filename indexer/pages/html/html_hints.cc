// SPDX-License-Identifier: GPL-3.0-or-later
/// Names are split into words ("articleBody--wide" is "article body wide") and looked up in a table
/// of phrases of one to three words, from data/lexicon/html-hints.tsv. At each word the longest
/// phrase is tried first, and its words aren't looked at again: "article-tools" speaks of sharing,
/// not of an article. Of all phrases in a name the strongest counts. A row that begins with '=' is
/// for a whole name only.
///
/// Cost: at most three hash lookups a word; names beyond eight words are generated and cut. The
/// buffer of a name is reused within a thread, because a page has thousands of names.
#include "indexer/pages/html/html_hints.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "indexer/decoding/html_ascii.h"
#include "indexer/decoding/lexicon_lines.h"
#include "lexicon/pullquote_indexer.h"

namespace pullquote::html {
namespace {

/// In the order of the enumeration: to_string() indexes it.
constexpr std::array<std::pair<std::string_view, Hint>, 23> kHintNames{{
    {"none", Hint::None},
    {"content", Hint::Content},
    {"body", Hint::Body},
    {"headline", Hint::Headline},
    {"standfirst", Hint::Standfirst},
    {"byline", Hint::Byline},
    {"date", Hint::Date},
    {"caption", Hint::Caption},
    {"credit", Hint::Credit},
    {"advertising", Hint::Advertising},
    {"author box", Hint::AuthorBox},
    {"comments", Hint::Comments},
    {"consent", Hint::Consent},
    {"footer", Hint::Footer},
    {"form", Hint::Form},
    {"hidden", Hint::Hidden},
    {"navigation", Hint::Navigation},
    {"newsletter", Hint::Newsletter},
    {"promotion", Hint::Promotion},
    {"related", Hint::Related},
    {"share", Hint::Share},
    {"sidebar", Hint::Sidebar},
    {"tags", Hint::Tags},
}};

using HintMap = std::unordered_map<std::string_view, Hint>;

/// Phrases of the lexicon; built once.
const HintMap& hints() {
  static const HintMap map = [] {
    HintMap rows;
    for_each_lexicon_row(lexicon::html_hints, [&](std::span<const std::string_view> columns) {
      if (columns.size() == 2) rows.emplace(columns[1], hint_named(columns[0]));
    });
    return rows;
  }();
  return map;
}

constexpr std::size_t kMaxWords = 8;   // of one name; more are generated
constexpr std::size_t kMaxPhrase = 3;  // words of the longest row

/// One name of an attribute, split into words.
struct Name {
  std::string whole;  ///< "=" and the text: the key of rows for whole names
  std::string text;   ///< the words in lower case with single spaces
  std::array<std::size_t, kMaxWords + 1> starts{};
  std::size_t words = 0;

  /// Splits at everything that is no letter or digit, and before a capital behind a small letter.
  void assign(std::string_view raw) {
    text.clear();
    words = 0;
    bool inside = false;
    for (std::size_t i = 0; i < raw.size(); ++i) {
      const char c = raw[i];
      const bool letter = is_ascii_alnum(c) || static_cast<unsigned char>(c) >= 0x80;
      const bool hump = is_ascii_upper(c) && i > 0 && is_ascii_lower(raw[i - 1]);
      if (letter && (!inside || hump)) {
        if (words == kMaxWords) break;
        if (!text.empty()) text.push_back(' ');
        starts[words++] = text.size();
      }
      inside = letter;
      if (letter) text.push_back(ascii_lower(c));
    }
    starts[words] = text.size() + 1;
    whole.assign("=").append(text);
  }
  /// The `count` words from word `first` on.
  std::string_view phrase(std::size_t first, std::size_t count) const {
    return std::string_view(text).substr(starts[first], starts[first + count] - starts[first] - 1);
  }
};

/// Whether a name speaks of the state of the page or of its taxonomy rather than of the element
/// ("has-sidebar", "category-advertising").
bool is_about_something_else(const Name& name) {
  static constexpr std::array<std::string_view, 10> kFirst{
      "no", "has", "with", "without", "category", "tag", "section", "format", "status", "type"};
  return name.words > 1 &&
         std::find(kFirst.begin(), kFirst.end(), name.phrase(0, 1)) != kFirst.end();
}

/// The stronger of two hints: furniture beats parts of an article, these beat content.
Hint stronger(Hint a, Hint b) {
  return std::max(a, b);
}

/// The strongest hint in one name.
Hint hint_of_name(const Name& name) {
  const auto whole = hints().find(name.whole);
  Hint best = whole == hints().end() ? Hint::None : whole->second;
  for (std::size_t i = 0; i < name.words;) {
    std::size_t taken = 1;
    for (std::size_t n = std::min(kMaxPhrase, name.words - i); n > 0; --n) {
      const auto found = hints().find(name.phrase(i, n));
      if (found == hints().end()) continue;
      best = stronger(best, found->second);
      taken = n;
      break;
    }
    i += taken;
  }
  return best;
}

/// The hint of a tag by its meaning in HTML.
Hint hint_of_tag(Tag tag) {
  switch (tag) {
    case Tag::Nav:
      return Hint::Navigation;
    case Tag::Aside:
      return Hint::Sidebar;
    case Tag::Footer:
      return Hint::Footer;
    case Tag::Form:
      return Hint::Form;
    case Tag::Figcaption:
    case Tag::Figure:
    case Tag::Caption:
      return Hint::Caption;
    default:
      return Hint::None;
  }
}

/// The hint of a WAI-ARIA role.
Hint hint_of_role(std::string_view role) {
  if (role == "navigation" || role == "menu" || role == "menubar") return Hint::Navigation;
  if (role == "search") return Hint::Form;
  if (role == "complementary") return Hint::Sidebar;
  if (role == "contentinfo") return Hint::Footer;
  if (role == "dialog" || role == "alertdialog") return Hint::Promotion;
  return Hint::None;
}

/// Whether markup hides the element; style sheets aren't read.
bool is_hidden(const Document& document, NodeIndex node) {
  if (document.has_attribute(node, Attribute::Hidden)) return true;
  if (document.attribute(node, Attribute::AriaHidden) == "true") return true;
  const std::string_view style = document.attribute(node, Attribute::Style);
  if (style.empty()) return false;
  std::string packed;
  std::copy_if(style.begin(), style.end(), std::back_inserter(packed),
               [](char c) { return !is_space(c); });
  return find_ignoring_case(packed, "display:none") != std::string_view::npos ||
         find_ignoring_case(packed, "visibility:hidden") != std::string_view::npos;
}

}  // namespace

std::string_view to_string(Hint hint) {
  return kHintNames[static_cast<std::size_t>(hint)].first;
}

Hint hint_named(std::string_view name) {
  for (const auto& [known, hint] : kHintNames) {
    if (known == name) return hint;
  }
  return Hint::None;
}

Hint hint_of_names(std::string_view attribute) {
  thread_local Name name;
  Hint best = Hint::None;
  for (std::size_t i = 0; i < attribute.size();) {
    std::size_t end = i;
    while (end < attribute.size() && !is_space(attribute[end])) ++end;
    if (end > i) {
      name.assign(attribute.substr(i, end - i));
      if (!is_about_something_else(name)) best = stronger(best, hint_of_name(name));
    }
    i = end + 1;
  }
  return best;
}

namespace {

/// Whether a <blockquote> is among the ancestors. Linear in the depth.
bool stands_in_block_quote(const Document& document, NodeIndex node) {
  for (NodeIndex i = document.nodes[node].parent; i != 0; i = document.nodes[i].parent) {
    if (document.nodes[i].tag == Tag::Blockquote) return true;
  }
  return false;
}

/// Hints that below a quotation name its source, not the author of the page.
constexpr bool may_name_source(Hint hint) {
  return hint == Hint::Byline || hint == Hint::AuthorBox || hint == Hint::Credit ||
         hint == Hint::Footer || hint == Hint::Caption;
}

/// The hint of an element by itself, whatever it stands in.
Hint hint_alone(const Document& document, NodeIndex node, Names names) {
  const Node& n = document.nodes[node];
  if (n.tag == Tag::Text) return Hint::None;
  Hint best = hint_of_tag(n.tag);
  if (n.attributes_begin == n.attributes_end) return best;
  if (is_hidden(document, node)) return Hint::Hidden;
  best = stronger(best, hint_of_role(document.attribute(node, Attribute::Role)));
  if (document.attribute(node, Attribute::ItemProp) == "articleBody") return Hint::Body;
  if (names == Names::Ignored) return best;
  const Hint named = stronger(hint_of_names(document.attribute(node, Attribute::Class)),
                              hint_of_names(document.attribute(node, Attribute::Id)));
  // Requests for consent are put into asides, footers and dialogs, and outweigh what these say.
  return named == Hint::Consent ? named : stronger(best, named);
}

}  // namespace

Hint hint_of(const Document& document, NodeIndex node, Names names) {
  const Hint hint = hint_alone(document, node, names);
  return may_name_source(hint) && stands_in_block_quote(document, node) ? Hint::None : hint;
}

}  // namespace pullquote::html
