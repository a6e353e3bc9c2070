// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/formats/html_captions.h"

#include "indexer/decoding/markup_scanner.h"
#include "indexer/decoding/paragraphs.h"
#include "indexer/formats/field_text.h"
#include "schema/analysis/ascii.h"

namespace pullquote {
namespace {

bool is_caption(std::string_view html, const MarkupToken& tag) {
  if (tag.kind != MarkupKind::StartTag) return false;
  if (ascii_lower(tag.name) == "figcaption") return true;
  std::string_view rest = attributes_of(html, tag);
  std::string_view name;
  std::string_view value;
  while (next_attribute(rest, name, value)) {
    if (name == "class") return ascii_lower(value).find("caption-text") != std::string::npos;
  }
  return false;
}

/// One past the element that `tag` begins; 0 when it is not closed.
std::size_t end_of(std::string_view html, const MarkupToken& tag) {
  const std::string name = ascii_lower(tag.name);
  std::size_t depth = 1;
  for (std::size_t at = tag.end; at < html.size();) {
    const MarkupToken token = next_markup(html, at);
    at = token.end;
    if (ascii_lower(token.name) != name) continue;
    if (token.kind == MarkupKind::StartTag) ++depth;
    if (token.kind == MarkupKind::EndTag && --depth == 0) return at;
  }
  return 0;
}

}  // namespace

SplitHtml split_captions(std::string_view html) {
  SplitHtml split;
  if (html.find("aption") == std::string_view::npos &&
      html.find("APTION") == std::string_view::npos) {
    split.html = html;
    return split;
  }
  bool is_sound = true;  // until a caption is never closed: then there are no more to be had
  for (std::size_t at = 0; at < html.size();) {
    const MarkupToken token = next_markup(html, at);
    const bool begins = is_sound && is_caption(html, token);
    const std::size_t end = begins ? end_of(html, token) : 0;
    is_sound = is_sound && (!begins || end != 0);
    if (end == 0) {
      split.html += html.substr(token.begin, token.end - token.begin);
      at = token.end;
      continue;
    }
    std::string caption = single_line(clean_value(html.substr(at, end - at)));
    if (!caption.empty()) split.captions.push_back(std::move(caption));
    split.html += "\n\n";
    at = end;
  }
  return split;
}

}  // namespace pullquote
