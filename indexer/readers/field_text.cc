// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/readers/field_text.h"

#include "indexer/readers/charset.h"
#include "indexer/readers/html_fragment.h"

namespace pullquote {

std::string clean_value(std::string_view text) {
  if (text.find('<') != std::string_view::npos && has_markup(text)) {
    return clean_utf8(text_of_fragment(text));
  }
  if (text.find('&') == std::string_view::npos) return clean_utf8(text);
  std::string decoded = decode_entities(text);
  // Markup that was escaped once more on its way ("&lt;p&gt;").
  if (has_markup(decoded)) decoded = text_of_fragment(decoded);
  return clean_utf8(decoded);
}

}  // namespace pullquote
