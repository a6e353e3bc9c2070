// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/formats/xml/xml_text.h"

#include <libxml/tree.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "indexer/decoding/block_quote_marks.h"
#include "indexer/decoding/charset.h"
#include "indexer/decoding/html_fragment.h"
#include "indexer/decoding/html_text.h"
#include "indexer/decoding/paragraphs.h"
#include "pullquote/article.h"

namespace pullquote {
namespace {

constexpr std::array<std::string_view, 46> kBlocks{
    "address", "article", "aside",      "block",   "blockquote", "body",  "body.content", "bq",
    "br",      "caption", "datasource", "dd",      "div",        "dl",    "dt",           "figure",
    "fn",      "footer",  "h1",         "h2",      "h3",         "h4",    "h5",           "h6",
    "header",  "hl1",     "hl2",        "hr",      "li",         "main",  "nitf-table",   "note",
    "ol",      "p",       "pre",        "section", "table",      "tbody", "td",           "tfoot",
    "th",      "thead",   "tr",         "ul",      "line",       "lead"};
constexpr std::array<std::string_view, 14> kNoText{"script",         "style",
                                                   "head",           "figcaption",
                                                   "media-caption",  "media-producer",
                                                   "media-metadata", "media-reference",
                                                   "media-object",   "nitf-table-metadata",
                                                   "noscript",       "template",
                                                   "iframe",         "object"};

/// Stands for <br>; no XML holds it.
constexpr char kBreak = '\x1B';

template <std::size_t N>
bool contains(const std::array<std::string_view, N>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

class Flow {
 public:
  explicit Flow(const XmlSkip& skip) : skip_(skip) {}

  std::string run(XmlElement element) {
    walk(element.node());
    end_paragraph();
    if (!saw_block_) return reflow(clean_utf8(decode_entities(raw_)));
    return join_paragraphs(paragraphs_);
  }

 private:
  void walk(xmlNode* parent) {
    for (xmlNode* node = parent->children; node != nullptr; node = node->next) {
      if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) {
        text(reinterpret_cast<const char*>(node->content));
      } else if (node->type == XML_ELEMENT_NODE) {
        element(XmlElement(node));
      }
    }
  }

  void text(std::string_view content) {
    raw_ += content;
    current_ += content;
  }

  void element(XmlElement each) {
    const std::string_view name = each.name();
    if (contains(kNoText, name) || (skip_ && skip_(each))) return;
    if (name == "q") return inline_quote(each);
    if (is_attribution(name)) return attribution(each);
    if (!contains(kBlocks, name)) return walk(each.node());
    saw_block_ = true;
    if (name == "br") {
      line_break();
      return walk(each.node());
    }
    if (name == "pre") return preformatted(each);
    if (name == "td" || name == "th") return cell(each);
    end_paragraph();
    if (name == "tr") in_row_ = false;
    const char outer = mark_;
    if (mark_ == 0 && (name == "blockquote" || name == "bq")) {
      mark_ = mark_of_block_quote(each.attribute("class"), each.attribute("type"));
    }
    walk(each.node());
    end_paragraph();
    if (outer == 0) mark_ = 0;
  }

  /// Below what a block quotation says, a paragraph of its own: who is quoted.
  bool is_attribution(std::string_view name) const {
    if (mark_ == 0 || !(name == "cite" || name == "footer" || name == "credit")) return false;
    const bool at_start = current_.find_first_not_of(" \t\r\n") == current_.npos;
    return at_start ? mark_ == kQuoteGoesOn : html::ends_like_sentence(current_);
  }

  void attribution(XmlElement each) {
    end_paragraph();
    mark_ = kQuoteAttribution;
    walk(each.node());
    end_paragraph();
    mark_ = kQuoteBegins;
  }

  /// With the marks that a browser sets, unless the text has its own.
  void inline_quote(XmlElement each) {
    const bool has_marks = html::starts_with_quotation_mark(single_line(each.text()));
    const bool outer = open_quotes_++ == 0;
    if (!has_marks) text(outer ? "\u201C" : "\u2018");
    walk(each.node());
    if (!has_marks) text(outer ? "\u201D" : "\u2019");
    --open_quotes_;
  }

  /// One keeps words apart, two in a row paragraphs.
  void line_break() {
    const std::size_t last = current_.find_last_not_of(" \t\r\n");
    if (last != std::string::npos && current_[last] == kBreak) return end_paragraph();
    current_ += kBreak;
  }

  /// Its lines are the writer's own.
  void preformatted(XmlElement each) {
    end_paragraph();
    const std::string laid_out = reflow(clean_utf8(decode_entities(each.text())));
    for (std::string_view paragraph : paragraphs_of(laid_out)) paragraphs_.emplace_back(paragraph);
  }

  void cell(XmlElement each) {
    const bool is_first = !in_row_;
    in_row_ = true;
    std::string row = std::exchange(current_, {});
    const std::size_t before = paragraphs_.size();
    walk(each.node());
    std::string inside;
    for (std::size_t i = before; i < paragraphs_.size(); ++i) inside += paragraphs_[i] + " ";
    paragraphs_.resize(before);
    inside = single_line(inside + current_);
    if (!is_first && !inside.empty() && !single_line(row).empty()) row += " | ";
    current_ = row + inside;
  }

  void end_paragraph() {
    std::replace(current_.begin(), current_.end(), kBreak, ' ');
    const std::string text = single_line(clean_utf8(decode_entities(current_)));
    current_.clear();
    if (text.empty()) return;
    paragraphs_.push_back(mark_ == 0 ? text : mark_ + text);
    if (mark_ != 0) mark_ = kQuoteGoesOn;
  }

  const XmlSkip& skip_;
  std::string current_;
  std::string raw_;  ///< all text, as long as no block has been seen
  std::vector<std::string> paragraphs_;
  char mark_ = 0;        ///< of the next paragraph (block_quote_marks.h); 0: none
  int open_quotes_ = 0;  ///< <q>
  bool saw_block_ = false;
  bool in_row_ = false;
};

}  // namespace

std::string flowing_text(XmlElement element, const XmlSkip& skip) {
  return element ? Flow(skip).run(element) : std::string();
}

std::vector<std::string> captions_below(XmlElement element) {
  std::vector<std::string> captions;
  for (std::string_view name : {"figcaption", "media-caption"}) {
    for_each_descendant(element, name, [&](XmlElement each) {
      std::string caption = line_of(each);
      if (!caption.empty()) captions.push_back(std::move(caption));
    });
  }
  return captions;
}

std::string line_of(XmlElement element) {
  if (element && element.find("br")) return single_line(flowing_text(element));
  return element ? single_line(clean_utf8(decode_entities(element.text()))) : std::string();
}

}  // namespace pullquote
