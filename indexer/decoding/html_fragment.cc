// SPDX-License-Identifier: GPL-3.0-or-later
/// A single pass over the tags; no tree is needed to keep paragraphs apart.
#include "indexer/decoding/html_fragment.h"

#include <libxml/HTMLparser.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <utility>
#include <vector>

#include "indexer/decoding/block_quote_marks.h"
#include "indexer/decoding/html_text.h"
#include "indexer/decoding/markup_scanner.h"
#include "schema/analysis/ascii.h"
#include "schema/analysis/utf8.h"

namespace pullquote {
namespace {

constexpr std::array<std::string_view, 33> kBlockTags{
    "address", "article", "aside", "blockquote", "dd", "div", "dl",  "dt",      "figcaption",
    "figure",  "footer",  "h1",    "h2",         "h3", "h4",  "h5",  "h6",      "header",
    "hr",      "li",      "main",  "nav",        "ol", "p",   "pre", "section", "table",
    "tbody",   "td",      "th",    "tr",         "ul", "body"};
constexpr std::array<std::string_view, 19> kInlineTags{
    "a", "abbr", "b",     "br",   "cite",   "em",  "font", "i", "img", "iframe",
    "q", "s",    "small", "span", "strong", "sub", "sup",  "u", "html"};
constexpr std::array<std::string_view, 6> kDropped{"script",   "style",  "noscript",
                                                   "template", "select", "head"};

template <std::size_t N>
bool contains(const std::array<std::string_view, N>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

struct Tag {
  std::string name;  ///< lower case; empty: this '<' begins no tag
  bool closing = false;
  std::size_t end = 0;  ///< one past '>'
};

/// The tag whose '<' stands at `at`.
Tag read_tag(std::string_view html, std::size_t at) {
  Tag tag;
  std::size_t i = at + 1;
  tag.closing = i < html.size() && html[i] == '/';
  if (tag.closing) ++i;
  std::string name;
  while (i < html.size() && is_ascii_alnum(html[i]) && name.size() < 12) {
    name.push_back(ascii_lower(html[i]));
    ++i;
  }
  if (name.empty() || !is_ascii_letter(name[0]) || i >= html.size()) return tag;
  if (html[i] != '>' && html[i] != '/' && static_cast<unsigned char>(html[i]) > ' ') return tag;
  // A quoted attribute may hold '>'. Stopping at the next '<' keeps an unclosed quote from
  // swallowing the text, and all scans together linear.
  char quote = 0;
  for (; i < html.size() && html[i] != '<'; ++i) {
    if (quote != 0) {
      if (html[i] == quote) quote = 0;
    } else if (html[i] == '"' || html[i] == '\'') {
      quote = html[i];
    } else if (html[i] == '>') {
      tag.end = i + 1;
      tag.name = std::move(name);
      return tag;
    }
  }
  return tag;
}

/// One past the end tag of an element whose content is no text.
std::size_t skip_element(std::string_view html, std::size_t at, std::string_view name) {
  for (std::size_t open = html.find("</", at); open != std::string_view::npos;
       open = html.find("</", open + 2)) {
    const Tag tag = read_tag(html, open);
    if (tag.closing && tag.name == name) return tag.end;
  }
  return html.size();
}

std::size_t skip_comment(std::string_view html, std::size_t at) {
  const std::size_t end = html.find("-->", at + 4);
  return end == std::string_view::npos ? html.size() : end + 3;
}

/// The entity whose '&' stands at `at`: its code point and length; length 0 for none.
std::pair<std::int32_t, std::size_t> read_entity(std::string_view text, std::size_t at) {
  const std::size_t end = text.substr(0, std::min(text.size(), at + 12)).find(';', at);
  if (end == std::string_view::npos || end < at + 2) return {0, 0};
  std::string name(text.substr(at + 1, end - at - 1));
  const std::size_t length = end + 1 - at;
  if (name[0] != '#') {
    if (name == "apos") return {'\'', length};
    const htmlEntityDesc* found = htmlEntityLookup(reinterpret_cast<const xmlChar*>(name.c_str()));
    return found == nullptr ? std::pair<std::int32_t, std::size_t>{0, 0}
                            : std::pair{static_cast<std::int32_t>(found->value), length};
  }
  const bool hex = name.size() > 2 && ascii_lower(name[1]) == 'x';
  const char* first = name.data() + (hex ? 2 : 1);
  std::int32_t code = 0;
  const auto [last, error] = std::from_chars(first, name.data() + name.size(), code, hex ? 16 : 10);
  const bool whole = error == std::errc() && last == name.data() + name.size();
  const bool character = code > 0 && code <= 0x10FFFF && (code < 0xD800 || code > 0xDFFF);
  return whole && character ? std::pair{code, length} : std::pair<std::int32_t, std::size_t>{0, 0};
}

void append_decoded(std::string& out, std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t ampersand = std::min(text.find('&', at), text.size());
    out.append(text, at, ampersand - at);
    if (ampersand == text.size()) return;
    const auto [code, length] = read_entity(text, ampersand);
    if (length == 0) {
      out.push_back('&');
    } else {
      append_code_point(out, code);
    }
    at = ampersand + std::max<std::size_t>(length, 1);
  }
}

/// How a browser marks a <q>, by how many are open around it.
constexpr std::string_view opening_mark(std::size_t depth) {
  return depth == 0 ? "\u201C" : "\u2018";
}
constexpr std::string_view closing_mark(std::size_t depth) {
  return depth == 0 ? "\u201D" : "\u2019";
}

class FragmentText {
 public:
  explicit FragmentText(std::string_view html) : html_(html) { out_.reserve(html.size()); }

