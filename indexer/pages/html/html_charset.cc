// SPDX-License-Identifier: GPL-3.0-or-later
/// A simplified form of the HTML standard's "prescan a byte stream to determine its encoding": tags
/// are found by '<' alone, and the label is what follows "charset" (or "encoding") and '='.
/// Comments and scripts aren't skipped, so a <meta> in a comment counts. Cost: linear in 16 KiB.
#include "indexer/pages/html/html_charset.h"

#include "indexer/decoding/html_ascii.h"

namespace pullquote::html {
namespace {

// Bytes that are searched. The HTML standard says 1,024, but real pages put scripts before their
// meta elements.
constexpr std::size_t kSearched = 16384;

/// Bytes that labels of charsets are made of ("windows-1252", "iso-8859-1").
bool is_label_byte(char c) {
  return is_ascii_alnum(c) || c == '-' || c == '_' || c == '.' || c == ':';
}

/// The value of `name` in `tag`, with or without quotation marks; empty: none. `name` may stand
/// within another attribute's value, as "charset" does in content="...".
std::string_view value_after(std::string_view tag, std::string_view name) {
  for (std::size_t at = find_ignoring_case(tag, name); at != std::string_view::npos;) {
    std::size_t i = at + name.size();
    while (i < tag.size() && is_space(tag[i])) ++i;
    if (i < tag.size() && tag[i] == '=') {
      ++i;
      while (i < tag.size() && (is_space(tag[i]) || tag[i] == '"' || tag[i] == '\'')) ++i;
      std::size_t end = i;
      while (end < tag.size() && is_label_byte(tag[end])) ++end;
      if (end > i) return tag.substr(i, end - i);
    }
    const std::size_t next = find_ignoring_case(tag.substr(at + 1), name);
    at = next == std::string_view::npos ? next : at + 1 + next;
  }
  return {};
}

}  // namespace

std::string_view declared_charset(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, kSearched);
  for (std::size_t i = head.find('<'); i != std::string_view::npos; i = head.find('<', i + 1)) {
    const std::string_view rest = head.substr(i);
    const bool is_meta = starts_with_ignoring_case(rest, "<meta");
    if (!is_meta && !rest.starts_with("<?xml")) continue;
    const std::string_view tag = rest.substr(0, rest.find('>'));
    const std::string_view label = value_after(tag, is_meta ? "charset" : "encoding");
    if (!label.empty()) return label;
  }
  return {};
}

}  // namespace pullquote::html
