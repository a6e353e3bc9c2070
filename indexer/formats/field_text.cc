// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/formats/field_text.h"

#include "indexer/decoding/block_quote_marks.h"
#include "indexer/decoding/charset.h"
#include "indexer/decoding/html_fragment.h"

namespace pullquote {
namespace {

std::string clean_fragment(std::string_view html) {
  const std::string text = text_of_fragment(html);
  std::string clean;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && !is_block_quote_mark(text[end])) ++end;
    clean += clean_utf8(std::string_view(text).substr(at, end - at));
    if (end < text.size()) clean.push_back(text[end]);
    at = end + 1;
  }
  return clean;
}

}  // namespace

std::string clean_value(std::string_view text) {
  if (text.find('<') != std::string_view::npos && has_markup(text)) {
    return clean_fragment(text);
  }
  if (text.find('&') == std::string_view::npos) return clean_utf8(text);
  std::string decoded = decode_entities(text);
  // Markup that was escaped once more on its way ("&lt;p&gt;").
  if (has_markup(decoded)) return clean_fragment(decoded);
  return clean_utf8(decoded);
}

}  // namespace pullquote