  std::string run() {
    for (std::size_t at = 0; at < html_.size();) {
      const std::size_t open = std::min(html_.find('<', at), html_.size());
      text(html_.substr(at, open - at));
      if (open == html_.size()) break;
      at = html_.substr(open, 4) == "<!--" ? skip_comment(html_, open) : markup(open);
    }
    return std::move(out_);
  }

 private:
  /// @return where the text goes on behind what begins with the '<' at `open`.
  std::size_t markup(std::size_t open) {
    const Tag tag = read_tag(html_, open);
    if (tag.name.empty()) {
      text("&lt;");
      return open + 1;
    }
    if (contains(kDropped, tag.name)) {
      return tag.closing ? tag.end : skip_element(html_, tag.end, tag.name);
    }
    if (tag.name == "q") {
      inline_quote(tag);
    } else if (tag.name == "blockquote") {
      block_quote(tag, html_.substr(open, tag.end - open));
    } else if (tag.name == "cite" || tag.name == "footer") {
      attribution(tag);
    } else if (tag.name == "br") {
      out_.push_back('\n');
      fresh_ = true;
    } else if (contains(kBlockTags, tag.name)) {
      end_paragraph();
    }
    return tag.end;
  }

  /// Text between tags: line breaks of the source mean nothing in HTML.
  void text(std::string_view piece) {
    const bool blank = piece.find_first_not_of(" \t\r\n") == std::string_view::npos;
    if (mark_ != '\0' && fresh_ && !blank) {
      out_.push_back(mark_);
      if (mark_ != kQuoteAttribution) mark_ = kQuoteGoesOn;
    }
    fresh_ = fresh_ && blank;
    const std::size_t start = out_.size();
    append_decoded(out_, piece);
    std::replace(out_.begin() + static_cast<std::ptrdiff_t>(start), out_.end(), '\n', ' ');
  }

  void end_paragraph() {
    out_.append("\n\n");
    fresh_ = true;
  }

  void block_quote(const Tag& tag, std::string_view markup) {
    end_paragraph();
    if (tag.closing) {
      if (depth_ > 0 && --depth_ == 0) mark_ = '\0';
      return;
    }
    if (depth_++ > 0) return;
    std::string_view rest = markup.substr(1 + tag.name.size(), markup.size() - tag.name.size() - 2);
    std::string_view name;
    std::string_view value;
    std::string_view names;
    std::string_view type;
    while (next_attribute(rest, name, value)) {
      if (name == "class") names = value;
      if (name == "type") type = value;
    }
    mark_ = mark_of_block_quote(names, type);
  }

  /// Below what a block quotation says, a paragraph of its own: who is quoted.
  void attribution(const Tag& tag) {
    if (tag.name == "footer") end_paragraph();
    if (mark_ == kQuoteAttribution) {
      if (!tag.closing || tag.name != attribution_tag_) return;
      end_paragraph();
      mark_ = kQuoteBegins;
    } else if (mark_ != '\0' && !tag.closing) {
      const bool below = fresh_ ? mark_ == kQuoteGoesOn : html::ends_like_sentence(out_);
      if (!below) return;
      end_paragraph();
      mark_ = kQuoteAttribution;
      attribution_tag_ = tag.name;
    }
  }

  /// A browser sets the marks around a <q>, unless the page has its own.
  void inline_quote(const Tag& tag) {
    if (tag.closing) {
      if (quotes_.empty()) return;
      if (quotes_.back()) out_.append(closing_mark(quotes_.size() - 1));
      quotes_.pop_back();
    } else {
      std::string_view inside = html_.substr(tag.end, kMaxSpace);
      inside.remove_prefix(std::min(inside.find_first_not_of(" \t\r\n"), inside.size()));
      const bool has_marks = html::starts_with_quotation_mark(inside);
      if (!has_marks) text(opening_mark(quotes_.size()));
      quotes_.push_back(!has_marks);
    }
  }

  static constexpr std::size_t kMaxSpace = 64;  // looked through for a page's own mark

  std::string_view html_;
  std::string out_;
  std::vector<bool> quotes_;     // the <q> that are open: whether they were marked
  std::size_t depth_ = 0;        // open <blockquote>s
  char mark_ = '\0';             // of the next paragraph (block_quote_marks.h)
  bool fresh_ = true;            // a paragraph or a line begins
  std::string attribution_tag_;  // that mark_ is for
};

}  // namespace

bool has_markup(std::string_view text) {
  for (std::size_t at = text.find('<'); at != std::string_view::npos; at = text.find('<', at + 1)) {
    const Tag tag = read_tag(text, at);
    if (contains(kBlockTags, tag.name) || contains(kInlineTags, tag.name) ||
        contains(kDropped, tag.name)) {
      return true;
    }
  }
  return false;
}

std::string text_of_fragment(std::string_view html) {
  return FragmentText(html).run();
}

std::string decode_entities(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  append_decoded(out, text);
  return out;
}

}  // namespace pullquote
